package org.fixator.wire;

import static org.fixator.wire.ParameterDefinition.BOTH;
import static org.fixator.wire.ParameterDefinition.ECOSYSTEM;
import static org.fixator.wire.ParameterDefinition.R4;
import static org.fixator.wire.ParameterDefinition.R5;
import static org.fixator.wire.ParameterDefinition.many;
import static org.fixator.wire.ParameterDefinition.one;
import static org.fixator.wire.ParameterKind.BOOLEAN;
import static org.fixator.wire.ParameterKind.CODE;
import static org.fixator.wire.ParameterKind.CODEABLE_CONCEPT;
import static org.fixator.wire.ParameterKind.CODING;
import static org.fixator.wire.ParameterKind.DATE_TIME;
import static org.fixator.wire.ParameterKind.INTEGER;
import static org.fixator.wire.ParameterKind.PARTS;
import static org.fixator.wire.ParameterKind.RESOURCE;
import static org.fixator.wire.ParameterKind.STRING;
import static org.fixator.wire.ParameterKind.URI;

import java.util.List;

/**
 * The input parameters of every operation: those of FHIR R4 and R5, those of HL7's terminology ecosystem, and the names
 * that clients use for them.
 */
public final class OperationTables {

    public static final ParameterTable LOOKUP = ParameterTable.of(
                    "CodeSystem",
                    "$lookup",
                    List.of(
                            one("code", CODE, BOTH, "The code to look up."),
                            one("system", URI, BOTH, "The code system of the code.")
                                    .also("url"),
                            one("version", STRING, BOTH, "Version of the code system.")
                                    .also("systemVersion"),
                            one("coding", CODING, BOTH, "The code to look up, as a Coding."),
                            many("property", CODE, BOTH, "A property to return; all where none is named."),
                            one("date", DATE_TIME, BOTH, "The date at which the answer is to hold.")),
                    CommonParameters.LANGUAGE,
                    CommonParameters.SUPPLEMENTS,
                    CommonParameters.VERSIONS,
                    CommonParameters.PROVENANCE,
                    CommonParameters.REQUEST)
            .lines();

    public static final ParameterTable CODE_SYSTEM_VALIDATE_CODE = ParameterTable.of(
                    "CodeSystem",
                    "$validate-code",
                    List.of(
                            one("url", URI, BOTH, "The code system.").also("system"),
                            one("codeSystem", RESOURCE, BOTH, "The code system itself.")
                                    .of("CodeSystem"),
                            one("code", CODE, BOTH, "The code to check."),
                            one("version", STRING, BOTH, "Version of the code system.")
                                    .also("systemVersion"),
                            one(
                                            "inferSystem",
                                            BOOLEAN,
                                            ECOSYSTEM,
                                            "Whether to look for the system of a code without one.")
                                    .also("implySystem")),
                    CommonParameters.VALUE,
                    CommonParameters.JUDGEMENT,
                    CommonParameters.LANGUAGE,
                    CommonParameters.SUPPLEMENTS,
                    CommonParameters.VERSIONS,
                    CommonParameters.PROVENANCE,
                    CommonParameters.REQUEST)
            .bare("codeSystem")
            .lines();

    public static final ParameterTable SUBSUMES = ParameterTable.of(
                    "CodeSystem",
                    "$subsumes",
                    List.of(
                            one("codeA", CODE, BOTH, "The code that may subsume."),
                            one("codeB", CODE, BOTH, "The code that may be subsumed."),
                            one("system", URI, BOTH, "The code system of both codes.")
                                    .also("url"),
                            one("version", STRING, BOTH, "Version of the code system."),
                            one("codingA", CODING, BOTH, "The Coding that may subsume."),
                            one("codingB", CODING, BOTH, "The Coding that may be subsumed.")),
                    CommonParameters.VERSIONS,
                    CommonParameters.REQUEST)
            .lines();

    public static final ParameterTable EXPAND = ParameterTable.of(
                    "ValueSet",
                    "$expand",
                    CommonParameters.VALUE_SET,
                    List.of(
                            one("filter", STRING, BOTH, "Text that displays or codes must match, word by word."),
                            one("offset", INTEGER, BOTH, "Number of concepts to leave out at the beginning."),
                            one("count", INTEGER, BOTH, "Number of concepts to return; 0 asks for the total."),
                            one("includeDesignations", BOOLEAN, BOTH, "Whether to return designations."),
                            many(
                                    "designation",
                                    STRING,
                                    BOTH,
                                    "A designation wanted: a language, or system|code of a use."),
                            one("includeDefinition", BOOLEAN, BOTH, "Whether to repeat the value set's definition."),
                            one("activeOnly", BOOLEAN, BOTH, "Whether to leave out inactive concepts."),
                            one("excludeNested", BOOLEAN, BOTH, "Whether to return a flat list."),
                            one(
                                    "excludeNotForUI",
                                    BOOLEAN,
                                    BOTH,
                                    "Whether to leave out concepts that only group others."),
                            one(
                                    "excludePostCoordinated",
                                    BOOLEAN,
                                    BOTH,
                                    "Whether to leave out expressions of a grammar."),
                            many("exclude-system", ParameterKind.CANONICAL, BOTH, "A system to leave out."),
                            many("property", CODE, R5, "A property to return for each concept."),
                            one("limit", INTEGER, ECOSYSTEM, "The size from which the expansion is too costly.")
                                    .also("_limit"),
                            one(
                                            "allowMaximumSizeExpansion",
                                            BOOLEAN,
                                            ECOSYSTEM,
                                            "Whether the server's own limit applies.")
                                    .withoutEffect(),
                            one("_incomplete", BOOLEAN, ECOSYSTEM, "Whether an incomplete expansion is good enough.")
                                    .also("incomplete-ok")
                                    .withoutEffect(),
                            one("contextDirection", CODE, BOTH, "Whether the context is written or read.")
                                    .refused(),
                            one("date", DATE_TIME, BOTH, "The date at which the expansion is to hold."),
                            many("manifest", ParameterKind.CANONICAL, ECOSYSTEM, "A library of versions to be used.")
                                    .refused()),
                    CommonParameters.LANGUAGE,
                    CommonParameters.SUPPLEMENTS,
                    CommonParameters.VERSIONS,
                    CommonParameters.PROVENANCE,
                    CommonParameters.REQUEST)
            .bare("valueSet");

    public static final ParameterTable VALUE_SET_VALIDATE_CODE = ParameterTable.of(
                    "ValueSet",
                    "$validate-code",
                    CommonParameters.VALUE_SET,
                    List.of(
                            one("code", CODE, BOTH, "The code to check."),
                            one("system", URI, BOTH, "The code system of the code."),
                            one("systemVersion", STRING, BOTH, "Version of the code system.")
                                    .also("version"),
                            one(
                                            "inferSystem",
                                            BOOLEAN,
                                            ECOSYSTEM,
                                            "Whether the value set tells the system of the code.")
                                    .also("implySystem")),
                    CommonParameters.VALUE,
                    CommonParameters.JUDGEMENT,
                    CommonParameters.LANGUAGE,
                    CommonParameters.SUPPLEMENTS,
                    CommonParameters.VERSIONS,
                    CommonParameters.PROVENANCE,
                    CommonParameters.REQUEST)
            .bare("valueSet")
            .lines();

    public static final ParameterTable TRANSLATE = ParameterTable.of(
                    "ConceptMap",
                    "$translate",
                    List.of(
                            one("url", URI, BOTH, "The concept map to use; every map that fits where none is named."),
                            one("conceptMap", RESOURCE, BOTH, "The concept map itself.")
                                    .of("ConceptMap"),
                            one("conceptMapVersion", STRING, BOTH, "Version of the concept map."),
                            one("code", CODE, R4, "R4: the code to translate."),
                            one("system", URI, BOTH, "The code system of the code."),
                            one("version", STRING, BOTH, "Version of that code system."),
                            one("coding", CODING, R4, "R4: the Coding to translate."),
                            one("codeableConcept", CODEABLE_CONCEPT, R4, "R4: the CodeableConcept to translate."),
                            one("source", URI, R4, "R4: value set that a map translates from."),
                            one("target", URI, R4, "R4: value set that a map translates to."),
                            one("targetsystem", URI, R4, "R4: code system to translate into."),
                            one(
                                    "reverse",
                                    BOOLEAN,
                                    R4,
                                    "R4: whether the code is a map's target and its source is asked."),
                            one("sourceCode", CODE, R5, "R5: the code to translate."),
                            one("sourceSystem", URI, ECOSYSTEM, "HL7's suite: the code system of sourceCode."),
                            one("sourceCoding", CODING, R5, "R5: the Coding to translate."),
                            one("sourceCodeableConcept", CODEABLE_CONCEPT, R5, "R5: the CodeableConcept to translate."),
                            one("sourceScope", URI, R5, "R5: value set that a map translates from."),
                            one("targetCode", CODE, R5, "R5: the target code whose source is asked."),
                            one("targetCoding", CODING, R5, "R5: the target Coding whose source is asked."),
                            one("targetCodeableConcept", CODEABLE_CONCEPT, R5, "R5: the target whose source is asked."),
                            one("targetScope", URI, R5, "R5: value set that a map translates to."),
                            one("targetSystem", URI, R5, "R5: code system to translate into."),
                            many(
                                    "dependency",
                                    PARTS,
                                    BOTH,
                                    "A condition that holds: element and concept, or attribute and" + " value.")),
                    CommonParameters.LANGUAGE,
                    CommonParameters.VERSIONS,
                    CommonParameters.PROVENANCE,
                    CommonParameters.REQUEST)
            .bare("conceptMap")
            .lines();

    public static final ParameterTable BATCH_VALIDATE_CODE = ParameterTable.of(
            "ValueSet",
            "$batch-validate-code",
            List.of(many("validation", RESOURCE, ECOSYSTEM, "The parameters of one $validate-code.")
                    .of("Parameters")),
            CommonParameters.VALUE_SET,
            CommonParameters.JUDGEMENT,
            CommonParameters.LANGUAGE,
            CommonParameters.SUPPLEMENTS,
            CommonParameters.VERSIONS,
            CommonParameters.REQUEST);

    public static final ParameterTable COMPARE = ParameterTable.of(
            "ValueSet",
            "$compare",
            List.of(
                    one("thisUrl", URI, ECOSYSTEM, "Canonical of the value set to compare.")
                            .also("url"),
                    one("thisValueSet", RESOURCE, ECOSYSTEM, "The value set to compare.")
                            .also("valueSet")
                            .of("ValueSet"),
                    one("thisValueSetVersion", STRING, ECOSYSTEM, "Version of the value set to compare.")
                            .also("thisVersion", "valueSetVersion"),
                    one("otherUrl", URI, ECOSYSTEM, "Canonical of the value set to compare with."),
                    one("otherValueSet", RESOURCE, ECOSYSTEM, "The value set to compare with.")
                            .of("ValueSet"),
                    one("otherValueSetVersion", STRING, ECOSYSTEM, "Version of the value set to compare with.")
                            .also("otherVersion"),
                    one("activeOnly", BOOLEAN, ECOSYSTEM, "Whether to leave out inactive concepts.")),
            CommonParameters.LANGUAGE,
            CommonParameters.SUPPLEMENTS,
            CommonParameters.VERSIONS,
            CommonParameters.DIAGNOSED_REQUEST);

    public static final ParameterTable CLOSURE = ParameterTable.of(
            "",
            "$closure",
            List.of(
                    one("name", STRING, BOTH, "Name of the closure table."),
                    many("concept", CODING, BOTH, "A concept to add to the table; with none it is initialised."),
                    one(
                            "version",
                            STRING,
                            BOTH,
                            "The last version that was processed, to hear what came after; 0 for all."),
                    many("tx-resource", RESOURCE, ECOSYSTEM, "A resource to use in this request only.")
                            .of("CodeSystem", "ValueSet", "ConceptMap")
                            .refused()));

    public static final ParameterTable VERSIONS = ParameterTable.of("", "$versions", CommonParameters.REQUEST);

    public static final ParameterTable CACHE_CONTROL = ParameterTable.of(
            "",
            "$cache-control",
            List.of(
                    one("mode", CODE, ECOSYSTEM, "What to do: start, check or end."),
                    one("sealed", BOOLEAN, ECOSYSTEM, "Whether later requests add nothing to the cache.")),
            CommonParameters.REQUEST);

    public static final ParameterTable IMPORT_RELEASE = ParameterTable.of(
            "",
            "$import-release",
            List.of(
                    one("kind", CODE, ECOSYSTEM, "What the files are, such as icd-10-cm."),
                    one("version", STRING, ECOSYSTEM, "Version of the release, where the files do not say it."),
                    one("fileName", STRING, ECOSYSTEM, "Name of the file that is the body."),
                    one("dryRun", BOOLEAN, ECOSYSTEM, "Whether to report only, and change nothing."),
                    one(
                            "force",
                            BOOLEAN,
                            ECOSYSTEM,
                            "Whether a large difference to the neighbouring release is right."),
                    one("acceptLicence", BOOLEAN, ECOSYSTEM, "Whether the publisher's licence is held."),
                    one(
                            "replace",
                            BOOLEAN,
                            ECOSYSTEM,
                            "Whether resources are replaced that others stored under the same canonical.")));

    public static final ParameterTable RELEASES = ParameterTable.of(
            "",
            "$releases",
            List.of(one("kind", CODE, ECOSYSTEM, "The kind of release to list; all where none is named.")));

    public static final ParameterTable ACTIVATE = release("$activate");
    public static final ParameterTable RETIRE = release("$retire");
    public static final ParameterTable REMOVE = release("$remove");

    public static final ParameterTable JOBS = ParameterTable.of(
            "",
            "$jobs",
            List.of(one(
                    "kind", CODE, ECOSYSTEM, "The kind of release whose imports to list; all where none is named.")));

    public static final ParameterTable JOB =
            ParameterTable.of("", "$job", List.of(one("id", STRING, ECOSYSTEM, "Id of the import.")));

    private static ParameterTable release(String operation) {
        return ParameterTable.of("", operation, List.of(one("id", STRING, ECOSYSTEM, "Id of the release.")));
    }

    /** Every table. */
    public static final List<ParameterTable> ALL = List.of(
            LOOKUP,
            CODE_SYSTEM_VALIDATE_CODE,
            SUBSUMES,
            EXPAND,
            VALUE_SET_VALIDATE_CODE,
            TRANSLATE,
            BATCH_VALIDATE_CODE,
            COMPARE,
            CLOSURE,
            VERSIONS,
            CACHE_CONTROL,
            IMPORT_RELEASE,
            RELEASES,
            ACTIVATE,
            RETIRE,
            REMOVE,
            JOBS,
            JOB);

    private OperationTables() {}
}
