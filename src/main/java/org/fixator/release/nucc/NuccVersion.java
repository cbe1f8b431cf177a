package org.fixator.release.nucc;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.jspecify.annotations.Nullable;

/**
 * The number of a release of the taxonomy: {@code 25.0} is published in January and in force from 1 April of 2025,
 * {@code 25.1} in July and in force from 1 October.
 */
record NuccVersion(int year, int half) {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,2})\\.([01])");
    private static final Pattern NAME = Pattern.compile("taxonomy_?(\\d{1,2})([01])(?!\\d)");
    private static final int CENTURY = 2000;
    private static final int APRIL = 4;
    private static final int OCTOBER = 10;

    /** @throws ReleaseException where neither name nor operator says a version, or they differ */
    static NuccVersion of(ReleaseFile file, @Nullable String asked) {
        Matcher name = NAME.matcher(file.name());
        String named = name.find() ? name.group(1) + "." + name.group(2) : null;
        String version = asked == null ? named : asked;
        if (version == null) {
            throw new ReleaseException(file.name(), "its name says no release: say which version it is, such as 25.1");
        }
        Matcher m = VERSION.matcher(version);
        if (!m.matches()) {
            throw new ReleaseException(file.name(), "'" + version + "' is no version: it is a number such as 25.1");
        }
        if (named != null && !named.equals(version)) {
            throw new ReleaseException(
                    file.name(), "its name says " + named + ", and the version asked for is " + version);
        }
        return new NuccVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }

    String version() {
        return year + "." + half;
    }

    LocalDate from() {
        return LocalDate.of(CENTURY + year, half == 0 ? APRIL : OCTOBER, 1);
    }
}
