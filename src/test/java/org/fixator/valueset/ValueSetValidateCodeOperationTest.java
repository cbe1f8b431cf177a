package org.fixator.valueset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeOptions;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Languages;
import org.fixator.issue.Issue;
import org.junit.jupiter.api.Test;

class ValueSetValidateCodeOperationTest {

    private static final String BONES = "http://example.org/bones";

    private final CodeSystems systems = new MemoryCodeSystems(
            MemoryCodeSystem.of(BONES, "1.0", "tibia", "femur"),
            MemoryCodeSystem.of(BONES, "2.0", "tibia", "fibula"),
            MemoryCodeSystem.of("http://example.org/sides", "1", "left", "right", "tibia"));

    @Test
    void aCodeOfTheIncludedVersionIsValid() {
        ValidateCodeResult result = validate(Define.whole(BONES), coding(BONES, null, "tibia"));
        assertTrue(result.result());
        assertEquals("2.0", result.version());
        assertNull(result.message());
    }

    @Test
    void anUnknownCodeIsNeitherInTheValueSetNorInTheCodeSystem() {
        ValidateCodeResult result = validate(Define.whole(BONES), coding(BONES, null, "ulna"));
        assertFalse(result.result());
        assertEquals(
                List.of("Unknown_Code_in_Version", "None_of_the_provided_codes_are_in_the_value_set_one"),
                messageIds(result));
    }

    @Test
    void aCodeOutsideTheEnumerationIsNotInTheValueSetThoughItExists() {
        ValidateCodeResult result = validate(Define.codes(BONES, "tibia"), coding(BONES, null, "fibula"));
        assertFalse(result.result());
        assertEquals(List.of("None_of_the_provided_codes_are_in_the_value_set_one"), messageIds(result));
        assertEquals("2.0", result.version());
    }

    @Test
    void aVersionOfTheValueIsTakenWhereTheIncludeLeavesTheChoice() {
        ValidateCodeResult result = validate(Define.whole(BONES), coding(BONES, "1.0", "femur"));
        assertTrue(result.result());
        assertEquals("1.0", result.version());
    }

    @Test
    void aVersionOfTheValueThatTheIncludeRulesOutIsAnError() {
        ValidateCodeResult result = validate(Define.whole(BONES + "|2.0"), coding(BONES, "1.0", "tibia"));
        assertFalse(result.result());
        assertEquals(List.of("VALUESET_VALUE_MISMATCH"), messageIds(result));
    }

    @Test
    void aVersionThatIsNotHereIsNamedAsTheCause() {
        ValidateCodeResult result = validate(Define.whole(BONES), coding(BONES, "9.0", "tibia"));
        assertFalse(result.result());
        assertEquals(List.of(BONES + "|9.0"), result.unknownSystems());
    }

    @Test
    void aForcedVersionReplacesTheStatedOne() {
        VersionRules force =
                new VersionRules(List.of(), List.of(), List.of(Canonical.parse(BONES + "|1.0")), List.of());
        ValidateCodeOptions options =
                new ValidateCodeOptions(force, Languages.NONE, List.of(), null, null, false, false, false);
        ValidateCodeResult result = run(
                Define.whole(BONES + "|2.0"),
                new CodedValue(CodedValue.Form.CODING, List.of(coding(BONES, null, "femur")), null),
                options);
        assertTrue(result.result());
        assertEquals("1.0", result.version());
    }

    @Test
    void anUnknownSystemIsNamed() {
        ValidateCodeResult result = validate(Define.whole(BONES), coding("http://example.org/muscles", null, "tibia"));
        assertFalse(result.result());
        assertEquals("http://example.org/muscles", result.unknownSystem());
    }

    @Test
    void aWrongDisplayIsAnErrorUnlessTheClientIsLenient() {
        Coding wrong = new Coding(BONES, null, "tibia", "Shin");
        assertFalse(validate(Define.whole(BONES), wrong).result());
        ValidateCodeOptions lenient =
                new ValidateCodeOptions(VersionRules.NONE, Languages.NONE, List.of(), null, null, false, true, false);
        ValidateCodeResult result =
                run(Define.whole(BONES), new CodedValue(CodedValue.Form.CODING, List.of(wrong), null), lenient);
        assertTrue(result.result());
        assertTrue(String.valueOf(result.message()).startsWith("Wrong Display Name 'Shin'"));
    }

    @Test
    void aBareCodeTakesItsSystemFromTheValueSet() {
        ValidateCodeResult result = run(
                Define.whole(BONES),
                new CodedValue(CodedValue.Form.CODE, List.of(coding(null, null, "fibula")), null),
                ValidateCodeOptions.NONE);
        assertTrue(result.result());
        assertEquals(BONES, result.system());
    }

    @Test
    void aCodingWithoutSystemIsNotInferredUnlessAsked() {
        ValidateCodeResult result = validate(Define.whole(BONES), coding(null, null, "fibula"));
        assertFalse(result.result());
        assertTrue(messageIds(result).contains("Coding_has_no_system__cannot_validate"));
    }

    @Test
    void theFirstCodingInTheValueSetDecidesAConcept() {
        ValidateCodeResult result = run(
                Define.whole(BONES),
                new CodedValue(
                        CodedValue.Form.CODEABLE_CONCEPT,
                        List.of(
                                coding("http://example.org/sides", null, "left"),
                                coding(BONES, null, "fibula"),
                                coding(BONES, null, "tibia")),
                        null),
                ValidateCodeOptions.NONE);
        assertTrue(result.result());
        assertEquals("fibula", result.code());
    }

    @Test
    void aConceptWithNoCodingInTheValueSetHasNoDecidingCode() {
        ValidateCodeResult result = run(
                Define.codes(BONES, "tibia"),
                new CodedValue(CodedValue.Form.CODEABLE_CONCEPT, List.of(coding(BONES, null, "fibula")), null),
                ValidateCodeOptions.NONE);
        assertFalse(result.result());
        assertNull(result.code());
        assertTrue(messageIds(result).contains("TX_GENERAL_CC_ERROR_MESSAGE"));
    }

    private ValidateCodeResult validate(Include include, Coding coding) {
        return run(include, new CodedValue(CodedValue.Form.CODING, List.of(coding), null), ValidateCodeOptions.NONE);
    }

    private ValidateCodeResult run(Include include, CodedValue value, ValidateCodeOptions options) {
        ValueSetDefinition valueSet = Define.valueSet("http://example.org/vs|1", include);
        ValueSets valueSets = new MemoryValueSets(valueSet);
        ValueSetCompiler compiler = new ValueSetCompiler(systems, valueSets, Budget.UNLIMITED);
        return new ValueSetValidateCodeOperation(systems, valueSets, compiler)
                .run(new ValueSetValidateCodeRequest(valueSet, value, options));
    }

    private static Coding coding(
            @org.jspecify.annotations.Nullable String system,
            @org.jspecify.annotations.Nullable String version,
            String code) {
        return new Coding(system, version, code, null);
    }

    private static List<String> messageIds(ValidateCodeResult result) {
        return result.issues().stream()
                .map(Issue::messageId)
                .map(String::valueOf)
                .toList();
    }
}
