package org.fixator.systems.cpt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.issue.CptMessages;
import org.jspecify.annotations.Nullable;

/**
 * Which modifiers go with which codes and with each other, as Appendix A of CPT and the published page say. The sections
 * of CPT are told by the first digit of a code; a rule that needs more than that to decide lets the expression pass.
 */
final class ModifierRules {

    /** Of each set at most one modifier goes with a code. */
    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("25", "57", "59"),
            Set.of("52", "53", "73", "74"),
            Set.of("76", "77", "78", "79"),
            Set.of("93", "95"));

    private final boolean knowsTelemedicine;

    ModifierRules(CodeSystem table) {
        this.knowsTelemedicine = table.description().properties().stream()
                .map(PropertyDefinition::code)
                .anyMatch(Cpt.TELEMEDICINE::equals);
    }

    /** What is wrong with the modifiers of a code; {@code null} where nothing is. */
    @Nullable
    String broken(Concept base, List<Concept> modifiers) {
        Set<String> codes = new HashSet<>();
        for (Concept modifier : modifiers) {
            if (!codes.add(modifier.code())) {
                return CptMessages.repeatedModifier(modifier.code());
            }
            String reason = broken(base, modifier);
            if (reason != null) {
                return reason;
            }
        }
        for (Set<String> together : EXCLUSIVE) {
            List<String> found = modifiers.stream()
                    .map(Concept::code)
                    .filter(together::contains)
                    .toList();
            if (found.size() > 1) {
                return CptMessages.exclusiveModifiers(found);
            }
        }
        return null;
    }

    private @Nullable String broken(Concept base, Concept modifier) {
        String code = modifier.code();
        boolean categoryTwo = Section.of(base.code()) == Section.CATEGORY_TWO;
        if (Cpt.has(modifier, Cpt.KIND, "cat-2") && !categoryTwo) {
            return CptMessages.modifierNeeds(code, base.code(), "Category II codes");
        }
        if (Cpt.has(modifier, Cpt.KIND, "physical-status") && Section.of(base.code()) != Section.ANESTHESIA) {
            return CptMessages.modifierNeeds(code, base.code(), "anesthesia codes");
        }
        return switch (code) {
            case "50", "51" ->
                categoryTwo ? CptMessages.modifierExcludes(code, base.code(), "Category II codes") : null;
            case "63" ->
                Section.of(base.code()).hasInfantSurgery()
                        ? null
                        : CptMessages.modifierNeeds(code, base.code(), "surgical codes and some of medicine");
            case "92" ->
                Section.of(base.code()).isOrMayBe(Section.LABORATORY)
                        ? null
                        : CptMessages.modifierNeeds(code, base.code(), "laboratory codes");
            case "95" ->
                knowsTelemedicine && !Cpt.has(base, Cpt.TELEMEDICINE, "true")
                        ? CptMessages.modifierNeeds(code, base.code(), "codes for telemedicine")
                        : null;
            default -> null;
        };
    }
}
