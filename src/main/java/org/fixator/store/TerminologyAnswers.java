package org.fixator.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What HAPI asks of a terminology service while it validates resources and searches by code: the engine's side
 * implements it. Systems and value sets are canonicals, with {@code |version} where the asker gave one.
 */
public interface TerminologyAnswers {
    boolean knowsSystem(String system);

    boolean knowsValueSet(String url);

    CodeAnswer validateCode(String system, String code, @Nullable String display);

    /** {@code system} is null where the element has no system of its own, such as a {@code code}. */
    CodeAnswer validateCodeInValueSet(
            @Nullable String system, String code, @Nullable String display, ValueSetAsked valueSet);

    Optional<Concept> lookup(String system, String code, @Nullable String displayLanguage);

    /** At most {@code limit} concepts; throws {@link TooManyCodes} when there are more. */
    List<Concept> expand(ValueSetAsked valueSet, int limit);

    List<Concept> codesBelow(String system, String code);

    List<Concept> codesAbove(String system, String code);

    /** A stored value set by its canonical, or one that the asker brought along as JSON. */
    record ValueSetAsked(@Nullable String url, byte @Nullable [] json) {}

    record Concept(String system, @Nullable String version, String code, @Nullable String display) {}

    /** {@code message} says why not, or what to mind although the code is valid. */
    record CodeAnswer(
            boolean valid, @Nullable String message, @Nullable String display, @Nullable String systemVersion) {}

    /** An expansion would exceed its limit. */
    final class TooManyCodes extends RuntimeException {
        public TooManyCodes(String message) {
            super(message);
        }
    }
}
