package org.fixator.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FirstWordsTest {

    private static TextSource source(String display) {
        return new TextSource() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public String display(int ordinal) {
                return display;
            }

            @Override
            public void forEachName(int ordinal, Consumer<String> visitor) {}
        };
    }

    private static boolean begin(String display, String... words) {
        return new FirstWords(List.of(words)).begin(source(display), 0);
    }

    @Test
    void theLastWordCountsByPrefixTheOthersWhole() {
        assertTrue(begin("Fracture of shaft", "fracture", "of", "sha"));
        assertFalse(begin("Fracture of shaft", "frac", "of"));
        assertFalse(begin("Fracture of shaft", "fracture", "shaft"));
        assertTrue(begin("(Alzheimer's) disease", "alzheimers", "dis"));
        assertTrue(begin("Ménière disease", "meniere", "d"));
        assertFalse(begin("", "a"));
    }

    @Test
    void itAgreesWithTheWordsOfTheText() {
        Random random = new Random(20697);
        String letters = "ab AB-'’éß1.";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder display = new StringBuilder();
            for (int n = random.nextInt(10); n > 0; n--) {
                display.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<String> query = List.of(random.nextBoolean() ? "a" : "ab", random.nextBoolean() ? "b" : "a");
            List<String> shown = Words.of(display.toString());
            boolean expected = shown.size() > 1
                    && shown.get(0).equals(query.get(0))
                    && shown.get(1).startsWith(query.get(1));
            assertEquals(expected, new FirstWords(query).begin(source(display.toString()), 0), display.toString());
        }
    }

    /** What a budget of bytes would not show: displays in ASCII are compared where they lie. */
    @Test
    void aSearchOfSeveralWordsMakesNoStringOfADisplay() {
        int[] decoded = {0};
        TextSource source = new TextSource() {
            @Override
            public int size() {
                return 2_000;
            }

            @Override
            public String display(int ordinal) {
                decoded[0]++;
                return "Displaced fracture of region " + ordinal + ", left";
            }

            @Override
            public void display(int ordinal, Utf8Sink sink) {
                byte[] utf8 = ("Displaced fracture of region " + ordinal + ", left").getBytes(StandardCharsets.UTF_8);
                sink.accept(utf8, 0, utf8.length);
            }

            @Override
            public void forEachName(int ordinal, Consumer<String> visitor) {}
        };
        Texts.Builder texts = new Texts.Builder();
        CodeDictionary.Builder codes = new CodeDictionary.Builder(texts);
        for (int i = 0; i < source.size(); i++) {
            codes.put(i, "C" + i);
        }
        CodeDictionary dictionary = codes.freeze(texts.freeze(), source.size(), true);
        TextIndex index = TextIndex.of(source, CodeOrder.of(dictionary));
        decoded[0] = 0;
        TextIndex.Page page = index.search("displaced left", OrdinalSet.range(0, 2_000), 0, 10);
        assertEquals(2_000, page.total());
        assertEquals(10, page.ordinals().length);
        assertEquals(0, decoded[0]);
    }
}
