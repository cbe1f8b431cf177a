package org.fixator.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows no system and no value set, so that the links of HAPI's chain that follow are asked. */
final class NoTerminology implements TerminologyAnswers {
    @Override
    public boolean knowsSystem(String system) {
        return false;
    }

    @Override
    public boolean knowsValueSet(String url) {
        return false;
    }

    @Override
    public CodeAnswer validateCode(String system, String code, @Nullable String display) {
        return new CodeAnswer(false, "Unknown code system: " + system, null, null);
    }

    @Override
    public CodeAnswer validateCodeInValueSet(
            @Nullable String system, String code, @Nullable String display, ValueSetAsked valueSet) {
        return new CodeAnswer(false, "Unknown value set: " + valueSet.url(), null, null);
    }

    @Override
    public Optional<Concept> lookup(String system, String code, @Nullable String displayLanguage) {
        return Optional.empty();
    }

    @Override
    public List<Concept> expand(ValueSetAsked valueSet, int limit) {
        return List.of();
    }

    @Override
    public List<Concept> codesBelow(String system, String code) {
        return List.of();
    }

    @Override
    public List<Concept> codesAbove(String system, String code) {
        return List.of();
    }
}
