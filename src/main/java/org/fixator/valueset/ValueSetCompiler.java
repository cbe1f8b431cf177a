package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;

/**
 * Compiles value sets into {@link CompiledValueSet}s. A pure function of the value set, the version rules and the
 * snapshot behind the two catalogues: whoever keeps what it returns needs no other key.
 *
 * @see <a href="https://hl7.org/fhir/R5/valueset.html#compositions">Value set content logical definition</a>
 */
public final class ValueSetCompiler implements CompiledValueSets {

    private final CodeSystems codeSystems;
    private final ValueSets valueSets;
    private final Budget budget;

    public ValueSetCompiler(CodeSystems codeSystems, ValueSets valueSets, Budget budget) {
        this.codeSystems = codeSystems;
        this.valueSets = valueSets;
        this.budget = budget;
    }

    /**
     * Compiles a value set. Code systems and imports that are not here become {@link CompileProblem}s.
     *
     * @param rules version rules of the request; those of the value set itself are weaker
     * @param preferred exact versions, of the values that are validated, taken wherever an include leaves a choice
     * @throws TerminologyException for a value set that no code could be judged by: it imports itself, a filter has no
     *     value or is not known, an include names neither a code system nor a value set, there is nothing to compile
     */
    @Override
    public CompiledValueSet compile(ValueSetDefinition valueSet, VersionRules rules, List<Canonical> preferred) {
        VersionRules all = withOwn(rules, valueSet);
        IncludeVersions versions = new IncludeVersions(codeSystems, all, preferred);
        Imports imports = new Imports(valueSets, all.valueSet());
        return new Compilation(codeSystems, versions, imports, budget).compile(valueSet);
    }

    /** The rules of a request, completed with those that the value set states as expansion parameters. */
    private static VersionRules withOwn(VersionRules rules, ValueSetDefinition valueSet) {
        return new VersionRules(
                withOwn(rules.system(), valueSet, "system-version"),
                withOwn(rules.check(), valueSet, "check-system-version"),
                withOwn(rules.force(), valueSet, "force-system-version"),
                withOwn(rules.valueSet(), valueSet, "default-valueset-version"));
    }

    private static List<Canonical> withOwn(List<Canonical> rules, ValueSetDefinition valueSet, String parameter) {
        List<Canonical> all = new ArrayList<>(rules);
        for (ExpansionParameter own : valueSet.expansionParameters()) {
            if (own.name().equals(parameter)) {
                Canonical rule = Canonical.parse(own.value());
                if (rules.stream().noneMatch(other -> other.url().equals(rule.url()))) {
                    all.add(rule);
                }
            }
        }
        return all;
    }
}
