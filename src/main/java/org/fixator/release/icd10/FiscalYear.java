package org.fixator.release.icd10;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.jspecify.annotations.Nullable;

/**
 * The version of an ICD-10 release: the fiscal year, with the month of an update within it ({@code 2026}, {@code 2026-04}).
 * A year is in force from 1 October of the year before to 30 September, an update from the first of its month.
 *
 * @param year fiscal year
 * @param month of the update; 0 for the release of the year
 */
record FiscalYear(int year, int month) {

    private static final Pattern VERSION = Pattern.compile("(20\\d\\d)(?:-(0[1-9]|1[0-2]))?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
    private static final Pattern APRIL = Pattern.compile("(?<![a-z])apr(?:il)?(?![a-z])");
    private static final int OCTOBER = 10;
    private static final int APRIL_MONTH = 4;

    /**
     * The version that an operator says, which the name of the file must not contradict, or else that of the name.
     *
     * @throws ReleaseException where neither says one, or they differ
     */
    static FiscalYear of(ReleaseFile file, @Nullable String asked) {
        FiscalYear named = named(file.name());
        if (asked == null) {
            if (named == null) {
                throw new ReleaseException(
                        file.name(), "its name says no year: say which version it is, such as 2026 or 2026-04");
            }
            return named;
        }
        Matcher m = VERSION.matcher(asked);
        if (!m.matches()) {
            throw new ReleaseException(
                    file.name(),
                    "'" + asked + "' is no version: it is a fiscal year, such as 2026, or 2026-04 for an update");
        }
        FiscalYear said =
                new FiscalYear(Integer.parseInt(m.group(1)), m.group(2) == null ? 0 : Integer.parseInt(m.group(2)));
        if (named != null && (named.year != said.year || (named.month != 0 && named.month != said.month))) {
            throw new ReleaseException(
                    file.name(), "its name says " + named.version() + ", and the version asked for is " + asked);
        }
        return said;
    }

    /** What a file name says: that of the file itself before those of its folder and archive. */
    static @Nullable FiscalYear named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int month = APRIL.matcher(lower.replace('_', '-')).find() ? APRIL_MONTH : 0;
        Matcher m = YEAR.matcher(lower.substring(Math.max(lower.lastIndexOf('!'), lower.lastIndexOf('/')) + 1));
        if (!m.find()) {
            m = YEAR.matcher(lower);
            if (!m.find()) {
                return null;
            }
        }
        return new FiscalYear(Integer.parseInt(m.group(1)), month);
    }

    String version() {
        return month == 0 ? Integer.toString(year) : String.format(Locale.ROOT, "%d-%02d", year, month);
    }

    LocalDate from() {
        if (month == 0) {
            return LocalDate.of(year - 1, OCTOBER, 1);
        }
        return LocalDate.of(month >= OCTOBER ? year - 1 : year, month, 1);
    }

    LocalDate to() {
        return LocalDate.of(year, OCTOBER - 1, 30);
    }
}
