/**
 * Value sets: their definition, their compiled membership, {@code $expand} and {@code $validate-code}. Membership never
 * expands: a compose compiles into set expressions over the concepts of its code systems.
 *
 * <pre>{@code
 * CompiledValueSets compiled = new ValueSetCompiler(codeSystems, valueSets, budget);
 * CompiledValueSet set = compiled.compile(definition, VersionRules.NONE, List.of());
 * set.problems();                    // what is not here: refused by $expand, judged by $validate-code
 * set.contains(system, concept);     // one test
 * new ExpandOperation(codeSystems, compiled, budget).run(request); // walks set.selections() from the offset
 * }</pre>
 *
 * <p>Start at {@link org.fixator.valueset.ValueSetCompiler} and {@link org.fixator.valueset.Selection}: one selection per
 * include and code system version, disjoint, in the order of an expansion. {@link org.fixator.valueset.IncludeVersions}
 * decides which version an include means, and says why.
 *
 * <p>The trap: a concept belongs to one version of one code system, and sets of different versions never meet in a set
 * operation. What has to cross versions (an import, {@code versionsMatch}) goes by codes, through
 * {@link org.fixator.valueset.Membership}.
 */
@NullMarked
package org.fixator.valueset;

import org.jspecify.annotations.NullMarked;
