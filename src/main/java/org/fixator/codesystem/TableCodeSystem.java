package org.fixator.codesystem;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.fixator.codesystem.filter.FilterReader;
import org.fixator.codesystem.filter.FilterSource;
import org.fixator.coding.ContentMode;
import org.fixator.index.CodeDictionary;
import org.fixator.index.CodeOrder;
import org.fixator.index.Hierarchy;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.OrdinalSet;
import org.fixator.index.TextIndex;
import org.fixator.issue.AbsenceReasons;
import org.fixator.issue.LookupMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * A code system whose concepts are all known: every CodeSystem resource and every release that is a list of concepts. Made
 * by {@link CodeSystemBuilder}; immutable.
 *
 * <p>The text index is built by the first search, or ahead of it by {@link #prepare}.
 */
public final class TableCodeSystem implements CodeSystem {

    private final CodeSystemDescription description;
    private final ConceptTable table;
    private final AbsenceClaims claims;
    private final Lazy<CodeOrder> codeOrder;
    private final Lazy<TextIndex> textIndex;

    TableCodeSystem(CodeSystemDescription description, ConceptTable table) {
        this(description, table, new Lazy<>(() -> CodeOrder.of(table.codes())), null);
    }

    private TableCodeSystem(
            CodeSystemDescription description,
            ConceptTable table,
            Lazy<CodeOrder> codeOrder,
            @Nullable Lazy<TextIndex> textIndex) {
        this.description = description;
        this.table = table;
        this.claims = new AbsenceClaims(description);
        this.codeOrder = codeOrder;
        this.textIndex =
                textIndex == null ? new Lazy<>(() -> TextIndex.of(table.textSource(), codeOrder.get())) : textIndex;
    }

    /** Writes what has been built for searching to the derived part of an image. */
    void writeSearch(ImageOutput out) {
        out.optional(codeOrder.known(), (to, order) -> order.writeDerived(to));
        out.optional(textIndex.known(), (to, index) -> index.writeDerived(to));
    }

    /** Reads what {@link #writeSearch} wrote. */
    static TableCodeSystem read(CodeSystemDescription description, ConceptTable table, @Nullable ImageInput derived) {
        CodeOrder order = derived == null ? null : derived.optional(in -> CodeOrder.read(in, table.codes()));
        if (derived == null || order == null) {
            return new TableCodeSystem(description, table);
        }
        TextIndex index = derived.optional(in -> TextIndex.read(in, table.textSource(), order));
        return new TableCodeSystem(description, table, Lazy.of(order), index == null ? null : Lazy.of(index));
    }

    /**
     * The same code system, with the texts that another version of it has too taken from there: releases side by side cost
     * their differences and their structure.
     */
    public TableCodeSystem sharing(TableCodeSystem other) {
        ConceptTable shared = table.sharing(other.table);
        CodeOrder order = codeOrder.known();
        TextIndex index = textIndex.known();
        if (order == null) {
            return new TableCodeSystem(description, shared);
        }
        CodeOrder sharedOrder = order.in(shared.codes());
        return new TableCodeSystem(
                description,
                shared,
                Lazy.of(sharedOrder),
                index == null ? null : Lazy.of(index.in(shared.textSource(), sharedOrder)));
    }

    /** Builds now what would else be built by the first search. */
    public void prepare() {
        textIndex.get();
    }

    ConceptTable table() {
        return table;
    }

    /** Number of concepts. */
    public int size() {
        return table.size();
    }

    @Override
    public CodeSystemDescription description() {
        return description;
    }

    @Override
    public @Nullable Concept find(String code) {
        int ordinal = table.codes().find(code);
        return ordinal == CodeDictionary.NONE ? null : new TableConcept(this, ordinal);
    }

    /**
     * In a complete system a missing code certainly does not exist. In a fragment that is certain only where the fragment
     * says so ({@code complete-prefix}, {@code verified-absent}), or where the code is just a code of a complete prefix in
     * another spelling.
     */
    @Override
    public Absence absence(String code) {
        AbsenceClaims.Claim claim = claims.verifiedAbsent(code);
        if (claim != null) {
            return Absence.unlisted(true, claim.reason(), claim.meant());
        }
        String prefix = claims.completePrefix(code);
        if (prefix != null) {
            return Absence.unlisted(true, AbsenceReasons.completePrefix(prefix), List.of());
        }
        String written = claims.hasCompletePrefix() ? writtenOtherwise(code) : null;
        if (written != null) {
            return Absence.unlisted(true, AbsenceReasons.writtenOtherwise(written), List.of());
        }
        return Absence.unlisted(description.content() == ContentMode.COMPLETE, null, List.of());
    }

    /** The code of a complete prefix that differs from this one by case and punctuation only. */
    private @Nullable String writtenOtherwise(String code) {
        return NearestCodes.alike(table.codes(), codeOrder.get(), code).stream()
                .filter(alike -> claims.completePrefix(alike) != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> nearest(String code, Likeness likeness) {
        return NearestCodes.of(table.codes(), codeOrder.get(), code, likeness);
    }

    @Override
    public ConceptSet all() {
        return new TableConceptSet(this, table.all());
    }

    @Override
    public ConceptSet inactive() {
        return new TableConceptSet(this, table.statuses().inactives());
    }

    @Override
    public ConceptSet abstracts() {
        return new TableConceptSet(this, table.statuses().abstracts());
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        return EnumeratedConceptSet.of(this, concepts);
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        FilterSource attributes = new TableAttributes(description, table);
        return new TableConceptSet(this, FilterReader.read(attributes, filter).select(attributes));
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        TextIndex.Page page = textIndex.get().search(text, ordinals(within), offset, count);
        List<Concept> concepts = Arrays.stream(page.ordinals())
                .mapToObj(ordinal -> (Concept) new TableConcept(this, ordinal))
                .toList();
        return new RankedConcepts(concepts, page.total());
    }

    /**
     * @throws TerminologyException (422) where the hierarchy means {@code part-of}, and where no path is seen in a system
     *     that is not complete: it may lead over a concept that is not here, unless {@code complete-prefix} rules that out
     */
    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        int first = ordinal(a);
        int second = ordinal(b);
        Hierarchy hierarchy = table.hierarchy();
        if (first == second) {
            return Subsumption.EQUIVALENT;
        }
        if ("part-of".equals(description.hierarchyMeaning())) {
            throw undecided(a, b, "its hierarchy means part-of");
        }
        if (hierarchy.subsumes(first, second)) {
            return Subsumption.SUBSUMES;
        }
        if (hierarchy.subsumes(second, first)) {
            return Subsumption.SUBSUMED_BY;
        }
        if (description.content() != ContentMode.COMPLETE && !neighbourhood().excludes(first, second)) {
            throw undecided(a, b, "only a part of it is loaded, and no path between the codes is in it");
        }
        return Subsumption.NOT_SUBSUMED;
    }

    private FragmentSubsumption neighbourhood() {
        return new FragmentSubsumption(
                table.hierarchy(),
                ordinal -> claims.completePrefix(table.codes().code(ordinal)) != null);
    }

    private TerminologyException undecided(Concept a, Concept b, String reason) {
        return new TerminologyException(
                LookupMessages.subsumptionUndecided(description.url(), a.code(), b.code(), reason));
    }

    /** The ordinal of a concept, by its code where it belongs to another implementation; -1 where there is none. */
    int ordinal(Concept concept) {
        Concept bare = concept instanceof SupplementedConcept supplemented ? supplemented.base() : concept;
        if (bare instanceof TableConcept own && own.system() == this) {
            return own.ordinal();
        }
        return table.codes().find(bare.code());
    }

    /** The ordinals of a set. */
    OrdinalSet ordinals(ConceptSet set) {
        if (set instanceof TableConceptSet own && own.system() == this) {
            return own.ordinals();
        }
        if (set instanceof EnumeratedConceptSet own && own.system() == this) {
            return own.ordinals();
        }
        OrdinalSet.Builder ordinals = OrdinalSet.builder();
        for (Iterator<Concept> members = set.iterator(0); members.hasNext(); ) {
            int ordinal = ordinal(members.next());
            if (ordinal >= 0) {
                ordinals.add(ordinal);
            }
        }
        return ordinals.build();
    }
}
