package org.fixator.valueset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Designation;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text search, each to be found at the beginning of a word, without regard to case and accents. Used for
 * the few texts that only a value set knows; code systems search their own.
 */
final class WordPrefixes {

    private final List<String> wanted;

    private WordPrefixes(List<String> wanted) {
        this.wanted = wanted;
    }

    static WordPrefixes of(String text) {
        return new WordPrefixes(words(text));
    }

    boolean match(Concept concept) {
        return match(concept.code(), concept.display(), concept.designations());
    }

    boolean match(EnumeratedConcept concept) {
        return match(null, concept.display(), concept.designations());
    }

    private boolean match(@Nullable String code, @Nullable String display, List<Designation> designations) {
        if (code != null && match(code)) {
            return true;
        }
        return (display != null && match(display))
                || designations.stream().anyMatch(designation -> match(designation.value()));
    }

    private boolean match(String text) {
        List<String> words = words(text);
        return !wanted.isEmpty()
                && wanted.stream().allMatch(prefix -> words.stream().anyMatch(word -> word.startsWith(prefix)));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
