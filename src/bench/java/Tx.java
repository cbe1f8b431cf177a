import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tests of HealthSamurai's tx-benchmark that open data can repeat, with 1, 10 and 50 connections as there: FS01 without
 * SNOMED CT, LK03 with the code systems of FHIR itself, LK05 with ICD-10-CM, CM02 with the GEM, EX04 with the 5,000 listed
 * codes.
 */
final class Tx {
    private static final int[] CONNECTIONS = {1, 10, 50};
    private static final Pattern SYSTEM = Pattern.compile(
            "\\{\"uri\":\"(http://(?:hl7|terminology\\.hl7)\\.org/[^\"]*)\",\"version\":\\[\\{\"code\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\",\"display\"");

    private final Server server;
    private final Path bench;
    private final Path folder;
    private final double seconds;
    private final Map<String, List<String>> tests = new TreeMap<>();

    private Tx(Server server, Path bench, Path folder, double seconds) {
        this.server = server;
        this.bench = bench;
        this.folder = folder;
        this.seconds = seconds;
    }

    static void measure(Server server, Path bench, Path folder, double seconds) throws IOException, InterruptedException {
        Tx tx = new Tx(server, bench, folder, seconds);
        tx.searches();
        tx.lookups();
        tx.translations();
        tx.expansions();
        tx.write();
    }

    private List<String> lines(String row) throws IOException {
        return Files.readAllLines(folder.resolve("requests/" + row + ".txt"));
    }

    private void searches() throws IOException {
        List<String> searches = new ArrayList<>();
        for (String set : List.of("all", "enumerated", "imports", "injuries")) {
            searches.add("ValueSet?url=" + Prepare.OWN + set + "&_count=10");
        }
        for (int count : new int[] {1, 5, 10}) {
            searches.add("ValueSet?_summary=true&_count=" + count);
            searches.add("CodeSystem?_summary=true&_count=" + count);
        }
        searches.add("CodeSystem?url=" + Prepare.ICD + "&version=2026&_summary=true");
        tests.put("FS01", searches);
    }

    private void lookups() throws IOException, InterruptedException {
        List<String> lookups = new ArrayList<>();
        String capabilities = text("metadata?mode=terminology");
        for (Matcher system = SYSTEM.matcher(capabilities); system.find() && lookups.size() < 3_000; ) {
            Matcher code = CODE.matcher(text("ValueSet/$expand?count=20&url="
                    + URLEncoder.encode(system.group(1) + "?fhir_vs", StandardCharsets.UTF_8)));
            while (code.find()) {
                lookups.add("CodeSystem/$lookup?system=" + system.group(1) + "&version=" + system.group(2) + "&code="
                        + URLEncoder.encode(code.group(1), StandardCharsets.UTF_8));
            }
        }
        if (!lookups.isEmpty()) {
            tests.put("LK03", lookups);
        }
        tests.put(
                "LK05",
                lines("lookup").stream().map(line -> line.replace("&code=", "&code=9999")).toList());
    }

    /** What cannot be answered gives nothing to ask for. */
    private String text(String line) throws InterruptedException {
        try {
            return new String(server.answer("/fhir/", line), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            return "";
        }
    }

    private void translations() throws IOException {
        tests.put(
                "CM02",
                lines("translate").stream().map(line -> line + "&targetsystem=" + Prepare.ICD9).toList());
    }

    private void expansions() {
        List<String> expansions = new ArrayList<>();
        for (int count : new int[] {10, 100, 1000}) {
            expansions.add("ValueSet/$expand?url=" + Prepare.OWN + "enumerated&count=" + count);
        }
        for (String filter : List.of("fracture", "diabetes", "burn", "left", "initial%20encounter")) {
            expansions.add("ValueSet/$expand?url=" + Prepare.OWN + "enumerated&count=10&filter=" + filter);
        }
        tests.put("EX04", expansions);
    }

    private void write() throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder("| test | requests |");
        StringBuilder line = new StringBuilder("|---|---|");
        for (int connections : CONNECTIONS) {
            table.append(" answers/s with ").append(connections).append(" | p50 | p99 |");
            line.append("---|---|---|");
        }
        table.append('\n').append(line).append('\n');
        for (Map.Entry<String, List<String>> test : tests.entrySet()) {
            Path requests = folder.resolve("requests/tx-" + test.getKey() + ".txt");
            Files.write(requests, test.getValue());
            table.append("| ").append(test.getKey()).append(" | ").append(test.getValue().size()).append(" |");
            new Wrk(bench.resolve("requests.lua"), server.url(), 10).run(requests, "/fhir/", seconds);
            for (int connections : CONNECTIONS) {
                Wrk.Figures figures =
                        new Wrk(bench.resolve("requests.lua"), server.url(), connections).run(requests, "/fhir/", seconds);
                // LK05 asks for what is not there: 404 is its answer.
                if (figures.errors() > 0 && !test.getKey().equals("LK05")) {
                    throw new IOException(test.getKey() + ": " + figures);
                }
                table.append(String.format(
                        Locale.ROOT,
                        " %.0f | %.2f ms | %.2f ms |",
                        figures.perSecond(),
                        figures.p50() / 1e3,
                        figures.p99() / 1e3));
            }
            table.append('\n');
        }
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/tx.md"), table);
        System.out.print(table);
    }
}
