package org.fixator.release.hcpcs;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.jspecify.annotations.Nullable;

/**
 * The version of a HCPCS release: year and first month of the quarter, {@code 2026-01}, {@code -04}, {@code -07},
 * {@code -10}.
 */
record Quarter(int year, int month) {

    private static final Pattern VERSION = Pattern.compile("(20\\d\\d|19\\d\\d)(?:-(01|04|07|10))?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d|19\\d\\d)(?!\\d)");
    private static final List<String> MONTHS = List.of("apr", "jul", "oct");
    private static final int MONTHS_OF_QUARTER = 3;

    /** @throws ReleaseException where neither name nor operator says a version, or they differ */
    static Quarter of(ReleaseFile file, @Nullable String asked) {
        Quarter named = named(file.name());
        if (asked == null) {
            if (named == null) {
                throw new ReleaseException(
                        file.name(), "its name says no year: say which version it is, such as 2026-01");
            }
            return named;
        }
        Matcher m = VERSION.matcher(asked);
        if (!m.matches()) {
            throw new ReleaseException(
                    file.name(),
                    "'" + asked + "' is no version: it is a year and the month of a quarter, such as 2026-04");
        }
        Quarter said = new Quarter(Integer.parseInt(m.group(1)), m.group(2) == null ? 1 : Integer.parseInt(m.group(2)));
        boolean otherMonth = named != null && named.month != 1 && named.month != said.month;
        if (named != null && (named.year != said.year || otherMonth)) {
            throw new ReleaseException(
                    file.name(), "its name says " + named.version() + ", and the version asked for is " + asked);
        }
        return said;
    }

    private static @Nullable Quarter named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher m = YEAR.matcher(lower.substring(Math.max(lower.lastIndexOf('!'), lower.lastIndexOf('/')) + 1));
        if (!m.find()) {
            m = YEAR.matcher(lower);
            if (!m.find()) {
                return null;
            }
        }
        int month = 1;
        for (int quarter = 0; quarter < MONTHS.size(); quarter++) {
            boolean isNamed = Pattern.compile("(?<![a-z])" + MONTHS.get(quarter))
                    .matcher(lower)
                    .find();
            month = isNamed ? 1 + MONTHS_OF_QUARTER * (quarter + 1) : month;
        }
        return new Quarter(Integer.parseInt(m.group(1)), month);
    }

    String version() {
        return String.format(Locale.ROOT, "%d-%02d", year, month);
    }

    LocalDate from() {
        return LocalDate.of(year, month, 1);
    }

    /** The end of the year: a release stays in force until one of a later quarter comes. */
    LocalDate to() {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }
}
