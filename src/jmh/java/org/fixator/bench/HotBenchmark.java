package org.fixator.bench;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Engine;
import org.fixator.catalog.EngineSettings;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Snapshot;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.RankedConcepts;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.FhirVersion;
import org.fixator.index.OrdinalSet;
import org.fixator.wire.Capabilities.Software;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.ParametersWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a hot operation consists of, on synthetic code systems of two sizes: codes in random order, ten children to a
 * parent.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HotBenchmark {
    private static final String SYSTEM = "http://example.org/jmh";
    private static final int ASKED = 1 << 12;

    @Param({"10000", "100000"})
    public int concepts;

    private CodeSystem system;
    private Engine engine;
    private OrdinalSet set;
    private final String[] codes = new String[ASKED];
    private final Concept[] found = new Concept[ASKED];
    private final OperationCall[] calls = new OperationCall[ASKED];
    private int next;

    /** Loads the code system and chooses the codes to ask for. */
    @Setup
    public void load() {
        Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
        catalog.apply(List.of(Change.put("CodeSystem", "jmh", codeSystem(concepts))));
        system = Objects.requireNonNull(catalog.current().codeSystems().find(SYSTEM, null));
        Software software = new Software("Benchmark", "1", "2026-01-01");
        engine = new Engine(catalog, EngineSettings.of(software), Clock.systemUTC());
        Random random = new Random(20697);
        OrdinalSet.Builder half = OrdinalSet.builder();
        for (int i = 0; i < concepts; i += 2) {
            half.add(i);
        }
        set = half.build();
        for (int i = 0; i < ASKED; i++) {
            codes[i] = "C" + random.nextInt(concepts);
            found[i] = Objects.requireNonNull(system.find(codes[i]));
            Map<String, List<String>> query = new LinkedHashMap<>();
            query.put("system", List.of(SYSTEM));
            query.put("code", List.of(codes[i]));
            calls[i] = new OperationCall(
                    "$lookup", "CodeSystem", null, FhirVersion.R4, query, null, null, null, null, false);
        }
    }

    private static byte[] codeSystem(int concepts) {
        StringBuilder json = new StringBuilder("{\"resourceType\":\"CodeSystem\",\"id\":\"jmh\",\"url\":\"" + SYSTEM
                + "\",\"version\":\"1\",\"status\":\"active\",\"hierarchyMeaning\":\"is-a\",\"content\":\"complete\","
                + "\"concept\":[");
        for (int i = 0; i < concepts; i++) {
            json.append(i == 0 ? "" : ",").append("{\"code\":\"C").append(i);
            json.append("\",\"display\":\"Disorder of region ").append(i % 97).append(", encounter ").append(i);
            json.append('"');
            if (i > 0) {
                json.append(",\"property\":[{\"code\":\"parent\",\"valueCode\":\"C").append(i / 10).append("\"}]");
            }
            json.append('}');
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private int index() {
        next = (next + 1) & (ASKED - 1);
        return next;
    }

    @Benchmark
    public Concept codeLookUp() {
        return Objects.requireNonNull(system.find(codes[index()]));
    }

    @Benchmark
    public Subsumption subsumption() {
        int i = index();
        return system.subsumes(found[i], found[(i + 1) & (ASKED - 1)]);
    }

    /** Ten members in the middle of a set. */
    @Benchmark
    public int bitmapPage() {
        PrimitiveIterator.OfInt members = set.iterator(concepts / 4);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += members.nextInt();
        }
        return sum;
    }

    @Benchmark
    public RankedConcepts textSearch() {
        return system.search("disor reg " + index() % 97, system.all(), 0, 10);
    }

    @Benchmark
    public byte[] encode() {
        String code = codes[index()];
        return ParametersWriter.write(out -> out.bool("result", true)
                .string("display", "Disorder of region 7, encounter 7")
                .code("code", code)
                .uri("system", SYSTEM)
                .string("version", "1"));
    }

    /** All of it: parameters read, concept found, answer written. */
    @Benchmark
    public OperationAnswer lookUpOperation() {
        return engine.answer(calls[index()]);
    }
}
