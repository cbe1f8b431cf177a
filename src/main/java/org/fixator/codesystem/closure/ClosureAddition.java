package org.fixator.codesystem.closure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Subsumption;
import org.fixator.codesystem.UnknownCodeHints;
import org.fixator.codesystem.closure.ClosureTable.Entry;
import org.fixator.codesystem.closure.ClosureTable.Relation;
import org.fixator.coding.Coding;
import org.fixator.issue.ClosureMessages;
import org.fixator.issue.LookupMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/** Works out what new concepts bring to one closure table. Used by one thread, for one request. */
final class ClosureAddition {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_CODE = 1000;

    private final CodeSystems codeSystems;
    private final ClosureTable table;
    private final ClosureLimits limits;
    private final Budget budget;
    private final Map<String, Part> parts = new HashMap<>();
    private final List<Entry> newEntries = new ArrayList<>();
    private final List<Relation> newRelations = new ArrayList<>();

    /** The concepts of one system in the table, by their numbers there. */
    private record Part(CodeSystem system, List<Integer> numbers, List<Concept> concepts, Set<String> codes) {}

    ClosureAddition(CodeSystems codeSystems, ClosureTable table, ClosureLimits limits, Budget budget) {
        this.codeSystems = codeSystems;
        this.table = table;
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * Sees to it that the table still says what the code systems say that it was made with.
     *
     * @throws TerminologyException (422) where it has to be initialised anew
     */
    void requireSameSystems(CheckedClosures checked) {
        List<Entry> entries = table.entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Part part = parts.computeIfAbsent(entry.system(), url -> served(entry));
            Concept concept = part.system().find(entry.code());
            if (concept == null) {
                throw outdated(entry.system());
            }
            add(part, i, concept);
        }
        for (Part part : parts.values()) {
            if (!checked.agrees(table, part.system())) {
                requireAgreement(part);
                checked.note(table, part.system());
            }
        }
    }

    private Part served(Entry entry) {
        CodeSystem system = codeSystems.find(entry.system(), entry.systemVersion());
        if (system == null) {
            throw outdated(entry.system());
        }
        return new Part(system, new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    }

    private static void add(Part part, int number, Concept concept) {
        part.numbers().add(number);
        part.concepts().add(concept);
        part.codes().add(concept.code());
    }

    /** Makes the relations of a system anew and compares them with those that the client was told. */
    private void requireAgreement(Part part) {
        String url = part.system().description().url();
        Set<Pair> told = new HashSet<>();
        for (Relation relation : table.relations()) {
            if (table.entries().get(relation.narrower()).system().equals(url)) {
                told.add(Pair.of(relation));
            }
        }
        Set<Pair> now = new HashSet<>();
        try {
            for (int i = 1; i < part.numbers().size(); i++) {
                for (Relation relation :
                        relations(part, part.concepts().get(i), part.numbers().get(i), i)) {
                    now.add(Pair.of(relation));
                }
            }
        } catch (TerminologyException e) {
            budget.check();
            throw outdated(url);
        }
        if (!now.equals(told)) {
            throw outdated(url);
        }
    }

    private record Pair(int narrower, int broader, boolean equal) {
        static Pair of(Relation relation) {
            return new Pair(relation.narrower(), relation.broader(), relation.equal());
        }
    }

    /**
     * The table with the concepts that it does not hold yet; the table itself where it holds them all.
     *
     * @throws TerminologyException where one of them cannot be added, and then none is
     */
    ClosureTable of(List<Coding> codings) {
        for (Coding coding : codings) {
            add(coding);
        }
        return newEntries.isEmpty() ? table : table.with(newEntries, newRelations);
    }

    private void add(Coding coding) {
        String url = coding.system();
        String code = coding.code();
        if (url == null || code == null) {
            throw new TerminologyException(ClosureMessages.incompleteConcept());
        }
        if (code.length() > LONGEST_CODE) {
            throw new TerminologyException(ClosureMessages.codeTooLong(LONGEST_CODE), UNPROCESSABLE);
        }
        Part part = part(url, coding.version());
        Concept concept = find(part.system(), code);
        if (part.codes().contains(concept.code())) {
            return;
        }
        int number = table.entries().size() + newEntries.size();
        if (number >= limits.concepts()) {
            throw new TerminologyException(ClosureMessages.tooManyConcepts(table.name(), limits.concepts()));
        }
        CodeSystemDescription system = part.system().description();
        newEntries.add(new Entry(system.url(), system.version(), concept.code(), table.version() + 1));
        newRelations.addAll(relations(part, concept, number, part.numbers().size()));
        if (table.relations().size() + newRelations.size() > limits.relations()) {
            throw new TerminologyException(ClosureMessages.tooManyRelations(table.name(), limits.relations()));
        }
        add(part, number, concept);
    }

    /** The concepts of a system; its version is decided by the first of them. */
    private Part part(String stated, @Nullable String version) {
        String url = codeSystems.served(stated);
        Part part = parts.get(url);
        if (part == null) {
            CodeSystem system = codeSystems.find(url, version);
            if (system == null) {
                throw new TerminologyException(
                        LookupMessages.unknownSystem(stated, version, codeSystems.versions(url)), UNPROCESSABLE);
            }
            part = new Part(system, new ArrayList<>(), new ArrayList<>(), new HashSet<>());
            parts.put(url, part);
            return part;
        }
        String used = part.system().description().version();
        if (version != null && !version.equals(used)) {
            throw new TerminologyException(
                    ClosureMessages.otherVersion(table.name(), url, used, version), UNPROCESSABLE);
        }
        return part;
    }

    private Concept find(CodeSystem system, String code) {
        Concept concept = system.find(code);
        if (concept != null) {
            return concept;
        }
        CodeSystemDescription description = system.description();
        CodeSystem newest = codeSystems.find(description.url(), null);
        if (newest != null && newest.find(code) != null) {
            throw new TerminologyException(
                    ClosureMessages.codeOfOtherVersion(
                            table.name(),
                            code,
                            description.url(),
                            newest.description().version()),
                    UNPROCESSABLE);
        }
        List<String> hints = new UnknownCodeHints(codeSystems).of(system, code);
        throw new TerminologyException(
                LookupMessages.unknownCode(code, description.url(), description.version(), hints), UNPROCESSABLE);
    }

    /** How a concept relates to the first ones of its part. */
    private List<Relation> relations(Part part, Concept concept, int number, int count) {
        budget.check();
        List<Relation> relations = new ArrayList<>();
        long since = table.version() + 1;
        for (int i = 0; i < count; i++) {
            int other = part.numbers().get(i);
            Subsumption subsumption = part.system().subsumes(part.concepts().get(i), concept);
            if (subsumption == Subsumption.SUBSUMES) {
                relations.add(new Relation(number, other, false, since));
            } else if (subsumption == Subsumption.SUBSUMED_BY) {
                relations.add(new Relation(other, number, false, since));
            } else if (subsumption == Subsumption.EQUIVALENT) {
                relations.add(new Relation(number, other, true, since));
            }
        }
        return relations;
    }

    private TerminologyException outdated(String system) {
        return new TerminologyException(ClosureMessages.outdated(table.name(), system), UNPROCESSABLE);
    }
}
