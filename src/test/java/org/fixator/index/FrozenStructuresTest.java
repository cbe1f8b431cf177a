package org.fixator.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FrozenStructuresTest {

    @Test
    void textsOfAnyLengthComeBackAcrossPages() {
        Random random = new Random(5);
        Texts.Builder builder = new Texts.Builder();
        List<String> texts = new ArrayList<>();
        List<Integer> addresses = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String text = "é".repeat(random.nextInt(700)) + i;
            texts.add(text);
            addresses.add(builder.add(text));
        }
        texts.add("x".repeat(3 << 20));
        addresses.add(builder.add(texts.get(texts.size() - 1)));
        texts.add("");
        addresses.add(builder.add(""));
        Texts frozen = builder.freeze();
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), frozen.get(addresses.get(i)));
            assertTrue(frozen.equals(addresses.get(i), texts.get(i).getBytes(StandardCharsets.UTF_8)));
            assertFalse(addresses.get(i) == Texts.NONE);
        }
    }

    @Test
    void aDictionaryFindsEveryCodeAndNothingElse() {
        CodeDictionary codes = dictionary(true, numbered(5_000));
        for (int i = 0; i < 5_000; i++) {
            assertEquals(i, codes.find("C" + i));
            assertEquals("C" + i, codes.code(i));
            assertEquals(CodeDictionary.NONE, codes.find("c" + i));
        }
        assertEquals(CodeDictionary.NONE, codes.find(""));
        assertEquals(CodeDictionary.NONE, dictionary(true).find("C1"));
    }

    @Test
    void aDictionaryFindsCodesAmongOrdinalsThatHaveNone() {
        Texts.Builder texts = new Texts.Builder();
        CodeDictionary.Builder builder = new CodeDictionary.Builder(texts);
        for (int i = 0; i < 20; i++) {
            builder.put(i * 997, "C" + i);
        }
        CodeDictionary codes = builder.freeze(texts.freeze(), 20_000, true);
        for (int i = 0; i < 20; i++) {
            assertEquals(i * 997, codes.find("C" + i));
        }
        assertEquals(CodeDictionary.NONE, codes.find("C20"));
    }

    @Test
    void aDictionaryWithoutCaseStillPrefersTheCodeAsWritten() {
        CodeDictionary codes = dictionary(false, "mm", "MM", "Straße", "kg");
        assertEquals(0, codes.find("mm"));
        assertEquals(1, codes.find("MM"));
        assertTrue(codes.find("Mm") >= 0);
        assertEquals(2, codes.find("STRASSE"));
        assertEquals(3, codes.find("KG"));
        assertEquals(CodeDictionary.NONE, codes.find("g"));
    }

    @Test
    void aDictionaryFindsWhatALookAtEveryCodeFinds() {
        Random random = new Random(7);
        List<String> letters = List.of("A", "a", "S", "s", "ſ", "ß", "1", ".", "é", "É", "K", "k", "😀");
        for (int round = 0; round < 1_000; round++) {
            TreeSet<String> written = new TreeSet<>();
            for (int i = 0; i < 10; i++) {
                written.add(code(letters, random));
            }
            boolean caseSensitive = round % 2 == 0;
            CodeDictionary codes = dictionary(caseSensitive, written.toArray(String[]::new));
            for (int i = 0; i < 10; i++) {
                String asked = code(letters, random);
                int found = codes.find(asked.getBytes(StandardCharsets.UTF_8));
                assertEquals(codes.find(asked), found);
                String code = found == CodeDictionary.NONE ? null : codes.code(found);
                if (written.contains(asked)) {
                    assertEquals(asked, code);
                } else {
                    assertEquals(!caseSensitive && holdsWithoutCase(written, asked), code != null, asked);
                    assertTrue(code == null || Folding.foldCase(code).equals(Folding.foldCase(asked)), asked);
                }
            }
        }
    }

    private static boolean holdsWithoutCase(Collection<String> written, String asked) {
        return written.stream().anyMatch(code -> Folding.foldCase(code).equals(Folding.foldCase(asked)));
    }

    private static String code(List<String> letters, Random random) {
        StringBuilder code = new StringBuilder();
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
            code.append(letters.get(random.nextInt(letters.size())));
        }
        return code.toString();
    }

    @Test
    void aBuilderTellsADuplicate() {
        CodeDictionary.Builder codes = new CodeDictionary.Builder(new Texts.Builder());
        assertEquals(CodeDictionary.NONE, codes.put(0, "a"));
        assertEquals(0, codes.put(1, "a"));
        assertFalse(codes.hasCode(1));
    }

    @Test
    void codesAreFoundByTheirLettersAndDigits() {
        CodeOrder order = CodeOrder.of(dictionary(true, "S82.2", "S82.251A", "s82-2", "T1", "+"));
        assertEquals(2, order.alike("s822").length);
        assertEquals(3, order.beginning("s82", 10).length);
        assertEquals(1, order.beginning("s82", 1).length);
        assertEquals(0, order.beginning("u", 10).length);
    }

    @Test
    void howMuchOfABeginningCodesShareIsKnown() {
        CodeOrder order = CodeOrder.of(dictionary(true, "S82.2", "S82.251A", "T1", "+"));
        assertEquals(4, order.sharedBeginning("s822x"));
        assertEquals(3, order.sharedBeginning("s829x"));
        assertEquals(6, order.sharedBeginning("s82251"));
        assertEquals(1, order.sharedBeginning("t9"));
        assertEquals(0, order.sharedBeginning("u"));
        assertEquals(0, order.sharedBeginning(""));
        assertEquals(0, CodeOrder.of(dictionary(true)).sharedBeginning("s"));
    }

    @Test
    void listsKeepTheOrderOfTheirPairs() {
        IntLists lists = IntLists.of(3, ints(2, 0, 2, 2), ints(7, 5, 6, 7));
        assertEquals(1, lists.count(0));
        assertEquals(0, lists.count(1));
        assertEquals(3, lists.count(2));
        assertEquals(6, lists.entry(lists.start(2) + 1));
        IntLists inverse = lists.transpose(8);
        assertEquals(2, inverse.count(7));
        assertEquals(2, inverse.entry(inverse.start(5) + 1));
    }

    @Test
    void aSetPagesFromAnyOffset() {
        Random random = new Random(6);
        TreeSet<Integer> naive = new TreeSet<>();
        OrdinalSet.Builder builder = OrdinalSet.builder();
        for (int i = 0; i < 20_000; i++) {
            int ordinal = random.nextInt(1_000_000);
            naive.add(ordinal);
            builder.add(ordinal);
        }
        OrdinalSet set = builder.build();
        List<Integer> sorted = new ArrayList<>(naive);
        assertEquals(sorted.size(), set.size());
        for (int offset : new int[] {0, 1, 9_999, sorted.size() - 1}) {
            PrimitiveIterator.OfInt members = set.iterator(offset);
            assertEquals(sorted.get(offset), members.next());
        }
        assertFalse(set.iterator(sorted.size()).hasNext());
    }

    @Test
    void setsCombine() {
        OrdinalSet low = OrdinalSet.range(0, 5);
        OrdinalSet some = OrdinalSet.of(7, 3);
        assertEquals(OrdinalSet.of(3), low.and(some));
        assertEquals(OrdinalSet.of(0, 1, 2, 3, 4, 7), low.or(some));
        assertEquals(OrdinalSet.of(7), some.without(low));
        assertTrue(low.without(low).isEmpty());
    }

    @Test
    void wordsFoldAndSplit() {
        assertEquals(List.of("alzheimers", "disease"), Words.of("Alzheimer's disease"));
        assertEquals(List.of("strasse", "b12"), Words.of("(Straße)/B12-'"));
        assertEquals(List.of("骨", "折", "x"), Words.of("骨折x"));
        assertEquals(List.of(), Words.of(" -- "));
    }

    private static Ints ints(int... values) {
        Ints ints = new Ints();
        for (int value : values) {
            ints.add(value);
        }
        return ints;
    }

    private static String[] numbered(int count) {
        String[] codes = new String[count];
        for (int i = 0; i < count; i++) {
            codes[i] = "C" + i;
        }
        return codes;
    }

    private static CodeDictionary dictionary(boolean caseSensitive, String... codes) {
        Texts.Builder texts = new Texts.Builder();
        CodeDictionary.Builder builder = new CodeDictionary.Builder(texts);
        for (int i = 0; i < codes.length; i++) {
            builder.put(i, codes[i]);
        }
        return builder.freeze(texts.freeze(), codes.length, caseSensitive);
    }
}
