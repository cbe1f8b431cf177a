package org.fixator.jobs;

import java.util.Locale;

/** Numbers of bytes as people write them. */
public final class Sizes {

    private Sizes() {}

    /** {@code 14.7 MB}; decimal units. */
    public static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = -1;
        while (size >= 999.95 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
    }
}
