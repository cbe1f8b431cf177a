package org.fixator.systems.cpt;

import java.util.ArrayList;
import java.util.List;

/** Codes and ranges of codes of one length, both ends included, as the filter {@code code in} lists them. */
record CodeRanges(List<Range> ranges) {

    CodeRanges {
        ranges = List.copyOf(ranges);
    }

    /** Reads codes and ranges ({@code 10000-19999}) that commas separate. */
    static CodeRanges read(String value) {
        List<Range> ranges = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String range = part.strip();
            int hyphen = range.indexOf('-');
            ranges.add(
                    hyphen < 0
                            ? new Range(range, range)
                            : new Range(
                                    range.substring(0, hyphen).strip(),
                                    range.substring(hyphen + 1).strip()));
        }
        return new CodeRanges(ranges);
    }

    boolean contains(String code) {
        return ranges.stream().anyMatch(range -> range.contains(code));
    }

    private record Range(String from, String to) {

        boolean contains(String code) {
            return code.length() == from.length() && from.compareTo(code) <= 0 && code.compareTo(to) <= 0;
        }
    }
}
