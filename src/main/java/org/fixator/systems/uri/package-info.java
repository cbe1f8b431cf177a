/** URIs as codes, {@code urn:ietf:rfc:3986}: every absolute URI is one. */
@NullMarked
package org.fixator.systems.uri;

import org.jspecify.annotations.NullMarked;
