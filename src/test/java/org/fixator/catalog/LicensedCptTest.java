package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.FhirVersion;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SampleFile;
import org.fixator.release.cpt.CptReader;
import org.fixator.systems.cpt.Cpt;
import org.fixator.wire.Json;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.junit.jupiter.api.Test;

/** What a licensed release answers, from its files to the client: 1,200 invented codes and two modifiers. */
class LicensedCptTest {

    private static final int CODES = 1_200;
    private static final String NOTICE = "CPT © Copyright 2026 American Medical Association";
    private static final String ALL = "http://hl7.org/fhir/ValueSet/cpt-all";
    private static final Engine ENGINE = engine();

    private static Engine engine() {
        Snapshot.Edit edit = Snapshot.withRules(List.of(), Map.of(Cpt.URL, Cpt.rules(Cpt.MAXIMUM_EXPANSION)))
                .edit();
        CodeSystem cpt = release().codeSystems().get(0);
        edit.put(new ResourceKey("CodeSystem", "cpt"), new Content.Codes(cpt));
        Catalog catalog = new Catalog(edit.freeze(), new FhirLayer());
        return new Engine(catalog, EngineSettings.standard(), Clock.systemUTC());
    }

    private static ReleaseContent release() {
        StringBuilder text = new StringBuilder("Sample of CPT 2026\n");
        for (int i = 0; i < CODES; i++) {
            text.append(String.format("Z%03d%c\tInvented service number %d%n", i % 1000, 'A' + i / 1000, i));
        }
        ReleaseFile descriptions = SampleFile.of("LONGULT.txt", text.toString().strip());
        ReleaseFile modifiers = SampleFile.of("AppendixA.txt", "Modifiers", "52 Own words", "53 Other own words");
        return new CptReader()
                .read(
                        List.of(descriptions, modifiers),
                        ReleaseOptions.NONE.withLicenceAccepted(),
                        ReadingProgress.NONE);
    }

    private static OperationAnswer get(String type, String operation, String... parameters) {
        Map<String, List<String>> query = new TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1]));
        }
        return ENGINE.answer(
                new OperationCall(operation, type, null, FhirVersion.R4, query, null, null, null, null, false));
    }

    private static JsonNode json(OperationAnswer answer) {
        return Json.parse(answer.json());
    }

    @Test
    void everyAnswerCarriesTheCopyrightLine() {
        assertThat(json(get("CodeSystem", "$lookup", "system", Cpt.URL, "code", "Z001A:52", "property", "modified"))
                        .toString())
                .contains(NOTICE)
                .contains("modified");
        assertThat(json(get("CodeSystem", "$validate-code", "url", Cpt.URL, "code", "Z001A"))
                        .toString())
                .contains(NOTICE);
        assertThat(json(get("ValueSet", "$validate-code", "url", ALL, "system", Cpt.URL, "code", "Z001A:53"))
                        .toString())
                .contains(NOTICE)
                .contains("\"valueBoolean\":true");
        assertThat(json(get("ValueSet", "$expand", "url", ALL, "count", "2"))
                        .path("copyright")
                        .asText())
                .startsWith(NOTICE);
    }

    @Test
    void anAnswerToAnotherNameOfTheSystemCarriesItToo() {
        String oid = "urn:oid:2.16.840.1.113883.6.12";
        assertThat(json(get("CodeSystem", "$validate-code", "url", oid, "code", "Z001A"))
                        .toString())
                .contains(NOTICE)
                .contains(oid);
    }

    @Test
    void noPageReachesBehindTheThousandthCode() {
        assertThat(get("ValueSet", "$expand", "url", ALL).status()).isBetween(400, 499);
        assertThat(get("ValueSet", "$expand", "url", ALL, "offset", "900", "count", "100")
                        .status())
                .isEqualTo(200);
        OperationAnswer refused = get("ValueSet", "$expand", "url", ALL, "offset", "901", "count", "100");
        assertThat(refused.status()).isBetween(400, 499);
        assertThat(json(refused).toString()).contains("too-costly").contains("1000");
        assertThat(get("ValueSet", "$expand", "url", ALL, "filter", "invented", "offset", "950", "count", "100")
                        .status())
                .isBetween(400, 499);
        assertThat(get("ValueSet", "$expand", "url", ALL, "count", "0").status())
                .isEqualTo(200);
    }

    @Test
    void aBrokenRuleIsToldBesideTheUnknownCode() {
        String answer = json(get("CodeSystem", "$validate-code", "url", Cpt.URL, "code", "Z001A:52:53"))
                .toString();
        assertThat(answer).contains("\"valueBoolean\":false").contains("do not go together");
    }
}
