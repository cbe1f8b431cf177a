package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.junit.jupiter.api.Test;

/**
 * Bytes that a call allocates: what noise cannot change, and what goes up before a call gets slow. The budgets are up to
 * twice what was measured; who goes over one has done something by the size of the content, or for nothing.
 */
class AllocationBudgetTest {
    private static final String SYSTEM = "http://example.org/budget";
    private static final int CONCEPTS = 3_000;
    private static final int CALLS = 400;

    private final Engine engine = engine();

    private static Engine engine() {
        Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
        StringBuilder json = new StringBuilder("{\"resourceType\":\"CodeSystem\",\"id\":\"budget\",\"url\":\"" + SYSTEM
                + "\",\"version\":\"1\",\"status\":\"active\",\"content\":\"complete\",\"concept\":[");
        for (int i = 0; i < CONCEPTS; i++) {
            json.append(i == 0 ? "" : ",").append("{\"code\":\"C").append(i);
            json.append("\",\"display\":\"Disorder of region ").append(i).append(", initial encounter\"}");
        }
        byte[] system = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        byte[] valueSet = ("{\"resourceType\":\"ValueSet\",\"id\":\"budget\",\"url\":\"" + SYSTEM
                        + "/all\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + SYSTEM + "\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
        catalog.apply(List.of(
                Change.put("CodeSystem", "budget", system),
                Change.put("ValueSet", "budget", valueSet),
                Change.put("ConceptMap", "budget", map())));
        return new Engine(catalog, EngineSettings.standard(), Clock.systemUTC());
    }

    /** Six codes to each target. */
    private static byte[] map() {
        StringBuilder json = new StringBuilder("{\"resourceType\":\"ConceptMap\",\"id\":\"budget\",\"url\":\"" + SYSTEM
                + "/map\",\"status\":\"active\",\"group\":[{\"source\":\"" + SYSTEM
                + "\",\"target\":\"http://example.org/targets\",\"element\":[");
        for (int i = 0; i < CONCEPTS; i++) {
            json.append(i == 0 ? "" : ",").append("{\"code\":\"C").append(i).append("\",\"target\":[{\"code\":\"T");
            json.append(i / 6).append("\",\"equivalence\":\"relatedto\"}]}");
        }
        return json.append("]}]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static OperationCall post(String type, String operation, String body) {
        byte[] json = body.getBytes(StandardCharsets.UTF_8);
        return new OperationCall(operation, type, null, FhirVersion.R4, Map.of(), json, null, null, null, false);
    }

    private static String parameters(String system, String code) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + system + "\",\"valueUri\":\"" + SYSTEM
                + "\"},{\"name\":\"code\",\"valueCode\":\"" + code + "\"}]}";
    }

    private static OperationCall call(String type, String operation, String... parameters) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1]));
        }
        return new OperationCall(operation, type, null, FhirVersion.R4, query, null, null, null, null, false);
    }

    private long bytes(OperationCall call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < CALLS; i++) {
            OperationAnswer answer = engine.answer(call);
            assertThat(answer.status()).isEqualTo(200);
            answer.release();
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < CALLS; i++) {
            engine.answer(call).release();
        }
        return (threads.getThreadAllocatedBytes(thread) - before) / CALLS;
    }

    private long page(int offset) {
        return bytes(
                call("ValueSet", "$expand", "url", SYSTEM + "/all", "count", "10", "offset", Integer.toString(offset)));
    }

    @Test
    void aLookUpStaysWithinItsBudget() {
        assertThat(bytes(call("CodeSystem", "$lookup", "system", SYSTEM, "code", "C7")))
                .isLessThan(4_000);
        assertThat(bytes(post("CodeSystem", "$lookup", parameters("system", "C7"))))
                .isLessThan(6_000);
    }

    @Test
    void subsumptionStaysWithinItsBudget() {
        assertThat(bytes(call("CodeSystem", "$subsumes", "system", SYSTEM, "codeA", "C7", "codeB", "C8")))
                .isLessThan(1_500);
    }

    @Test
    void aValidationStaysWithinItsBudget() {
        assertThat(bytes(call("CodeSystem", "$validate-code", "url", SYSTEM, "code", "C7")))
                .isLessThan(2_500);
        assertThat(bytes(call("ValueSet", "$validate-code", "url", SYSTEM + "/all", "system", SYSTEM, "code", "C7")))
                .isLessThan(4_500);
    }

    @Test
    void aTranslationStaysWithinItsBudget() {
        String map = SYSTEM + "/map";
        assertThat(bytes(call("ConceptMap", "$translate", "url", map, "system", SYSTEM, "code", "C7")))
                .isLessThan(2_500);
        String targets = "http://example.org/targets";
        assertThat(bytes(call(
                        "ConceptMap", "$translate", "url", map, "system", targets, "code", "T7", "reverse", "true")))
                .isLessThan(5_000);
    }

    /** A hundred questions cost what a hundred calls cost, and no tree of the body. */
    @Test
    void aBatchStaysWithinItsBudget() {
        StringBuilder body = new StringBuilder("{\"resourceType\":\"Parameters\",\"parameter\":[");
        for (int i = 0; i < 100; i++) {
            body.append(i == 0 ? "" : ",").append("{\"name\":\"validation\",\"resource\":");
            body.append(parameters("url", "C" + i)).append('}');
        }
        assertThat(bytes(post("CodeSystem", "$batch-validate-code", body + "]}")))
                .isLessThan(300_000);
    }

    @Test
    void aPageStaysWithinItsBudgetAndCostsTheSameWhereverItBegins() {
        long first = page(0);
        assertThat(first).isLessThan(10_000);
        assertThat((double) page(2_900) / first).isBetween(0.8, 1.2);
    }

    /** The word stands in every display. */
    @Test
    void aSearchForWhatAllHaveStaysWithinItsBudget() {
        assertThat(bytes(call("ValueSet", "$expand", "url", SYSTEM + "/all", "filter", "dis", "count", "10")))
                .isLessThan(80_000);
    }

    /** An entry is written from the texts of its code system: what is allocated is less than the answer. */
    @Test
    void aLongPageStaysWithinItsBudget() {
        OperationCall thousand = call("ValueSet", "$expand", "url", SYSTEM + "/all", "count", "1000");
        int answer = engine.answer(thousand).json().length;
        assertThat(bytes(thousand)).isLessThan(answer);
    }
}
