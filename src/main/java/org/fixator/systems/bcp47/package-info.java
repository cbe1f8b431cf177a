/**
 * Language tags, {@code urn:ietf:bcp:47}: RFC 5646's grammar over IANA's registry of subtags, of which
 * {@code language-subtags.tsv} is a copy without comments.
 */
@NullMarked
package org.fixator.systems.bcp47;

import org.jspecify.annotations.NullMarked;
