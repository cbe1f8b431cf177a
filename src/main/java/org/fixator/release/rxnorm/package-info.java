/**
 * RxNorm in the Rich Release Format: {@link org.fixator.release.rxnorm.RxNormReader}.
 *
 * <p>The trap: a relationship is to be read from the second concept of its row to the first.
 *
 * @see <a href="https://www.nlm.nih.gov/research/umls/rxnorm/docs/techdoc.html">RxNorm technical documentation</a>
 */
@NullMarked
package org.fixator.release.rxnorm;

import org.jspecify.annotations.NullMarked;
