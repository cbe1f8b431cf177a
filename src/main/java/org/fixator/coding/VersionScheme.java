package org.fixator.coding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.coding.VersionKey.Part;
import org.jspecify.annotations.Nullable;

/** The ways to read a version. The first five names are FHIR's, the others those of publishers. */
enum VersionScheme {
    SEMVER("semver") {
        @Override
        @Nullable
        VersionKey read(String version) {
            Matcher m = SEMVER_SHAPE.matcher(version);
            if (!m.matches()) {
                return null;
            }
            List<Part> parts = numbers(m, 1, 3);
            if (m.group(4) != null) {
                parts.add(VersionKey.BEFORE_RELEASE);
                for (String identifier : m.group(4).split("\\.", -1)) {
                    parts.add(isNumber(identifier) ? VersionKey.number(identifier) : VersionKey.text(identifier));
                }
            }
            return new VersionKey("", parts);
        }
    },
    DATE("date") {
        @Override
        @Nullable
        VersionKey read(String version) {
            Matcher m = DATE_SHAPE.matcher(version);
            if (!m.matches()) {
                m = COMPACT_DATE_SHAPE.matcher(version);
                return m.matches() && isDate(m.group(1), m.group(2), m.group(3))
                        ? new VersionKey("", numbers(m, 1, 3))
                        : null;
            }
            List<Part> parts = numbers(m, 1, 3);
            if (m.group(4) != null) {
                parts.add(VersionKey.text(m.group(4)));
            }
            return isDate(m.group(1), m.group(2), m.group(3)) ? new VersionKey("", parts) : null;
        }
    },
    INTEGER("integer") {
        @Override
        @Nullable
        VersionKey read(String version) {
            return isNumber(version) ? new VersionKey("", List.of(VersionKey.number(version))) : null;
        }
    },
    NATURAL("natural") {
        @Override
        @Nullable
        VersionKey read(String version) {
            List<Part> parts = new ArrayList<>();
            Matcher m = RUN.matcher(version);
            while (m.find()) {
                if (isNumber(m.group())) {
                    parts.add(VersionKey.number(m.group()));
                } else {
                    if (m.start() > 0 && version.charAt(m.start() - 1) == '-') {
                        parts.add(VersionKey.BEFORE_RELEASE);
                    }
                    parts.add(VersionKey.text(m.group().toLowerCase(Locale.ROOT)));
                }
            }
            return parts.isEmpty() ? null : new VersionKey("", parts);
        }
    },
    ALPHA("alpha") {
        @Override
        VersionKey read(String version) {
            return new VersionKey("", List.of(VersionKey.text(version)));
        }
    },
    /** RxNorm: month, day, year. */
    MONTH_FIRST("mmddyyyy") {
        @Override
        @Nullable
        VersionKey read(String version) {
            Matcher m = MONTH_FIRST_SHAPE.matcher(version);
            if (!m.matches() || !isDate(m.group(3), m.group(1), m.group(2))) {
                return null;
            }
            return new VersionKey(
                    "",
                    List.of(
                            VersionKey.number(m.group(3)),
                            VersionKey.number(m.group(1)),
                            VersionKey.number(m.group(2))));
        }
    },
    /** SNOMED CT: the URI of an edition and its date. Editions are not ordered among themselves. */
    SNOMED("snomed") {
        @Override
        @Nullable
        VersionKey read(String version) {
            Matcher m = SNOMED_SHAPE.matcher(version);
            return m.matches() ? new VersionKey(m.group(1), List.of(VersionKey.number(m.group(2)))) : null;
        }
    };

    private static final Pattern SEMVER_SHAPE =
            Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern DATE_SHAPE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(T.*)?)?)?");
    private static final Pattern COMPACT_DATE_SHAPE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH_FIRST_SHAPE = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern SNOMED_SHAPE = Pattern.compile("(http://snomed\\.info/x?sct/\\d+)/version/(\\d{8})");
    private static final Pattern RUN = Pattern.compile("\\d+|\\p{Alpha}+");
    private static final Pattern LEADING_LETTERS = Pattern.compile("^[^\\d]*");

    private final String algorithm;

    VersionScheme(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The version's key; {@code null} where the version is not of this form. */
    @Nullable
    abstract VersionKey read(String version);

    VersionKey required(String version) {
        VersionKey key = read(version);
        if (key == null) {
            throw new IllegalArgumentException("'" + version + "' is not a version by " + algorithm);
        }
        return key;
    }

    boolean readsAll(Collection<String> versions) {
        return versions.stream().allMatch(version -> read(version) != null);
    }

    /** The scheme of an algorithm; {@code null} for one that is not known here (R5 allows FHIRPath). */
    static @Nullable VersionScheme named(String algorithm) {
        for (VersionScheme scheme : values()) {
            if (scheme.algorithm.equals(algorithm)) {
                return scheme;
            }
        }
        return null;
    }

    /** The scheme that the versions themselves show; {@code null} where none fits them all. */
    static @Nullable VersionScheme inferred(Collection<String> versions) {
        for (VersionScheme scheme : List.of(SEMVER, DATE, INTEGER, SNOMED)) {
            if (scheme.readsAll(versions)) {
                return scheme;
            }
        }
        return isOneFamily(versions) ? NATURAL : null;
    }

    /**
     * Whether natural order means something: all versions have a number, the same letters before it, and no date is
     * among versions that are none. {@code 2018-08-12} and {@code 3.0.0} are of two numberings of which neither is older.
     */
    private static boolean isOneFamily(Collection<String> versions) {
        Set<String> prefixes = new HashSet<>();
        for (String version : versions) {
            Matcher m = LEADING_LETTERS.matcher(version);
            prefixes.add(m.find() ? m.group() : "");
            boolean hasNumber = version.chars().anyMatch(c -> c >= '0' && c <= '9');
            boolean isFullDate = version.length() >= 7 && DATE.read(version) != null;
            if (!hasNumber || isFullDate) {
                return false;
            }
        }
        return prefixes.size() <= 1;
    }

    private static List<Part> numbers(Matcher m, int from, int to) {
        List<Part> parts = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            if (m.group(i) != null) {
                parts.add(VersionKey.number(m.group(i)));
            }
        }
        return parts;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isDate(String year, @Nullable String month, @Nullable String day) {
        try {
            LocalDate.of(
                    Integer.parseInt(year),
                    month == null ? 1 : Integer.parseInt(month),
                    day == null ? 1 : Integer.parseInt(day));
            return Integer.parseInt(year) >= 1800;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
