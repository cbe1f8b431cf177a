package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fixator.index.CodeDictionary;
import org.fixator.index.CodeOrder;
import org.fixator.index.Folding;
import org.fixator.issue.Issue;
import org.junit.jupiter.api.Test;

/** Guesses on random small systems against the same made one by one, without any short cut. */
class NearestCodesTest {

    private static final String URL = "http://example.org/random";
    private static final List<String> ASCII = List.of("A", "a", "B", "1", "2", ".", "-", "?");
    /** Whatever case, folding and surrogates may spoil. */
    private static final List<String> ALL = List.of(
            "A", "a", "S", "s", "ſ", "1", ".", "?", "é", "e\u0301", "ß", "ﬁ", "K", "k", "Σ", "σ", "ς", "İ", "℃", "😀",
            "😁");

    private final long seed = Long.getLong("seed", 20697);
    private final Random random = new Random(seed);

    @Test
    void guessesAreThoseThatTryingEveryCharacterGives() {
        for (int round = 0; round < 2_000; round++) {
            List<String> letters = round % 2 == 0 ? ASCII : ALL;
            TableCodeSystem system = system(letters, round % 4 < 2);
            for (int i = 0; i < 10; i++) {
                String code = code(letters);
                assertEquals(
                        BruteForce.of(system, code),
                        system.nearest(code, Likeness.GUESS),
                        "seed " + seed + ", round " + round + ": " + code + " in " + Systems.codes(system.all()));
            }
        }
    }

    @Test
    void otherSpellingsAreThoseAmongTheGuesses() {
        for (int round = 0; round < 2_000; round++) {
            List<String> letters = round % 2 == 0 ? ASCII : ALL;
            TableCodeSystem system = system(letters, round % 4 < 2);
            for (int i = 0; i < 10; i++) {
                String code = code(letters);
                assertEquals(
                        BruteForce.otherSpellings(system, code),
                        told(system, code),
                        "seed " + seed + ", round " + round + ": " + code + " in " + Systems.codes(system.all()));
            }
        }
    }

    /** What validation asks whether it was meant. */
    private static List<String> told(CodeSystem system, String code) {
        Findings findings = new Findings();
        UnknownCodes.note(new Systems(), system, code, "code", findings);
        return findings.issues().stream()
                .map(Issue::text)
                .filter(text -> text.startsWith("Did you mean "))
                .toList();
    }

    private TableCodeSystem system(List<String> letters, boolean caseSensitive) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description(URL).withCaseSensitive(caseSensitive));
        Set<String> codes = new LinkedHashSet<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            codes.add(code(letters));
        }
        codes.forEach(code -> builder.add(code, null));
        return builder.build();
    }

    private String code(List<String> letters) {
        StringBuilder code = new StringBuilder();
        int length = 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            code.append(letters.get(random.nextInt(letters.size())));
        }
        return code.toString();
    }

    /** Every candidate as a text of its own, each looked up. */
    private record BruteForce(CodeDictionary codes, CodeOrder order, Set<String> found) {

        static List<String> of(TableCodeSystem system, String code) {
            CodeDictionary codes = system.table().codes();
            BruteForce force = new BruteForce(codes, CodeOrder.of(codes), new LinkedHashSet<>());
            String skeleton = Folding.skeleton(code);
            if (!skeleton.isEmpty()) {
                force.add(force.order.alike(skeleton));
            }
            force.addOneOff(code);
            force.addBeginning(skeleton);
            if (!skeleton.isEmpty()) {
                force.add(force.order.beginning(skeleton, 3));
            }
            return force.found.stream().limit(5).toList();
        }

        static List<String> otherSpellings(TableCodeSystem system, String code) {
            List<String> spelled = of(system, code).stream()
                    .filter(other ->
                            !other.equalsIgnoreCase(code) && bare(other).equalsIgnoreCase(bare(code)))
                    .map(other -> "'" + other + "'")
                    .toList();
            return spelled.isEmpty() ? List.of() : List.of("Did you mean " + String.join(" or ", spelled) + "?");
        }

        private static String bare(String code) {
            return code.replaceAll("[^\\p{L}\\p{N}]", "");
        }

        private void addBeginning(String skeleton) {
            for (int length = skeleton.length() - 1; length > 1; length--) {
                int[] ordinals = order.alike(skeleton.substring(0, length));
                if (ordinals.length > 0) {
                    add(ordinals);
                    return;
                }
            }
        }

        private void addOneOff(String code) {
            for (int i = code.length(); i >= 0 && found.size() < 5; i--) {
                String before = code.substring(0, i);
                String after = code.substring(i);
                if (!after.isEmpty()) {
                    add(before + after.substring(1));
                }
                if (after.length() > 1) {
                    add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
                }
                for (char c : order.alphabet().toCharArray()) {
                    add(before + c + after);
                    if (!after.isEmpty()) {
                        add(before + c + after.substring(1));
                    }
                }
            }
        }

        private void add(String candidate) {
            int ordinal = codes.find(candidate);
            if (ordinal != CodeDictionary.NONE) {
                found.add(codes.code(ordinal));
            }
        }

        private void add(int[] ordinals) {
            for (int ordinal : ordinals) {
                found.add(codes.code(ordinal));
            }
        }
    }
}
