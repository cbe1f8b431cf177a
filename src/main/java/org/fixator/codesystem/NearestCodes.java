package org.fixator.codesystem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.index.CodeDictionary;
import org.fixator.index.CodeOrder;
import org.fixator.index.Folding;

/**
 * Existing codes that may be meant by one that does not exist: the same letters and digits with other case or punctuation;
 * one character off; the longest beginning that is a code; codes that begin so. Costs some hundred look-ups, whatever the
 * size of the system, and a few where only the spelling may be off.
 */
final class NearestCodes {

    private static final int MOST = 5;
    private static final int LONGEST = 32;
    private static final int FEW = 3;

    /** Stands where a character of a guess is to be put in: one byte, as all of the alphabet are. */
    private static final char GAP = '_';

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
        String skeleton = Folding.skeleton(code);
        if (!skeleton.isEmpty()) {
            nearest.add(order.alike(skeleton));
        }
        return List.copyOf(nearest.found);
    }

    /** Best first, at most a handful. */
    static List<String> of(CodeDictionary codes, CodeOrder order, String code, Likeness likeness) {
        if (code.isBlank() || code.length() > LONGEST) {
            return List.of();
        }
        String skeleton = Folding.skeleton(code);
        if (likeness == Likeness.SPELLING && Folding.isAscii(code) && !skeleton.isEmpty()) {
            List<String> spellings = new NearestCodes(codes, order).beginning(skeleton);
            if (spellings.stream().allMatch(Folding::isAscii)) {
                return spellings;
            }
        }
        return new NearestCodes(codes, order).guesses(code, skeleton);
    }

    /**
     * The codes whose skeletons begin so, those with just this skeleton first. In ASCII no others have the same letters and
     * digits; beyond, a sign may be folded to letters (a degree Celsius to a c), and a guess may find it.
     */
    private List<String> beginning(String skeleton) {
        add(order.beginning(skeleton, MOST));
        return List.copyOf(found);
    }

    private List<String> guesses(String code, String skeleton) {
        int shared = order.sharedBeginning(skeleton);
        boolean beginsCodes = !skeleton.isEmpty() && shared == skeleton.length();
        if (beginsCodes) {
            add(order.alike(skeleton));
        }
        addOneOff(code, lastPlace(code, shared));
        addBeginning(skeleton, shared);
        if (beginsCodes) {
            add(order.beginning(skeleton, FEW));
        }
        return found.stream().limit(MOST).toList();
    }

    /**
     * The last place of a code up to which it begins like another; what is changed behind it makes no code.
     *
     * @param shared how much of the code's skeleton begins that of another
     */
    private static int lastPlace(String code, int shared) {
        if (!Folding.isAscii(code)) {
            // the skeleton of a beginning need not begin that of the whole: a sigma has another form at an end
            return code.length();
        }
        int letters = 0;
        for (int i = 0; i < code.length(); i++) {
            if (Character.isLetterOrDigit(code.charAt(i)) && letters++ == shared) {
                return i;
            }
        }
        return code.length();
    }

    /** One character exchanged, left out, added, or two swapped; the end of the code first, where codes differ most. */
    private void addOneOff(String code, int lastPlace) {
        byte[] alphabet = order.alphabet().getBytes(StandardCharsets.US_ASCII);
        for (int i = lastPlace; i >= 0 && found.size() < MOST; i--) {
            String before = code.substring(0, i);
            String after = code.substring(i);
            if (!after.isEmpty()) {
                add(codes.find(before + after.substring(1)));
            }
            if (after.length() > 1) {
                add(codes.find(before + after.charAt(1) + after.charAt(0) + after.substring(2)));
            }
            addFilled(before, after, alphabet);
        }
    }

    /** Each character of the alphabet added between the two, and in place of the first that comes after. */
    private void addFilled(String before, String after, byte[] alphabet) {
        int gap = before.getBytes(StandardCharsets.UTF_8).length;
        byte[] longer = (before + GAP + after).getBytes(StandardCharsets.UTF_8);
        byte[] exchanged =
                after.isEmpty() ? longer : (before + GAP + after.substring(1)).getBytes(StandardCharsets.UTF_8);
        for (byte c : alphabet) {
            longer[gap] = c;
            add(codes.find(longer));
            if (exchanged != longer) {
                exchanged[gap] = c;
                add(codes.find(exchanged));
            }
        }
    }

    private void addBeginning(String skeleton, int shared) {
        for (int length = Math.min(shared, skeleton.length() - 1); length > 1; length--) {
            int[] ordinals = order.alike(skeleton.substring(0, length));
            if (ordinals.length > 0) {
                add(ordinals);
                return;
            }
        }
    }

    private void add(int... ordinals) {
        for (int ordinal : ordinals) {
            if (ordinal != CodeDictionary.NONE) {
                found.add(codes.code(ordinal));
            }
        }
    }
}
