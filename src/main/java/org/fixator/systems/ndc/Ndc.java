package org.fixator.systems.ndc;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.WrappedCodeSystem;
import org.jspecify.annotations.Nullable;

/**
 * Finds a code of the National Drug Code directory in any of its spellings: as the FDA writes it ({@code 1234-5678-90}), with
 * eleven digits ({@code 01234567890} or {@code 01234-5678-90}), or with ten digits without hyphens. A spelling that means more
 * than one code finds none.
 */
public final class Ndc extends WrappedCodeSystem {

    public static final String URL = "http://hl7.org/fhir/sid/ndc";

    private static final int LABELER = 5;
    private static final int PRODUCT = 9;
    private static final int PACKAGE = 11;

    private Ndc(CodeSystem table) {
        super(table);
    }

    /** Puts the rules over a table. */
    public static CodeSystem over(CodeSystem table) {
        return new Ndc(table);
    }

    @Override
    public @Nullable Concept find(String code) {
        Concept exact = base().find(code);
        if (exact != null || code.isEmpty() || !code.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-')) {
            return exact;
        }
        Concept found = null;
        for (String spelling : spellings(code)) {
            Concept concept = base().find(spelling);
            if (concept != null && found != null) {
                return null;
            }
            found = concept == null ? found : concept;
        }
        return found;
    }

    /** The codes that digits may mean: of the eleven one was put in, a zero at the head of a segment. */
    private static List<String> spellings(String code) {
        String digits = code.replace("-", "");
        List<String> spellings = new ArrayList<>();
        if (digits.length() == PACKAGE - 1 && digits.equals(code)) {
            spellings.add(hyphenated(digits, 4, 8));
            spellings.add(hyphenated(digits, 5, 8));
            spellings.add(hyphenated(digits, 5, 9));
        } else if (digits.length() == PACKAGE || digits.length() == PRODUCT) {
            boolean whole = digits.length() == PACKAGE;
            String labeler = digits.substring(0, LABELER);
            String product = digits.substring(LABELER, PRODUCT);
            String pack = whole ? "-" + digits.substring(PRODUCT) : "";
            if (labeler.startsWith("0")) {
                spellings.add(labeler.substring(1) + "-" + product + pack);
            }
            if (product.startsWith("0")) {
                spellings.add(labeler + "-" + product.substring(1) + pack);
            }
            if (pack.startsWith("-0")) {
                spellings.add(labeler + "-" + product + "-" + pack.substring(2));
            }
            if (!whole) {
                spellings.add(labeler + "-" + product);
            }
        }
        return spellings;
    }

    private static String hyphenated(String digits, int first, int second) {
        return digits.substring(0, first) + "-" + digits.substring(first, second) + "-" + digits.substring(second);
    }
}
