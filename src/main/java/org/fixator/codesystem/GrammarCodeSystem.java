package org.fixator.codesystem;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.fixator.codesystem.filter.RegexCost;
import org.fixator.coding.Designation;
import org.fixator.issue.SystemMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * A code system with a grammar: any code that the grammar reads is in it, so its sets are open; what is listed of them
 * are the codes in common use.
 */
public final class GrammarCodeSystem implements CodeSystem {

    private final CodeSystemDescription description;
    private final Grammar grammar;
    private final @Nullable String commonCodes;

    /**
     * @param commonCodes canonical of the value set that the grammar's common codes are
     */
    public GrammarCodeSystem(CodeSystemDescription description, Grammar grammar, @Nullable String commonCodes) {
        this.description = description;
        this.grammar = grammar;
        this.commonCodes = commonCodes;
    }

    @Override
    public CodeSystemDescription description() {
        return description;
    }

    @Override
    public @Nullable String commonCodes() {
        return commonCodes;
    }

    @Override
    public @Nullable Concept find(String code) {
        return grammar.read(code);
    }

    @Override
    public Absence absence(String code) {
        return Absence.malformed(grammar.complaint(code));
    }

    /** What the grammar suggests is cheap to find, whether it is a slip or a guess. */
    @Override
    public List<String> nearest(String code, Likeness likeness) {
        return grammar.suggestions(code);
    }

    @Override
    public ConceptSet all() {
        return new PredicateSet(concept -> true, grammar.common(), grammar.isClosed());
    }

    @Override
    public ConceptSet inactive() {
        return select(Concept::isInactive);
    }

    @Override
    public ConceptSet abstracts() {
        return select(Concept::isAbstract);
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        return PredicateSet.of(concepts);
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        Predicate<Concept> test = isOfCode(filter) ? byCode(filter) : grammar.filter(filter);
        if (test == null) {
            throw new TerminologyException(SystemMessages.unknownFilter(
                    filter.property(), filter.operator(), String.valueOf(filter.value()), description.url()));
        }
        return select(test);
    }

    private ConceptSet select(Predicate<Concept> test) {
        return new PredicateSet(test, grammar.common().stream().filter(test).toList(), grammar.isClosed());
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        String[] words = words(text);
        List<Ranked> found = new ArrayList<>();
        Iterator<Concept> members = within.iterator(0);
        while (members.hasNext()) {
            Concept concept = members.next();
            int rank = rank(concept, words);
            if (rank >= 0) {
                found.add(new Ranked(concept, rank));
            }
        }
        found.sort(Comparator.comparingInt(Ranked::rank));
        List<Concept> page =
                found.stream().skip(offset).limit(count).map(Ranked::concept).toList();
        return new RankedConcepts(page, found.size());
    }

    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        return grammar.isSame(a, b) ? Subsumption.EQUIVALENT : Subsumption.NOT_SUBSUMED;
    }

    private static boolean isOfCode(PropertyFilter filter) {
        return filter.property().equals("code") || filter.property().equals("concept");
    }

    private @Nullable Predicate<Concept> byCode(PropertyFilter filter) {
        String value = filter.value();
        if (value == null) {
            return null;
        }
        List<String> codes =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        return switch (filter.operator()) {
            case "=" -> concept -> concept.code().equals(value);
            case "in" -> concept -> codes.contains(concept.code());
            case "not-in" -> concept -> !codes.contains(concept.code());
            case "regex" -> {
                Pattern pattern = pattern(filter, value);
                yield concept -> pattern.matches(concept.code());
            }
            default -> null;
        };
    }

    private Pattern pattern(PropertyFilter filter, String value) {
        String tooLarge = RegexCost.complaint(value);
        if (tooLarge != null) {
            throw new TerminologyException(SystemMessages.badFilterValue(
                    filter.property(), filter.operator(), "the expression", description.url(), tooLarge));
        }
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new TerminologyException(SystemMessages.badFilterValue(
                    filter.property(), filter.operator(), value, description.url(), e.getDescription()));
        }
    }

    /** 0 for the code itself, 1 for a code that begins so, 2 for a name that does, 3 for words in it; -1 for none. */
    private static int rank(Concept concept, String[] words) {
        if (words.length == 0) {
            return -1;
        }
        String code = concept.code().toLowerCase(Locale.ROOT);
        String whole = String.join(" ", words);
        if (code.equals(whole)) {
            return 0;
        }
        if (code.startsWith(whole)) {
            return 1;
        }
        int best = matches(concept.display(), words, whole);
        for (Designation designation : concept.designations()) {
            best = Math.max(best, matches(designation.value(), words, whole));
        }
        return best == 0 ? -1 : 4 - best;
    }

    /** 2 where the text begins so, 1 where each word begins a word of the text, else 0. */
    private static int matches(@Nullable String text, String[] words, String whole) {
        if (text == null) {
            return 0;
        }
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.startsWith(whole)) {
            return 2;
        }
        String[] of = words(text);
        for (String word : words) {
            if (Arrays.stream(of).noneMatch(w -> w.startsWith(word))) {
                return 0;
            }
        }
        return 1;
    }

    private static String[] words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s()/,]+", -1))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private record Ranked(Concept concept, int rank) {}
}
