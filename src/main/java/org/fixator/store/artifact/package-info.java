/**
 * Artifacts: bytes under the SHA-256 of themselves, which are too large for a row of the database and never change.
 * {@link org.fixator.store.artifact.ArtifactStore} is what the rest of the store sees; files keep them for one machine,
 * PostgreSQL for several, each with files as its cache. What an artifact is used for stands elsewhere: one that nothing
 * refers to is garbage.
 *
 * <p>The trap: an artifact is there before the row that refers to it is committed. Whoever puts one and commits the row
 * has to keep the collection of garbage out meanwhile.
 */
@NullMarked
package org.fixator.store.artifact;

import org.jspecify.annotations.NullMarked;
