/**
 * What a code system can answer, and the operations that ask it: {@code $lookup}, {@code $validate-code} and
 * {@code $subsumes}. {@link org.fixator.codesystem.CodeSystem} is the contract; the table-backed implementation serves
 * every CodeSystem resource and release, the packages under {@code org.fixator.systems} serve code systems that have a
 * grammar.
 */
@NullMarked
package org.fixator.codesystem;

import org.jspecify.annotations.NullMarked;
