/** Media types, {@code urn:ietf:bcp:13}: everything that has the form of RFC 6838 under a registered top-level type. */
@NullMarked
package org.fixator.systems.bcp13;

import org.jspecify.annotations.NullMarked;
