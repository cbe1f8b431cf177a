/**
 * Releases as they are kept: rows that say which there are ({@link org.fixator.store.release.ReleaseTable}), images of
 * their code systems and maps as artifacts ({@link org.fixator.store.release.ReleaseImages}), and resources without
 * concepts in HAPI, so that searches find them. {@link org.fixator.store.release.StoredReleases} changes all three at once.
 */
@NullMarked
package org.fixator.store.release;

import org.jspecify.annotations.NullMarked;
