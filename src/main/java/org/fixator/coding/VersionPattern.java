package org.fixator.coding;

/**
 * A version as a request or a value set asks for it: an exact one, or a pattern in which a part {@code x}, {@code X} or
 * {@code *} stands for any text of that part, and for all that follows when it is the last part. HL7's version suite
 * fixes the reading: {@code 1.x} matches {@code 1.0.0} and {@code 1.2.0}, {@code 1.x.x} does too.
 */
public record VersionPattern(String text) {

    /** Whether the text holds a wildcard part. */
    public boolean isWildcard() {
        for (String part : parts(text)) {
            if (isAny(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the version is one that this pattern asks for. */
    public boolean matches(String version) {
        if (text.equals(version)) {
            return true;
        }
        if (!isWildcard()) {
            return false;
        }
        String[] wanted = parts(text);
        String[] actual = parts(version);
        for (int i = 0; i < wanted.length; i++) {
            boolean any = isAny(wanted[i]);
            if (any && i == wanted.length - 1) {
                return actual.length > i;
            }
            if (i >= actual.length || (!any && !wanted[i].equals(actual[i]))) {
                return false;
            }
        }
        return wanted.length == actual.length;
    }

    /**
     * Whether the version {@linkplain #matches matches}, or is a URI below this one: {@code http://snomed.info/sct/731000124108}
     * asks for an edition and gets its releases.
     */
    public boolean admits(String version) {
        return matches(version) || (text.contains(":") && version.startsWith(text + "/"));
    }

    private static boolean isAny(String part) {
        return part.equals("x") || part.equals("X") || part.equals("*");
    }

    private static String[] parts(String version) {
        return version.split("\\.", -1);
    }
}
