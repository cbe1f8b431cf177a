/**
 * Frozen structures that code systems answer from: texts, a code dictionary, a hierarchy, postings, sets of concepts and a
 * text index. Nothing here knows FHIR.
 *
 * <p>Every structure speaks of concepts by <em>ordinal</em>: the number of the concept in the order of its code system,
 * from 0. A structure is built by a mutable builder that one thread owns, and is then frozen: arrays of primitives, no
 * object per concept, safe for any number of threads. What each costs is said at its class, in bytes for each concept
 * ({@code n} concepts):
 *
 * <ul>
 *   <li>{@link org.fixator.index.Texts}: UTF-8 bytes of all texts, one or two bytes of length each, addressed by an int;
 *   <li>{@link org.fixator.index.CodeDictionary}: code to ordinal and back, 4 + about 6 bytes and the code itself;
 *   <li>{@link org.fixator.index.Hierarchy}: parents, children and subsumption in two comparisons, 20 bytes for a tree;
 *   <li>{@link org.fixator.index.IntLists}: a list of ints for each ordinal, 4 bytes and 4 for each entry; properties and
 *       their postings are two of these;
 *   <li>{@link org.fixator.index.OrdinalSet}: a set of ordinals, compressed;
 *   <li>{@link org.fixator.index.CodeOrder}: codes by their letters and digits, 4 bytes;
 *   <li>{@link org.fixator.index.TextIndex}: ranked search by prefixes of words, about 20 bytes.
 * </ul>
 *
 * <p>Measured: five million concepts in a tree, with codes of 9 and displays of 65 bytes on average and one property each,
 * take 131 bytes a concept, of which 76 are their texts.
 *
 * <p>The trap: an ordinal means nothing outside its own code system version.
 */
@NullMarked
package org.fixator.index;

import org.jspecify.annotations.NullMarked;
