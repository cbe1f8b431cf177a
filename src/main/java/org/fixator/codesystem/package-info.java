/**
 * What a code system can answer, and the operations that ask it: {@code $lookup}, {@code $validate-code} and
 * {@code $subsumes}.
 *
 * <p>{@link org.fixator.codesystem.CodeSystem} is the contract. {@link org.fixator.codesystem.TableCodeSystem} serves every
 * CodeSystem resource and release that is a list of concepts; {@link org.fixator.codesystem.CodeSystemBuilder} makes it:
 *
 * <pre>{@code
 * CodeSystemBuilder builder = new CodeSystemBuilder();
 * builder.describe(CodeSystemDescription.of(Canonical.parse("http://example.org/letters|1")));
 * builder.add("A", "Letter A");
 * CodeSystem letters = builder.build();
 * ConceptSet found = letters.filter(new PropertyFilter("code", "regex", "[A-F]"));
 * }</pre>
 *
 * <p>The packages under {@code org.fixator.systems} serve code systems that have a grammar.
 * {@link org.fixator.codesystem.SupplementedCodeSystem} lays supplements over any of them, and
 * {@link org.fixator.codesystem.DisplayChoice} picks the display in the languages that a client asked for.
 *
 * <p>The trap: a {@link org.fixator.codesystem.Concept} without supplements and the same concept with them are equal, so what
 * a concept says depends on the system that it was asked of.
 */
@NullMarked
package org.fixator.codesystem;

import org.jspecify.annotations.NullMarked;
