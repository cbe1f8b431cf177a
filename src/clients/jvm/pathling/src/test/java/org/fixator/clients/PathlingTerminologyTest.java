package org.fixator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import au.csiro.pathling.config.HttpClientCachingConfiguration;
import au.csiro.pathling.config.HttpClientCachingStorageType;
import au.csiro.pathling.config.HttpClientConfiguration;
import au.csiro.pathling.config.TerminologyAuthConfiguration;
import au.csiro.pathling.config.TerminologyConfiguration;
import au.csiro.pathling.fhir.TerminologyClient;
import au.csiro.pathling.terminology.TerminologyService;
import au.csiro.pathling.terminology.TerminologyService.Designation;
import au.csiro.pathling.terminology.TerminologyService.Property;
import au.csiro.pathling.terminology.TerminologyService.PropertyOrDesignation;
import au.csiro.pathling.terminology.TerminologyService.Translation;
import au.csiro.pathling.terminology.caching.InMemoryCachingTerminologyService;
import au.csiro.pathling.terminology.caching.PersistentCachingTerminologyService;
import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.List;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.codesystems.ConceptSubsumptionOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pathling's terminology service with its cache, as its functions for Spark use it. */
class PathlingTerminologyTest {
    private static final String BASE = System.getProperty("fixator.url");
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String OURS = "https://fixator.example.org/fhir";
    private static final String INDICATIONS = OURS + "/ValueSet/cpt-20697-indications";

    @TempDir
    Path folder;

    /** What Pathling's factory of services does, which itself wants Hadoop on the class path. */
    private TerminologyService service(HttpClientCachingStorageType cache) {
        HttpClientCachingConfiguration caching = HttpClientCachingConfiguration.builder()
                .enabled(true)
                .storageType(cache)
                .storagePath(folder.toString())
                .build();
        TerminologyConfiguration configuration = TerminologyConfiguration.builder()
                .serverUrl(BASE)
                .client(HttpClientConfiguration.builder().socketTimeout(120_000).build())
                .cache(caching)
                .authentication(TerminologyAuthConfiguration.builder().build())
                .build();
        CloseableHttpClient http = HttpClients.createDefault();
        TerminologyClient client = TerminologyClient.build(FhirContext.forR4Cached(), configuration, http);
        return cache == HttpClientCachingStorageType.DISK
                ? new PersistentCachingTerminologyService(client, caching, http, client)
                : new InMemoryCachingTerminologyService(client, caching, http, client);
    }

    private TerminologyService service() {
        return service(HttpClientCachingStorageType.MEMORY);
    }

    private static Coding icd(String code) {
        return new Coding(ICD, code, null);
    }

    /** Everything is asked twice: the second answer comes from the cache, or is asked for anew with the first's ETag. */
    @ParameterizedTest
    @EnumSource(HttpClientCachingStorageType.class)
    void answersAreTheSameFromTheCache(HttpClientCachingStorageType cache) {
        TerminologyService service = service(cache);
        for (int time = 1; time <= 2; time++) {
            assertThat(service.validateCode(INDICATIONS, icd("S82.251A"))).isTrue();
            assertThat(service.validateCode(INDICATIONS, icd("S82.241A"))).isFalse();
            assertThat(service.subsumes(icd("S82.25"), icd("S82.251A"))).isEqualTo(ConceptSubsumptionOutcome.SUBSUMES);
            assertThat(service.lookup(icd("S82.241A"), "display", null)).hasSize(1);
            assertThat(service.translate(
                            new Coding(CPT, "20697", null), OURS + "/ConceptMap/cpt-20697-indications", false, null))
                    .hasSize(21);
        }
    }

    @Test
    void codesAreMembersOfAValueSetOrNot() {
        TerminologyService service = service();
        assertThat(service.validateCode(INDICATIONS, icd("S82.251A"))).isTrue();
        assertThat(service.validateCode(INDICATIONS, icd("S82.241A"))).isFalse();
        assertThat(service.validateCode(INDICATIONS, new Coding("http://example.org/none", "x", null))).isFalse();
        assertThat(service.validateCode("http://example.org/none", icd("S82.251A"))).isFalse();
    }

    @Test
    void codesSubsumeEachOther() {
        TerminologyService service = service();
        assertThat(service.subsumes(icd("S82.25"), icd("S82.251A"))).isEqualTo(ConceptSubsumptionOutcome.SUBSUMES);
        assertThat(service.subsumes(icd("S82.251A"), icd("S82.25"))).isEqualTo(ConceptSubsumptionOutcome.SUBSUMEDBY);
        assertThat(service.subsumes(icd("S82.251A"), icd("S82.251A"))).isEqualTo(ConceptSubsumptionOutcome.EQUIVALENT);
        assertThat(service.subsumes(icd("S82.251A"), icd("S82.252A"))).isEqualTo(ConceptSubsumptionOutcome.NOTSUBSUMED);
    }

    @Test
    void codesAreTranslatedInBothDirections() {
        TerminologyService service = service();
        String map = OURS + "/ConceptMap/cpt-20697-indications";
        List<Translation> diagnoses = service.translate(new Coding(CPT, "20697", null), map, false, null);
        assertThat(diagnoses).extracting(one -> one.getConcept().getCode()).contains("S82.251A");
        List<Translation> procedures = service.translate(icd("S82.251A"), map, true, null);
        assertThat(procedures).extracting(one -> one.getConcept().getCode()).contains("20697");
        assertThat(service.translate(icd("S82.341A"), map, false, null)).isEmpty();
    }

    @Test
    void propertiesAndDesignationsAreLookedUp() {
        TerminologyService service = service();
        List<PropertyOrDesignation> display = service.lookup(icd("S82.241A"), "display", null);
        assertThat(display)
                .singleElement()
                .extracting(one -> ((Property) one).getValueAsString())
                .asString()
                .contains("spiral fracture of shaft of right tibia");
        assertThat(service.lookup(icd("S82.241A"), "parent", null))
                .singleElement()
                .extracting(one -> ((Property) one).getValueAsString())
                .isEqualTo("S82.241");
        assertThat(service.lookup(icd("S82.241A"), Designation.PROPERTY_CODE, null))
                .isNotEmpty()
                .allMatch(Designation.class::isInstance);
        assertThat(service.lookup(icd("S82.341A"), "display", null)).isEmpty();
    }
}
