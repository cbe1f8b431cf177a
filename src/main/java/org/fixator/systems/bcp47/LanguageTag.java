package org.fixator.systems.bcp47;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fixator.issue.SystemMessages;
import org.jspecify.annotations.Nullable;

/**
 * A language tag, read part by part (RFC 5646, section 2.1). The subtags are registered; extensions and private use are
 * well-formed only.
 *
 * @param subtags the registered subtags, the language first; empty for a tag that is private as a whole
 * @param extensions the extensions with their singletons, for example {@code u-ca-gregory}
 * @param privateUse the private part from {@code x} on; {@code null} where there is none
 */
record LanguageTag(List<Subtag> subtags, List<String> extensions, @Nullable String privateUse) {

    LanguageTag {
        subtags = List.copyOf(subtags);
        extensions = List.copyOf(extensions);
    }

    /** What reading a tag came to: a tag, or a complaint. */
    record Reading(@Nullable LanguageTag tag, @Nullable String complaint) {}

    static Reading read(String text, SubtagRegistry registry) {
        Subtag whole = registry.find("grandfathered", text);
        return whole != null
                ? new Reading(new LanguageTag(List.of(whole), List.of(), null), null)
                : new Reader(text, registry).read();
    }

    /** The tag in the case in which it is to be written. */
    String text() {
        List<String> parts = new ArrayList<>();
        subtags.forEach(subtag -> parts.add(subtag.text()));
        parts.addAll(extensions);
        if (privateUse != null) {
            parts.add(privateUse);
        }
        return String.join("-", parts);
    }

    @Nullable
    Subtag subtag(String type) {
        for (Subtag subtag : subtags) {
            if (subtag.type().equals(type)) {
                return subtag;
            }
        }
        return null;
    }

    boolean isDeprecated() {
        return subtags.stream().anyMatch(subtag -> subtag.deprecated() != null);
    }

    /** Reads from left to right; each kind of subtag is told by its place, its length and its letters. */
    private static final class Reader {

        private final String text;
        private final String[] parts;
        private final SubtagRegistry registry;
        private final List<Subtag> subtags = new ArrayList<>();
        private final List<String> extensions = new ArrayList<>();
        private int next;

        Reader(String text, SubtagRegistry registry) {
            this.text = text;
            this.parts = text.split("-", -1);
            this.registry = registry;
        }

        Reading read() {
            String complaint = isSingleton("x") ? null : langtag();
            if (complaint != null) {
                return new Reading(null, complaint);
            }
            String privateUse = privateUse();
            return next < parts.length
                    ? new Reading(null, SystemMessages.languageTagMalformed(text, parts[next]))
                    : new Reading(new LanguageTag(subtags, extensions, privateUse), null);
        }

        private @Nullable String langtag() {
            String complaint = take("language");
            while (complaint == null && next < 4 && has(3, 3, true)) {
                complaint = take("extlang");
            }
            if (complaint == null && has(4, 4, true)) {
                complaint = take("script");
            }
            if (complaint == null && (has(2, 2, true) || (has(3, 3, false) && isDigit(parts[next].charAt(0))))) {
                complaint = take("region");
            }
            while (complaint == null && isVariant()) {
                complaint = take("variant");
            }
            while (complaint == null && next < parts.length && parts[next].length() == 1 && !isSingleton("x")) {
                complaint = extension();
            }
            return complaint;
        }

        private @Nullable String take(String type) {
            Subtag subtag = registry.find(type, parts[next]);
            if (subtag == null) {
                return SystemMessages.languageSubtagUnknown(type, parts[next], text);
            }
            subtags.add(subtag);
            next++;
            return null;
        }

        private @Nullable String extension() {
            StringBuilder extension = new StringBuilder(parts[next++].toLowerCase(Locale.ROOT));
            int begin = next;
            while (has(2, 8, false)) {
                extension.append('-').append(parts[next++].toLowerCase(Locale.ROOT));
            }
            extensions.add(extension.toString());
            return next == begin ? SystemMessages.languageTagMalformed(text, parts[begin - 1]) : null;
        }

        private @Nullable String privateUse() {
            if (!isSingleton("x")) {
                return null;
            }
            int begin = next++;
            while (has(1, 8, false)) {
                next++;
            }
            if (next == begin + 1) {
                next = begin;
                return null;
            }
            return String.join("-", List.of(parts).subList(begin, next)).toLowerCase(Locale.ROOT);
        }

        private boolean isVariant() {
            return has(5, 8, false) || (has(4, 4, false) && isDigit(parts[next].charAt(0)));
        }

        private boolean isSingleton(String singleton) {
            return next < parts.length && parts[next].equalsIgnoreCase(singleton);
        }

        private boolean has(int shortest, int longest, boolean lettersOnly) {
            if (next >= parts.length || parts[next].length() < shortest || parts[next].length() > longest) {
                return false;
            }
            return parts[next].chars().allMatch(c -> isLetter(c) || (!lettersOnly && isDigit(c)));
        }

        private static boolean isLetter(int c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        private static boolean isDigit(int c) {
            return c >= '0' && c <= '9';
        }
    }
}
