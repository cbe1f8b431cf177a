package org.fixator.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * Codes sorted by their skeleton ({@link Folding#skeleton}: letters and digits without case), to find codes that look
 * alike and codes that begin alike. Cost: 4 bytes a concept; skeletons are made again from the codes when asked.
 */
public final class CodeOrder {

    private static final int ASCII = 0x80;

    private final CodeDictionary codes;
    private final int[] ordinals;
    private final String alphabet;

    private CodeOrder(CodeDictionary codes, int[] ordinals, String alphabet) {
        this.codes = codes;
        this.ordinals = ordinals;
        this.alphabet = alphabet;
    }

    public static CodeOrder of(CodeDictionary codes) {
        Texts.Builder skeletons = new Texts.Builder();
        int[] addresses = new int[codes.size()];
        BitSet used = new BitSet(ASCII);
        for (int ordinal = 0; ordinal < addresses.length; ordinal++) {
            String code = codes.code(ordinal);
            addresses[ordinal] = skeletons.add(Folding.skeleton(code));
            code.chars().filter(c -> c < ASCII).forEach(used::set);
        }
        String alphabet = used.stream().mapToObj(Character::toString).collect(Collectors.joining());
        return new CodeOrder(codes, TextSort.sorted(skeletons.freeze(), addresses), alphabet);
    }

    /** The same order of the same codes in another dictionary. */
    public CodeOrder in(CodeDictionary others) {
        return new CodeOrder(others, ordinals, alphabet);
    }

    /** The derived part of an {@link Image}. */
    public void writeDerived(ImageOutput out) {
        out.section(Section.CODE_ORDER);
        out.ints(ordinals);
        out.text(alphabet);
    }

    /** Reads what {@link #writeDerived} wrote. */
    public static CodeOrder read(ImageInput derived, CodeDictionary codes) {
        derived.section(Section.CODE_ORDER);
        return new CodeOrder(codes, derived.ints(), derived.requiredText());
    }

    /** The ASCII characters that codes are made of. */
    public String alphabet() {
        return alphabet;
    }

    /** Ordinals whose codes have this skeleton. */
    public int[] alike(String skeleton) {
        return Arrays.copyOfRange(ordinals, bound(skeleton, false), bound(skeleton + "\0", false));
    }

    /**
     * Ordinals whose codes' skeletons begin so, the shortest skeletons of a branch first.
     *
     * @param limit how many at most
     */
    public int[] beginning(String prefix, int limit) {
        int from = bound(prefix, false);
        return Arrays.copyOfRange(ordinals, from, (int) Math.min(from + (long) limit, bound(prefix, true)));
    }

    /** How much of this skeleton begins the skeleton of some code, in characters. */
    public int sharedBeginning(String skeleton) {
        // what shares most of it stands next to its own place in the order
        int place = bound(skeleton, false);
        return Math.max(shared(skeleton, place - 1), shared(skeleton, place));
    }

    private int shared(String skeleton, int place) {
        if (place < 0 || place == ordinals.length) {
            return 0;
        }
        String other = Folding.skeleton(codes.code(ordinals[place]));
        int length = 0;
        while (length < Math.min(skeleton.length(), other.length())
                && skeleton.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    /** The ordinal of a code that is written like this, {@link CodeDictionary#NONE} where there is none. */
    int find(String code) {
        return codes.find(code);
    }

    /** The first place whose skeleton is not less than the text; or, after a prefix, not less and without that prefix. */
    private int bound(String text, boolean afterPrefix) {
        int low = 0;
        int high = ordinals.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = isBefore(codes.code(ordinals[middle]), text, afterPrefix);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBefore(String code, String text, boolean orPrefixed) {
        int order = Folding.compareSkeleton(code, text, orPrefixed);
        if (order != Folding.NOT_ASCII) {
            return order < 0 || (orPrefixed && order == 0);
        }
        String skeleton = Folding.skeleton(code);
        return compareUtf8(skeleton, text) < 0 || (orPrefixed && skeleton.startsWith(text));
    }

    /** The order of the bytes, which is that of the code points. */
    private static int compareUtf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int i = 0;
        while (i < length && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == length) {
            return Integer.compare(a.length(), b.length());
        }
        char first = a.charAt(i);
        char second = b.charAt(i);
        boolean surrogates = Character.isSurrogate(first) != Character.isSurrogate(second);
        return surrogates ? (Character.isSurrogate(first) ? 1 : -1) : Character.compare(first, second);
    }
}
