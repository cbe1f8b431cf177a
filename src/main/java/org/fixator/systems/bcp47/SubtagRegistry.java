package org.fixator.systems.bcp47;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** IANA's registry of language subtags. */
final class SubtagRegistry {

    private final Map<String, Subtag> subtags = new HashMap<>();
    private final List<Subtag> ranges = new ArrayList<>();
    private String date = "";

    private SubtagRegistry() {}

    static SubtagRegistry load() {
        SubtagRegistry registry = new SubtagRegistry();
        for (String line : lines("language-subtags.tsv")) {
            registry.read(line);
        }
        return registry;
    }

    /** The date of the newest entry. */
    String date() {
        return date;
    }

    /** The entry of a subtag, compared without case; {@code null} where there is none. */
    @Nullable
    Subtag find(String type, String text) {
        Subtag subtag = subtags.get(key(type, text));
        return subtag != null ? subtag : inRange(type, text);
    }

    private void read(String line) {
        if (line.startsWith("#")) {
            date = line.substring(line.lastIndexOf(' ') + 1);
            return;
        }
        String[] column = line.split("\t", -1);
        Subtag subtag = new Subtag(
                column[0], column[1], List.of(column[2].split("\\|", -1)), column(column, 3), column(column, 4));
        if (subtag.text().contains("..")) {
            ranges.add(subtag);
        } else {
            subtags.put(key(subtag.type(), subtag.text()), subtag);
        }
    }

    /** Ranges are for private use: {@code qaa..qtz}, {@code Qaaa..Qabx}, {@code XA..XZ}. */
    private @Nullable Subtag inRange(String type, String text) {
        for (Subtag range : ranges) {
            int dots = range.text().indexOf("..");
            String first = range.text().substring(0, dots);
            String last = range.text().substring(dots + 2);
            if (range.type().equals(type)
                    && text.length() == first.length()
                    && first.compareToIgnoreCase(text) <= 0
                    && text.compareToIgnoreCase(last) <= 0) {
                return new Subtag(type, likeCase(first, text), range.descriptions(), null, null);
            }
        }
        return null;
    }

    private static String likeCase(String model, String text) {
        StringBuilder cased = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean upper = Character.isUpperCase(model.charAt(i));
            cased.append(upper ? Character.toUpperCase(text.charAt(i)) : Character.toLowerCase(text.charAt(i)));
        }
        return cased.toString();
    }

    private static String key(String type, String text) {
        return type + " " + text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String column(String[] columns, int index) {
        return index < columns.length && !columns[index].isEmpty() ? columns[index] : null;
    }

    /** The lines of a resource beside this class. */
    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(SubtagRegistry.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
