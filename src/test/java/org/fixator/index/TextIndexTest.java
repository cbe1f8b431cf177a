package org.fixator.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    private record Entry(String code, @Nullable String display, List<String> names) {

        Entry(String code, @Nullable String display, String... names) {
            this(code, display, List.of(names));
        }
    }

    private record Entries(List<Entry> entries) implements TextSource {

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public @Nullable String display(int ordinal) {
            return entries.get(ordinal).display();
        }

        @Override
        public void forEachName(int ordinal, Consumer<String> visitor) {
            entries.get(ordinal).names().forEach(visitor);
        }

        CodeDictionary codes() {
            Texts.Builder texts = new Texts.Builder();
            CodeDictionary.Builder codes = new CodeDictionary.Builder(texts);
            for (int i = 0; i < entries.size(); i++) {
                codes.put(i, entries.get(i).code());
            }
            return codes.freeze(texts.freeze(), entries.size(), true);
        }

        TextIndex index() {
            return TextIndex.of(this, CodeOrder.of(codes()));
        }
    }

    private static final Entries FRACTURES = new Entries(List.of(
            new Entry("S82", "Fracture of lower leg, including ankle"),
            new Entry("S82.2", "Fracture of shaft of tibia"),
            new Entry("S82.251A", "Displaced comminuted fracture of shaft of right tibia, initial encounter"),
            new Entry("S82.254A", "Nondisplaced comminuted fracture of shaft of right tibia, initial encounter"),
            new Entry("M48.0", "Ménière's disease", "Endolymphatic hydrops"),
            new Entry("tibia", "A bone"),
            new Entry("X1", null, "Tibia")));

    private static List<String> search(String text) {
        return search(text, OrdinalSet.range(0, FRACTURES.size()), 0, 100);
    }

    private static List<String> search(String text, OrdinalSet within, int offset, int count) {
        return Arrays.stream(
                        FRACTURES.index().search(text, within, offset, count).ordinals())
                .mapToObj(ordinal -> FRACTURES.entries().get(ordinal).code())
                .toList();
    }

    @Test
    void allWordsMatchByTheirBeginnings() {
        assertEquals(List.of("S82.251A", "S82.254A"), search("comm tib"));
        assertEquals(List.of(), search("comm tibx"));
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertEquals(List.of("M48.0"), search("MENIERES"));
        assertEquals(List.of("M48.0"), search("ménière's dis"));
    }

    @Test
    void theExactCodeComesFirstAndCodesThatBeginSoNext() {
        assertEquals(List.of("S82.251A"), search("s82251a"));
        assertEquals(List.of("S82.2", "S82.251A", "S82.254A"), search("S82.2"));
        assertEquals(List.of("tibia", "S82.2", "S82.251A", "S82.254A", "X1"), search("tibia"));
    }

    @Test
    void displaysThatBeginSoComeBeforeOthersAndShorterOnesFirst() {
        assertEquals(List.of("S82.2", "S82", "S82.251A", "S82.254A"), search("fracture"));
        assertEquals(List.of("S82.251A"), search("displaced comm"));
    }

    @Test
    void furtherNamesAreSearchedToo() {
        assertEquals(List.of("M48.0"), search("hydrops"));
    }

    @Test
    void codeAndDisplayMatchTogether() {
        assertEquals(List.of("S82.251A", "S82.254A"), search("S82 comm"));
    }

    @Test
    void onlyWhatIsWithinIsFoundAndCounted() {
        OrdinalSet within = OrdinalSet.of(0, 3);
        assertEquals(List.of("S82", "S82.254A"), search("fracture", within, 0, 10));
        assertEquals(2, FRACTURES.index().search("fracture", within, 0, 1).total());
    }

    @Test
    void anEmptyTextFindsEverything() {
        assertEquals(FRACTURES.size(), search(" ").size());
    }

    @Test
    void aTextWithoutLettersFindsOnlyTheCodeThatIsWrittenSo() {
        Entries units = new Entries(List.of(new Entry("%", "percent"), new Entry("%{x}", "percent of x")));
        TextIndex.Page page = units.index().search("%", OrdinalSet.range(0, 2), 0, 10);
        assertEquals("[0]", Arrays.toString(page.ordinals()));
    }

    @Test
    void pagesAreCutFromOneOrder() {
        List<String> whole = search("fracture");
        OrdinalSet all = OrdinalSet.range(0, FRACTURES.size());
        for (int offset = 0; offset < whole.size(); offset++) {
            for (int count = 1; count < whole.size(); count++) {
                List<String> page = whole.subList(offset, Math.min(whole.size(), offset + count));
                assertEquals(page, search("fracture", all, offset, count));
            }
        }
    }

    @Test
    void aSearchFindsWhatANaiveScanFinds() {
        Random random = new Random(7);
        List<Entry> entries = IntStream.range(0, 400)
                .mapToObj(i -> new Entry("c" + i + "." + i % 7, words(random, 5), words(random, 2)))
                .toList();
        Entries source = new Entries(entries);
        TextIndex index = source.index();
        for (int round = 0; round < 300; round++) {
            String query = query(random);
            OrdinalSet within = OrdinalSet.range(random.nextInt(200), 200 + random.nextInt(200));
            TextIndex.Page page = index.search(query, within, 0, 1000);
            List<Integer> expected = scan(entries, query, within);
            assertEquals(expected, Arrays.stream(page.ordinals()).boxed().toList(), query);
            assertEquals(expected.size(), page.total());
        }
    }

    private static List<Integer> scan(List<Entry> entries, String query, OrdinalSet within) {
        String skeleton = Folding.skeleton(query);
        List<String> words = List.of(query.split(" "));
        Comparator<Integer> order = Comparator.<Integer>comparingInt(i -> rank(entries.get(i), words, skeleton))
                .thenComparing(i -> isCode(entries.get(i), skeleton)
                        ? Folding.skeleton(entries.get(i).code())
                        : "")
                .thenComparing(i -> String.valueOf(entries.get(i).display()).length())
                .thenComparing(i -> i);
        return IntStream.range(0, entries.size())
                .filter(within::contains)
                .filter(i -> rank(entries.get(i), words, skeleton) < 4)
                .boxed()
                .sorted(order)
                .toList();
    }

    private static boolean isCode(Entry entry, String skeleton) {
        return Folding.skeleton(entry.code()).startsWith(skeleton);
    }

    private static int rank(Entry entry, List<String> query, String skeleton) {
        List<String> display = Words.of(String.valueOf(entry.display()));
        List<String> all = new ArrayList<>(display);
        entry.names().forEach(name -> all.addAll(Words.of(name)));
        if (isCode(entry, skeleton)) {
            return 0;
        }
        if (query.stream().allMatch(word -> matches(display, word))) {
            return String.join(" ", display).startsWith(String.join(" ", query)) ? 1 : 2;
        }
        return query.stream()
                        .allMatch(word -> matches(all, word)
                                || Folding.skeleton(entry.code()).startsWith(word))
                ? 3
                : 4;
    }

    private static boolean matches(List<String> words, String prefix) {
        return words.stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static String words(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            text.append(word(random)).append(i == 1 ? "" : " ");
        }
        return text.toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }

    private static String query(Random random) {
        return random.nextInt(4) == 0 ? "c" + random.nextInt(40) : words(random, 3);
    }
}
