package org.fixator.codesystem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.index.CodeDictionary;
import org.fixator.index.CodeOrder;
import org.fixator.index.Folding;

/**
 * Existing codes that may be meant by one that does not exist: the same letters and digits with other case or punctuation;
 * one character off; the longest beginning that is a code; codes that begin so. Costs some thousand look-ups, whatever the
 * size of the system.
 */
final class NearestCodes {

    private static final int MOST = 5;
    private static final int LONGEST = 32;
    private static final int FEW = 3;

    private final CodeDictionary codes;
    private final CodeOrder order;
    private final Set<String> found = new LinkedHashSet<>();

    private NearestCodes(CodeDictionary codes, CodeOrder order) {
        this.codes = codes;
        this.order = order;
    }

    /** Codes that differ from this one by case and punctuation only. */
    static List<String> alike(CodeDictionary codes, CodeOrder order, String code) {
        NearestCodes nearest = new NearestCodes(codes, order);
        nearest.addAlike(Folding.skeleton(code));
        return List.copyOf(nearest.found);
    }

    /** Best first, at most a handful. */
    static List<String> of(CodeDictionary codes, CodeOrder order, String code, Likeness likeness) {
        if (code.isBlank() || code.length() > LONGEST) {
            return List.of();
        }
        String skeleton = Folding.skeleton(code);
        if (likeness == Likeness.SPELLING && Folding.isAscii(code) && !skeleton.isEmpty()) {
            List<String> spellings = new NearestCodes(codes, order).beginning(skeleton, MOST);
            if (spellings.stream().allMatch(Folding::isAscii)) {
                return spellings;
            }
        }
        return new NearestCodes(codes, order).guesses(code, skeleton);
    }

    /**
     * The first in the order of skeletons, which are those with the same skeleton if there are any. In ASCII no other code
     * has the same letters and digits; beyond, a sign may be folded to letters (a degree Celsius to a c).
     */
    private List<String> beginning(String skeleton, int limit) {
        add(order.beginning(skeleton, limit));
        return List.copyOf(found);
    }

    private List<String> guesses(String code, String skeleton) {
        addAlike(skeleton);
        addOneOff(code);
        addBeginning(skeleton);
        if (!skeleton.isEmpty()) {
            add(order.beginning(skeleton, FEW));
        }
        return found.stream().limit(MOST).toList();
    }

    private void addAlike(String skeleton) {
        if (!skeleton.isEmpty()) {
            add(order.alike(skeleton));
        }
    }

    private void addBeginning(String skeleton) {
        for (int length = skeleton.length() - 1; length > 1; length--) {
            int[] ordinals = order.alike(skeleton.substring(0, length));
            if (ordinals.length > 0) {
                add(ordinals);
                return;
            }
        }
    }

    /** One character exchanged, left out, added, or two swapped; the end of the code first, where codes differ most. */
    private void addOneOff(String code) {
        for (int i = code.length(); i >= 0 && found.size() < MOST; i--) {
            String before = code.substring(0, i);
            String after = code.substring(i);
            if (!after.isEmpty()) {
                add(before + after.substring(1));
            }
            if (after.length() > 1) {
                add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
            for (char c : order.alphabet().toCharArray()) {
                add(before + c + after);
                if (!after.isEmpty()) {
                    add(before + c + after.substring(1));
                }
            }
        }
    }

    private void add(String candidate) {
        int ordinal = codes.find(candidate);
        if (ordinal != CodeDictionary.NONE) {
            found.add(codes.code(ordinal));
        }
    }

    private void add(int[] ordinals) {
        for (int ordinal : ordinals) {
            found.add(codes.code(ordinal));
        }
    }
}
