package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystems;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * {@code ValueSet/$expand}. A page costs the page: concepts before and after it are neither listed nor looked at, unless
 * a tree is asked for, which shows all of them.
 *
 * @see <a href="https://hl7.org/fhir/R5/valueset-operation-expand.html">ValueSet/$expand</a>
 */
public final class ExpandOperation {

    private final CodeSystems codeSystems;
    private final CompiledValueSets valueSets;
    private final Budget budget;

    public ExpandOperation(CodeSystems codeSystems, CompiledValueSets valueSets, Budget budget) {
        this.codeSystems = codeSystems;
        this.valueSets = valueSets;
        this.budget = budget;
    }

    /**
     * @throws TerminologyException where the value set cannot be expanded: it refers to what is not here, it cannot be
     *     enumerated, or it is larger than the limit and no page was asked for
     */
    public ExpandResult run(ExpandRequest request) {
        ExpansionSettings settings = ExpansionSettings.of(request);
        CompiledValueSet compiled = new SystemExclusion(settings.excludeSystems())
                .apply(valueSets.compile(request.valueSet(), request.versions(), List.of()));
        ExpansionRefusal.of(compiled.problems());
        List<Selection> selections = narrowed(compiled.selections(), settings);
        requireEnumerable(selections);
        Supplements supplements = Supplements.of(codeSystems, settings.supplements(), compiled.codeSystems());
        EntryComposer composer = new EntryComposer(settings, supplements, tellsVersions(compiled));
        Unclosed unclosed = Unclosed.of(selections);

        ExpansionPage page = page(selections, settings);
        List<? extends ExpansionEntry> entries = entries(page, settings, unclosed, compiled, composer);
        return new ExpandResult(
                request.valueSet(),
                Boolean.TRUE.equals(settings.includeDefinition()),
                unclosed.isTotalKnown() ? (int) Math.min(Integer.MAX_VALUE, page.total()) : null,
                request.offset(),
                ExpansionReport.of(settings, compiled, supplements.used()),
                composer.declared(),
                unclosed.extensions(),
                entries,
                notices(selections));
    }

    private static List<String> notices(List<Selection> selections) {
        List<String> notices = List.of();
        for (Selection selection : selections) {
            String notice = selection.system().notice();
            if (notice != null && !notices.contains(notice)) {
                notices = notices.isEmpty() ? new ArrayList<>(2) : notices;
                notices.add(notice);
            }
        }
        return notices;
    }

    private static List<Selection> narrowed(List<Selection> selections, ExpansionSettings settings) {
        if (!settings.isActiveOnly() && !Boolean.TRUE.equals(settings.excludeNotForUI())) {
            return selections;
        }
        List<Selection> narrowed = new ArrayList<>(selections.size());
        for (Selection selection : selections) {
            Selection rest = selection;
            if (settings.isActiveOnly()) {
                rest = rest.with(rest.members().without(rest.system().inactive()));
            }
            if (Boolean.TRUE.equals(settings.excludeNotForUI())) {
                rest = rest.with(rest.members().without(rest.system().abstracts()));
            }
            narrowed.add(rest);
        }
        return narrowed;
    }

    /** A grammar without any code that has a name of its own has nothing to show. */
    private static void requireEnumerable(List<Selection> selections) {
        for (Selection selection : selections) {
            if (selection.scope() == Selection.Scope.WHOLE
                    && !selection.members().isClosed()
                    && selection.members().size() == 0) {
                throw new TerminologyException(
                        ExpansionMessages.notEnumerable(
                                selection.system().description().url()),
                        422);
            }
        }
    }

    /** Versions are told where the compose names several of one system, or imports bring several together. */
    private static boolean tellsVersions(CompiledValueSet compiled) {
        return compiled.statesVersions()
                || (compiled.memberships().size() > 1
                        && compiled.memberships().size() > compiled.systems().size());
    }

    private ExpansionPage page(List<Selection> selections, ExpansionSettings settings) {
        int offset = settings.offset();
        Integer asked = settings.request().count();
        int limit = limit(settings.request());
        int count = asked == null ? Integer.MAX_VALUE : asked;
        String text = settings.filter();
        if (text == null) {
            long left = Math.max(0, ExpansionPage.total(selections) - offset);
            requireWithin(Math.min(left, count), limit, settings);
            ExpansionLimits.require(selections, offset, count, settings);
            return ExpansionPage.walk(selections, offset, count, budget);
        }
        // One more than the limit, to see whether there are more.
        int most = (int) Math.min(count, limit + 1L);
        ExpansionPage page = new ExpansionSearch(text, budget).page(selections, offset, most);
        requireWithin(page.picks().size(), limit, settings);
        ExpansionLimits.requireFound(page, offset, settings);
        return page;
    }

    private int limit(ExpandRequest request) {
        Integer asked = request.costThreshold();
        return asked == null ? budget.maximumExpansion() : Math.min(asked, budget.maximumExpansion());
    }

    private static void requireWithin(long size, int limit, ExpansionSettings settings) {
        if (size > limit) {
            throw new TerminologyException(
                    ExpansionMessages.tooCostly(settings.request().valueSet().label(), limit));
        }
    }

    private static List<? extends ExpansionEntry> entries(
            ExpansionPage page,
            ExpansionSettings settings,
            Unclosed unclosed,
            CompiledValueSet compiled,
            EntryComposer composer) {
        if (isNested(page, settings, unclosed, compiled)) {
            List<ExpansionTree.Node> roots = ExpansionTree.of(page.picks());
            if (roots != null) {
                return entries(roots, composer);
            }
        }
        List<ExpansionEntry> entries = new ArrayList<>(page.picks().size());
        for (Pick pick : page.picks()) {
            entries.add(composer.entry(pick));
        }
        return entries;
    }

    private static List<ExpandedConcept> entries(List<ExpansionTree.Node> nodes, EntryComposer composer) {
        List<ExpandedConcept> entries = new ArrayList<>();
        nodes.forEach(node -> entries.add(composer.entry(node.pick(), entries(node.below(), composer))));
        return entries;
    }

    /** A tree shows everything at once, and only what the code system itself arranges: no list, no search, no import. */
    private static boolean isNested(
            ExpansionPage page, ExpansionSettings settings, Unclosed unclosed, CompiledValueSet compiled) {
        return !Boolean.TRUE.equals(settings.excludeNested())
                && settings.filter() == null
                && settings.offset() == 0
                && isWhole(page, settings.request().count())
                && unclosed.isTotalKnown()
                && isArranged(compiled.definition().compose());
    }

    /** A client that asks for a page is given one, unless all there is does not fill it. */
    private static boolean isWhole(ExpansionPage page, @Nullable Integer count) {
        return page.picks().size() == page.total() && (count == null || count > page.total());
    }

    private static boolean isArranged(@Nullable Compose compose) {
        return compose == null
                || (compose.include().stream().allMatch(ExpandOperation::isArranged)
                        && compose.exclude().stream().allMatch(ExpandOperation::isArranged));
    }

    private static boolean isArranged(Include include) {
        return include.concepts() == null
                && include.valueSets().isEmpty()
                && include.filters().size() <= 1;
    }
}
