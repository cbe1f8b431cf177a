package org.fixator.release.icd10;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.FileHead;
import org.jspecify.annotations.Nullable;

/** The layouts of ICD-10 files, recognised by their first lines. */
enum Layout {
    /** Order number, code, flag, short and long title, in columns. */
    ORDER_CM,
    ORDER_PCS,
    /** Code and long title of billable codes. */
    CODES_CM,
    CODES_PCS,
    /** Lines of an order file that were added, deleted and revised. */
    ADDENDA_CM,
    ADDENDA_PCS,
    /** The tabular list of ICD-10-CM in XML. */
    TABULAR,
    OTHER;

    private static final Pattern ORDER = Pattern.compile("\\d{5} (\\S{3,7}) *.*");
    private static final Pattern CODES = Pattern.compile("(\\S{3,7}) {1,5}\\S.*[a-z]{3}.*");
    private static final Pattern ADDENDUM =
            Pattern.compile("(?:Add|Delete|Revise from|Revise to): +[01] (\\S{3,7}) +\\S.*");
    private static final Pattern CM_CODE = Pattern.compile("[A-Z][0-9A-Z]{2,6}");
    private static final Pattern PCS_CODE = Pattern.compile("[0-9A-Z]{7}");
    private static final int CODE_WIDTH = 7;

    static Layout of(FileHead head) {
        List<String> lines = head.lines();
        if (lines.stream().limit(5).anyMatch(line -> line.contains("<ICD10CM.tabular"))) {
            return TABULAR;
        }
        String first = head.firstLine();
        String code = code(ORDER, first);
        if (code != null && first.length() > 5 + CODE_WIDTH && first.charAt(5) == ' ') {
            return isPcs(code, lines) ? ORDER_PCS : ORDER_CM;
        }
        code = code(ADDENDUM, first);
        if (code != null) {
            return isPcs(code, lines) ? ADDENDA_PCS : ADDENDA_CM;
        }
        return codes(first);
    }

    private static Layout codes(String first) {
        String code = code(CODES, first);
        if (code == null || first.length() <= CODE_WIDTH + 1 || first.charAt(CODE_WIDTH) != ' ') {
            return OTHER;
        }
        boolean isPcs = PCS_CODE.matcher(code).matches() && Character.isDigit(code.charAt(0));
        boolean isCm = CM_CODE.matcher(code).matches() && Character.isDigit(code.charAt(1));
        return isPcs ? CODES_PCS : isCm ? CODES_CM : OTHER;
    }

    private static @Nullable String code(Pattern shape, String line) {
        Matcher matcher = shape.matcher(line);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /**
     * ICD-10-PCS has codes of three and seven characters alone, and begins with the section 0; ICD-10-CM begins every code
     * with a letter.
     */
    private static boolean isPcs(String first, List<String> lines) {
        if (Character.isDigit(first.charAt(0))) {
            return true;
        }
        // addenda of either may begin with a letter; among a few lines ICD-10-CM shows a length that ICD-10-PCS has not
        for (String line : lines) {
            Matcher matcher = ADDENDUM.matcher(line);
            if (matcher.matches()) {
                String code = matcher.group(1);
                if (Character.isDigit(code.charAt(0))) {
                    return true;
                }
                if (code.length() != 3 && code.length() != CODE_WIDTH) {
                    return false;
                }
            }
        }
        return false;
    }
}
