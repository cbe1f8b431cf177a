package org.fixator.coding;

/**
 * One language that a client would like, with its weight.
 *
 * @param tag BCP 47 tag, or {@code *} for any language
 * @param quality from 0 (refused) to 1
 */
public record LanguageRange(String tag, double quality) {

    public LanguageRange {
        if (!(quality >= 0 && quality <= 1)) { // so that NaN is out of range too
            throw new IllegalArgumentException("Quality out of range: " + quality);
        }
    }
}
