package org.fixator.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixator.conformance.ServerProcess;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * HL7 Terminology and the base definitions of FHIR R4 in the packaged server, loaded in both ways and in both orders: as
 * configured content, HL7 Terminology first, and imported into a running server, FHIR first.
 */
@Tag("client")
class Hl7TerminologyTest {

    private static final String SHA_512 = "51a99951c01193f4c46896fb5f4843c803660bb6c2bf42687f4bb4b8620e0763"
            + "bd5505f4b95e3955fe04c8e34733a49e8efeaaeec5c403328042c830d4295ddc";

    /** Expected outcomes; written anew with {@code -Dexpected.write=true}. */
    private static final Path EXPECTED = Path.of("src/test/resources/clients/hl7-terminology-7.0.1.txt");

    private static Map<String, byte[]> terminology = Map.of();
    private static ServerProcess configured;
    private static ServerProcess imported;
    private static FixatorHttp first;
    private static FixatorHttp second;

    @BeforeAll
    static void start() throws Exception {
        Path work = ClientFolders.work();
        Path tho = NpmFetch.archive("hl7.terminology.r4", "7.0.1", SHA_512, work);
        Path fhir = BaseDefinitions.terminology(work);
        terminology = NpmArchive.resources(tho);
        Instant before = Instant.now();
        configured = ServerProcess.start(
                ClientFolders.jar(),
                List.of("--fixator.content=bundled," + tho + "," + fhir),
                work.resolve("content-server.log"));
        tell("Started with the packages as content", before, configured);
        first = new FixatorHttp(configured.root());
        imported = ServerProcess.start(ClientFolders.jar(), List.of(), work.resolve("import-server.log"));
        before = Instant.now();
        importInto(imported, fhir);
        importInto(imported, tho);
        tell("Imported both packages", before, imported);
        second = new FixatorHttp(imported.root());
    }

    @AfterAll
    static void stop() {
        Stream.of(configured, imported).filter(server -> server != null).forEach(ServerProcess::close);
    }

    private static void tell(String what, Instant since, ServerProcess server) throws IOException {
        String memory = "";
        Path status = Path.of("/proc", Long.toString(server.pid()), "status");
        if (Files.exists(status)) {
            memory = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .collect(Collectors.joining());
        }
        System.out.println(
                what + " in " + Duration.between(since, Instant.now()).toSeconds() + " s. " + memory);
    }

    private static void importInto(ServerProcess server, Path archive) throws IOException, InterruptedException {
        Path log = ClientFolders.work().resolve("import-" + archive.getFileName() + ".log");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        ClientFolders.jar().toString(),
                        "import",
                        "fhir",
                        archive.toString(),
                        "--data",
                        server.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(command.waitFor(10, TimeUnit.MINUTES), "the import takes too long");
        assertEquals(0, command.exitValue(), () -> read(log));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Url and version of the package's resources of a type. */
    private static Set<String> shipped(String type, Predicate<JsonObject> which) throws IOException {
        Set<String> canonicals = new TreeSet<>();
        for (Map.Entry<String, byte[]> resource : terminology.entrySet()) {
            if (resource.getKey().startsWith(type + "-")) {
                JsonObject json = NpmArchive.json(resource.getValue());
                if (which.test(json)) {
                    canonicals.add(json.asString("url") + "|" + json.asString("version"));
                }
            }
        }
        return canonicals;
    }

    private static Set<String> urls(Set<String> canonicals) {
        return canonicals.stream()
                .map(canonical -> canonical.substring(0, canonical.lastIndexOf('|')))
                .collect(Collectors.toSet());
    }

    private static Set<String> missing(Set<String> expected, Set<String> found) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        return missing;
    }

    @Test
    void nothingOfThePackageIsLost() throws Exception {
        assertEquals(897, shipped("CodeSystem", json -> true).size());
        assertEquals(2499, shipped("ValueSet", json -> true).size());
        Set<String> systems = shipped("CodeSystem", json -> !"not-present".equals(json.asString("content")));
        Set<String> sets = shipped("ValueSet", json -> true);
        for (FixatorHttp server : List.of(first, second)) {
            assertEquals(Set.of(), missing(systems, server.canonicals("CodeSystem")));
            assertEquals(Set.of(), missing(sets, server.canonicals("ValueSet")));
        }
    }

    @Test
    void theOwnerOfACanonicalAnswersInWhateverOrderPackagesCome() throws Exception {
        for (FixatorHttp server : List.of(first, second)) {
            Set<String> copies = Stream.concat(
                            server.canonicals("CodeSystem").stream(), server.canonicals("ValueSet").stream())
                    .filter(canonical -> canonical.startsWith("http://terminology.hl7.org/"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> own = shipped("CodeSystem", json -> true);
            own.addAll(shipped("ValueSet", json -> true));
            assertEquals(Set.of(), missing(copies, own));
            assertTrue(server.canonicals("ValueSet").contains("http://hl7.org/fhir/ValueSet/claim-type|4.0.1"));
        }
    }

    @Test
    void everyValueSetExpandsOrSaysWhatItLacks() throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String canonical : shipped("ValueSet", json -> true)) {
            int bar = canonical.lastIndexOf('|');
            FixatorHttp.Answer answer = first.expand(canonical.substring(0, bar), canonical.substring(bar + 1), 50);
            assertTrue(answer.status() < 500, () -> canonical + ": " + answer.body());
            outcomes.merge(ExpansionReason.of(answer), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        outcomes.forEach((reason, count) -> lines.add(count + " " + reason));
        if (Boolean.getBoolean("expected.write")) {
            Files.write(EXPECTED, lines);
        }
        assertEquals(String.join("\n", Files.readAllLines(EXPECTED)), String.join("\n", lines));
    }

    @Test
    void theCallsOfTheReadmeAreStillRight() throws Exception {
        Process check = new ProcessBuilder("../docs/calls/check", first.base())
                .redirectErrorStream(true)
                .redirectOutput(ClientFolders.work().resolve("calls.log").toFile())
                .start();
        assertTrue(check.waitFor(10, TimeUnit.MINUTES));
        assertEquals(0, check.exitValue(), () -> read(ClientFolders.work().resolve("calls.log")));
    }

    @Test
    void answersAgreeWithTheGenericEvaluator() throws Exception {
        Oracle oracle = Oracle.of(
                List.of(terminology, NpmArchive.resources(BaseDefinitions.terminology(ClientFolders.work()))));
        OracleComparison comparison = new OracleComparison(
                first, oracle, urls(shipped("CodeSystem", json -> "fragment".equals(json.asString("content")))));
        for (String canonical : shipped("ValueSet", json -> true)) {
            comparison.compare(canonical.substring(0, canonical.lastIndexOf('|')));
        }
        System.out.println(comparison);
        comparison.requireAgreement();
    }
}
