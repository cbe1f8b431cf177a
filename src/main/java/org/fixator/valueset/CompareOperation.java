package org.fixator.valueset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.fixator.issue.CompareMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code ValueSet/$compare}: how the codes of one value set relate to those of another. The definitions are asked first,
 * because they tell even where a code system is not here or has no end; then the members. HL7's terminology ecosystem
 * knows the operation from its suite alone, which calls it {@code compare} and {@code related}.
 */
public final class CompareOperation {
    private final CodeSystems codeSystems;
    private final CompiledValueSets valueSets;
    private final Budget budget;

    public CompareOperation(CodeSystems codeSystems, CompiledValueSets valueSets, Budget budget) {
        this.codeSystems = codeSystems;
        this.valueSets = valueSets;
        this.budget = budget;
    }

    /** The members of a value set, or why they cannot be had. */
    private record Members(List<Selection> selections, boolean unclosed, @Nullable String failure) {}

    /**
     * @throws TerminologyException (422) where a supplement that is required is not here; whatever else keeps a value set
     *     from being expanded makes the answer {@link SetRelation#INDETERMINATE}
     */
    public CompareResult run(CompareRequest request) {
        requireSupplements(request);
        IncludeVersions versions = new IncludeVersions(codeSystems, request.versions(), List.of());
        Compared compared = new DefinitionComparison(codeSystems, versions).compare(request);
        return compared == null ? compareMembers(request) : result(request, compared, false);
    }

    private void requireSupplements(CompareRequest request) {
        Set<Canonical> required = new LinkedHashSet<>(request.supplements());
        required.addAll(request.one().supplements());
        required.addAll(request.other().supplements());
        List<String> missing = required.stream()
                .filter(supplement -> codeSystems.supplement(supplement) == null)
                .map(Canonical::toString)
                .toList();
        if (!missing.isEmpty()) {
            throw new TerminologyException(ValidationMessages.supplementMissing(missing), 422);
        }
    }

    private CompareResult compareMembers(CompareRequest request) {
        Members one = members(request.one(), request);
        Members other = members(request.other(), request);
        if (one.failure != null || other.failure != null) {
            return indeterminate(request, CompareMessages.expansionFailed(one.failure, other.failure));
        }
        if (one.unclosed || other.unclosed) {
            return indeterminate(request, CompareMessages.unclosed(one.unclosed, other.unclosed));
        }
        try {
            return result(request, new MemberComparison(budget).compare(one.selections, other.selections), true);
        } catch (TerminologyException e) {
            return indeterminate(request, text(e));
        }
    }

    private Members members(ValueSetDefinition valueSet, CompareRequest request) {
        try {
            CompiledValueSet compiled = valueSets.compile(valueSet, request.versions(), List.of());
            ExpansionRefusal.of(compiled.problems());
            List<Selection> selections = new ArrayList<>();
            for (Selection selection : compiled.selections()) {
                selections.add(
                        request.activeOnly()
                                ? selection.with(selection
                                        .members()
                                        .without(selection.system().inactive()))
                                : selection);
            }
            return new Members(selections, Unclosed.of(selections).isUnclosed(), null);
        } catch (TerminologyException e) {
            return new Members(List.of(), false, text(e));
        }
    }

    private static String text(TerminologyException e) {
        return e.issues().get(0).text();
    }

    private static CompareResult indeterminate(CompareRequest request, String reason) {
        String message = CompareMessages.indeterminate(
                request.one().label(), request.other().label(), reason);
        return new CompareResult(SetRelation.INDETERMINATE, message, true, CodeLists.NONE);
    }

    private static CompareResult result(CompareRequest request, Compared compared, boolean expanded) {
        SetRelation relation = compared.overlap().relation();
        String message =
                message(relation, request.one().label(), request.other().label());
        return new CompareResult(relation, message, expanded, compared.codes());
    }

    private static String message(SetRelation relation, String one, String other) {
        return switch (relation) {
            case SAME -> CompareMessages.same(one, other);
            case SUBSET -> CompareMessages.subset(one, other);
            case SUPERSET -> CompareMessages.superset(one, other);
            case OVERLAPPING -> CompareMessages.overlapping(one, other);
            case DISJOINT -> CompareMessages.disjoint(one, other);
            case EMPTY -> CompareMessages.empty(one, other);
            case INDETERMINATE -> throw new IllegalArgumentException("Needs a reason");
        };
    }
}
