package org.fixator.clients;

import static org.fixator.clients.CodedResources.CPT;
import static org.fixator.clients.CodedResources.HCPCS;
import static org.fixator.clients.CodedResources.ICD;
import static org.fixator.clients.CodedResources.NUCC;
import static org.fixator.clients.CodedResources.PLACES;
import static org.fixator.clients.CodedResources.PROFILES;
import static org.fixator.clients.CodedResources.claim;
import static org.fixator.clients.CodedResources.concept;
import static org.fixator.clients.CodedResources.condition;
import static org.fixator.clients.CodedResources.procedure;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fixator.conformance.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** HL7's validator with its terminology server set to Fixator: it finds the wrong codes, and only those. */
@Tag("client")
class ValidatorTest {

    private static final String CLAIM = PROFILES + "fixator-claim";
    private static final String CONDITION = PROFILES + "fixator-condition";
    private static final String PROCEDURE = PROFILES + "fixator-procedure";

    private static final String RIGHT_DIAGNOSIS = concept(ICD, "S82.251A");
    private static final String RIGHT_PRODUCT = concept(CPT, "20697");
    private static final String RIGHT_MODIFIER = concept(HCPCS, "RT");
    private static final String RIGHT_PLACE = concept(PLACES, "22");
    private static final String RIGHT_SPECIALTY = concept(NUCC, "207X00000X");

    private static Server server;
    private static Validator validator;

    @BeforeAll
    static void start() throws Exception {
        server = ClientFolders.server("validator-server.log");
        validator = Validator.connected(server.root() + "/fhir", Path.of("src/test/resources/clients/profiles"), false);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /**
     * One resource.
     *
     * @param wrong where the validator must find errors, and nowhere else
     */
    private record Case(String what, String json, String profile, Set<String> wrong) {}

    private static Case right(String what, String json, String profile) {
        return new Case(what, json, profile, Set.of());
    }

    private static Case wrong(String what, String json, String profile, String... places) {
        return new Case(what, json, profile, Set.of(places));
    }

    private static List<Case> conditions() {
        return List.of(
                right("an indication", condition(RIGHT_DIAGNOSIS), CONDITION),
                right(
                        "its official title",
                        condition(concept(
                                ICD,
                                "S82.241A",
                                "Displaced spiral fracture of shaft of right tibia, initial encounter for closed"
                                        + " fracture")),
                        ""),
                wrong(
                        "the title of another code",
                        condition(concept(
                                ICD,
                                "S82.241A",
                                "Displaced comminuted fracture of shaft of right tibia, initial encounter for closed"
                                        + " fracture")),
                        "",
                        "Condition.code.coding[0].display"),
                wrong(
                        "a code that does not exist",
                        condition(concept(ICD, "S82.341A")),
                        "",
                        "Condition.code.coding[0].code"),
                wrong("a code of another fracture", condition(concept(ICD, "S82.101A")), CONDITION, "Condition.code"),
                wrong(
                        "a spiral fracture, which the set excludes",
                        condition(concept(ICD, "S82.241A")),
                        CONDITION,
                        "Condition.code"),
                wrong(
                        "a system that nobody has",
                        condition(concept(ICD + "-x", "S82.251A")),
                        CONDITION,
                        "Condition.code",
                        "Condition.code.coding[0].system"),
                right("a code of another fracture without the profile", condition(concept(ICD, "S82.101A")), ""));
    }

    private static List<Case> procedures() {
        return List.of(
                right("all right", procedure(RIGHT_PRODUCT, RIGHT_DIAGNOSIS, RIGHT_SPECIALTY), PROCEDURE),
                wrong(
                        "a place of service as a procedure",
                        procedure(concept(CPT, "11"), RIGHT_DIAGNOSIS, RIGHT_SPECIALTY),
                        "",
                        "Procedure.code.coding[0].code"),
                wrong(
                        "a reason that is no indication",
                        procedure(RIGHT_PRODUCT, concept(ICD, "S82.101A"), RIGHT_SPECIALTY),
                        PROCEDURE,
                        "Procedure.reasonCode[0]"),
                wrong(
                        "a specialty that is in no release",
                        procedure(RIGHT_PRODUCT, RIGHT_DIAGNOSIS, concept(NUCC, "2086S0200X")),
                        PROCEDURE,
                        "Procedure.performer[0].function",
                        "Procedure.performer[0].function.coding[0].code"));
    }

    private static List<Case> claims() {
        return List.of(
                right("all right", claim(RIGHT_DIAGNOSIS, RIGHT_PRODUCT, RIGHT_MODIFIER, RIGHT_PLACE), CLAIM),
                wrong(
                        "a modifier of another kind of service",
                        claim(RIGHT_DIAGNOSIS, RIGHT_PRODUCT, concept(CPT, "50"), RIGHT_PLACE),
                        CLAIM,
                        "Claim.item[0].modifier[0]"),
                wrong(
                        "an office, which is a place of service but not of this one",
                        claim(RIGHT_DIAGNOSIS, RIGHT_PRODUCT, RIGHT_MODIFIER, concept(PLACES, "11")),
                        CLAIM,
                        "Claim.item[0].location.ofType(CodeableConcept)"),
                wrong(
                        "a place of service that does not exist",
                        claim(RIGHT_DIAGNOSIS, RIGHT_PRODUCT, RIGHT_MODIFIER, concept(PLACES, "00")),
                        "",
                        "Claim.item[0].location.ofType(CodeableConcept).coding[0].code"),
                wrong(
                        "a diagnosis that does not exist",
                        claim(concept(ICD, "S82.341A"), RIGHT_PRODUCT, RIGHT_MODIFIER, RIGHT_PLACE),
                        "",
                        "Claim.diagnosis[0].diagnosis.ofType(CodeableConcept).coding[0].code"));
    }

    private static void check(List<Case> cases) {
        List<Executable> checks = new ArrayList<>();
        for (Case one : cases) {
            checks.add(() -> {
                Validator.Errors found = one.profile().isEmpty()
                        ? validator.validate(one.json())
                        : validator.validate(one.json(), one.profile());
                assertEquals(one.wrong(), found.places(), () -> one.what() + "\n" + found.messages());
            });
        }
        assertAll(checks);
    }

    @Test
    void findsTheWrongCodesOfConditions() {
        check(conditions());
    }

    @Test
    void findsTheWrongCodesOfProcedures() {
        check(procedures());
    }

    @Test
    void findsTheWrongCodesOfClaims() {
        check(claims());
    }

    @Test
    void tellsWhichSetACodeIsNotIn() throws Exception {
        Validator.Errors found = validator.validate(condition(concept(ICD, "S82.101A")), CONDITION);
        assertTrue(found.messages().contains("cpt-20697-indications"), found.messages());
    }
}
