package org.fixator.valueset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.ConceptSet;
import org.fixator.coding.Canonical;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/** One run of the {@link ValueSetCompiler}: a value set with everything that it imports. Used once, by one thread. */
final class Compilation {

    /** Deeper chains of imports are refused: nobody writes them, and each level costs stack. */
    private static final int DEEPEST = 64;

    private final CodeSystems codeSystems;
    private final IncludeVersions versions;
    private final Imports imports;
    private final Budget budget;

    private final Map<Canonical, Parts> done = new HashMap<>();
    private final Deque<ValueSetDefinition> path = new ArrayDeque<>();
    private final List<CompileProblem> problems = new ArrayList<>();
    private final List<IncludeVersion> choices = new ArrayList<>();
    private final Set<CodeSystem> consulted = new LinkedHashSet<>();
    private final Map<Canonical, ValueSetDefinition> imported = new HashMap<>();
    private final List<ValueSetDefinition> importOrder = new ArrayList<>();

    Compilation(CodeSystems codeSystems, IncludeVersions versions, Imports imports, Budget budget) {
        this.codeSystems = codeSystems;
        this.versions = versions;
        this.imports = imports;
        this.budget = budget;
    }

    /** What a value set comes down to. */
    private record Parts(List<Selection> selections, List<Membership> memberships) {}

    CompiledValueSet compile(ValueSetDefinition valueSet) {
        Parts parts = parts(valueSet, valueSet);
        VersionIdentity identity = VersionIdentity.of(valueSet);
        return new CompiledValueSet(
                valueSet,
                parts.selections(),
                parts.memberships(),
                problems,
                List.copyOf(consulted),
                importOrder,
                bases(parts.selections(), valueSet),
                choices,
                imports.applied(),
                identity.statesVersions(),
                identity.matches());
    }

    private List<ValueSetDefinition> bases(List<Selection> selections, ValueSetDefinition container) {
        List<ValueSetDefinition> bases = new ArrayList<>();
        for (Selection selection : selections) {
            String basis = selection.system().commonCodes();
            if (basis != null && selection.isUnlisted()) {
                ValueSetDefinition found = imports.find(Canonical.parse(basis), container);
                if (found != null) {
                    bases.add(found);
                }
            }
        }
        return bases;
    }

    /** @param container the value set that {@code #id} references are looked up in */
    private Parts parts(ValueSetDefinition valueSet, ValueSetDefinition container) {
        enter(valueSet);
        Compose compose = valueSet.compose();
        Parts parts = compose == null ? stored(valueSet) : composed(valueSet, compose, container);
        path.removeLast();
        return parts;
    }

    private void enter(ValueSetDefinition valueSet) {
        budget.check();
        for (ValueSetDefinition above : path) {
            if (isSame(above, valueSet)) {
                throw new TerminologyException(ExpansionMessages.circularImport(
                        name(valueSet), path.stream().map(Compilation::name).toList()));
            }
        }
        if (path.size() == DEEPEST) {
            throw new TerminologyException(ExpansionMessages.importsTooDeep(name(path.getFirst()), DEEPEST));
        }
        path.addLast(valueSet);
    }

    private static boolean isSame(ValueSetDefinition one, ValueSetDefinition other) {
        return one.canonical() == null ? one.equals(other) : one.canonical().equals(other.canonical());
    }

    private static String name(ValueSetDefinition valueSet) {
        return valueSet.canonical() == null && valueSet.id() != null ? "#" + valueSet.id() : valueSet.label();
    }

    private static Parts stored(ValueSetDefinition valueSet) {
        StoredExpansion expansion = valueSet.expansion();
        if (expansion == null) {
            throw new TerminologyException(ExpansionMessages.nothingToExpand(valueSet.label()));
        }
        List<Selection> selections = StoredSystem.selections(expansion);
        return new Parts(
                selections,
                selections.stream()
                        .map(selection -> new Membership(selection.system(), selection.members()))
                        .toList());
    }

    private Parts composed(ValueSetDefinition valueSet, Compose compose, ValueSetDefinition container) {
        if (compose.lockedDate() != null) {
            throw new TerminologyException(ExpansionMessages.lockedDate(valueSet.label()));
        }
        VersionIdentity identity = VersionIdentity.of(valueSet);
        Coverage excluded = new Coverage(identity.acrossVersions());
        for (int i = 0; i < compose.exclude().size(); i++) {
            for (Selection selection : select(compose.exclude().get(i), i, true, container)) {
                excluded.add(selection.system(), selection.members());
            }
        }
        Coverage gathered = new Coverage(identity.acrossVersions());
        List<Selection> selections = new ArrayList<>();
        for (int i : IncludeOrder.of(compose.include(), codeSystems)) {
            for (Selection selection : select(compose.include().get(i), i, false, container)) {
                CodeSystem system = selection.system();
                ConceptSet members = excluded.remove(system, selection.members());
                if (Boolean.FALSE.equals(compose.inactive())) {
                    members = members.without(system.inactive());
                }
                selections.add(selection.with(gathered.remove(system, members)));
                gathered.add(system, members);
            }
        }
        return new Parts(selections, gathered.memberships());
    }

    private List<Selection> select(Include include, int number, boolean exclude, ValueSetDefinition container) {
        budget.check();
        String at = "ValueSet.compose." + (exclude ? "exclude[" : "include[") + number + "]";
        IncludeMembers.requireSense(include, at);
        List<Parts> imports = imports(include, exclude, container);
        String stated = include.system();
        if (stated == null) {
            return imports.size() < include.valueSets().size() ? List.of() : imported(imports, number);
        }
        List<Selection> selections = new ArrayList<>();
        for (IncludeVersion version : versions.all(codeSystems.served(stated), include.version())) {
            CodeSystem system = usable(version);
            if (system != null && version instanceof IncludeVersion.Found found) {
                Selection selection = IncludeMembers.select(include, number, found, supplements(include), at);
                selections.add(selection.with(cut(selection.members(), system, imports)));
            }
        }
        return selections;
    }

    /** What the value set and those that import it require; one that is not here is for the operation to refuse. */
    private List<CodeSystem> supplements(Include include) {
        if (include.filters().isEmpty()) {
            return List.of();
        }
        return path.stream()
                .flatMap(valueSet -> valueSet.supplements().stream())
                .flatMap(canonical -> Stream.ofNullable(codeSystems.supplement(canonical)))
                .toList();
    }

    /** The code system version, where its concepts can be used; what stands against it becomes a problem. */
    private @Nullable CodeSystem usable(IncludeVersion version) {
        choices.add(version);
        if (version instanceof IncludeVersion.Missing missing) {
            CodeSystem supplement = codeSystems.supplement(new Canonical(missing.url(), missing.asked()));
            problems.add(
                    supplement == null
                            ? new CompileProblem.MissingCodeSystem(missing)
                            : new CompileProblem.NoContent(supplement));
            return null;
        }
        IncludeVersion.Found found = (IncludeVersion.Found) version;
        if (found.brokenCheck() != null) {
            problems.add(new CompileProblem.ForbiddenVersion(found, found.brokenCheck()));
        }
        switch (found.system().description().content()) {
            case NOT_PRESENT, EXAMPLE, SUPPLEMENT -> {
                problems.add(new CompileProblem.NoContent(found.system()));
                return null;
            }
            default -> {
                consulted.add(found.system());
                return found.system();
            }
        }
    }

    private List<Parts> imports(Include include, boolean exclude, ValueSetDefinition container) {
        List<Parts> found = new ArrayList<>();
        for (Canonical reference : include.valueSets()) {
            Canonical pinned = imports.pinned(reference);
            ValueSetDefinition valueSet = imports.find(pinned, container);
            if (valueSet == null) {
                problems.add(new CompileProblem.MissingValueSet(pinned, exclude));
            } else {
                found.add(pinned.url().startsWith("#") ? parts(valueSet, container) : referenced(valueSet));
            }
        }
        return found;
    }

    /** A value set with a canonical of its own: compiled once, however many import it. */
    private Parts referenced(ValueSetDefinition valueSet) {
        Canonical canonical = valueSet.canonical();
        if (canonical == null) {
            return parts(valueSet, valueSet);
        }
        Parts known = done.get(canonical);
        if (known == null) {
            known = parts(valueSet, valueSet);
            done.put(canonical, known);
        }
        if (imported.putIfAbsent(canonical, valueSet) == null) {
            importOrder.add(valueSet);
        }
        return known;
    }

    /** Several value sets in one include: what the first selects, cut with each of the others. */
    private static List<Selection> imported(List<Parts> imports, int number) {
        List<Selection> selections = new ArrayList<>();
        for (Selection selection : imports.get(0).selections()) {
            ConceptSet members = cut(selection.members(), selection.system(), imports.subList(1, imports.size()));
            selections.add(selection.at(number).with(members));
        }
        return selections;
    }

    private static ConceptSet cut(ConceptSet members, CodeSystem system, List<Parts> imports) {
        ConceptSet rest = members;
        for (Parts imported : imports) {
            rest = Coverage.of(imported.memberships()).keep(system, rest);
        }
        return rest;
    }
}
