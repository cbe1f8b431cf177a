import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes of the official files what the benchmark loads (a code system, value sets, a concept map) and what it sends.
 *
 * <p>The hierarchy of ICD-10-CM follows from its codes; of the chapters only that of injuries is made, because it is the
 * one set of more than 50,000 codes.
 */
final class Prepare {
    static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String ICD9 = "http://hl7.org/fhir/sid/icd-9-cm";
    static final String OWN = "http://example.org/bench/";
    private static final String INJURIES = "S00-T88";

    private final Random random = new Random(20697);
    private final Path folder;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<String[]> mappings = new ArrayList<>();

    private Prepare(Path folder) {
        this.folder = folder;
    }

    /** @param folder where all is written: {@code content} to load, {@code requests} to send */
    static void all(Path orderFile, Path gemFile, Path queries, Path folder) throws IOException {
        Prepare prepare = new Prepare(folder);
        Files.createDirectories(folder.resolve("content"));
        Files.createDirectories(folder.resolve("requests"));
        prepare.readCodes(orderFile);
        prepare.readMap(gemFile);
        prepare.writeCodeSystem();
        prepare.writeValueSets();
        prepare.writeConceptMap();
        prepare.writeRequests(Files.readAllLines(queries));
    }

    private void readCodes(Path file) throws IOException {
        titles.put(INJURIES, "Injury, poisoning and certain other consequences of external causes");
        for (String line : Files.readAllLines(file)) {
            String code = dotted(line.substring(6, 14).strip());
            titles.put(code, line.substring(77).strip());
            String parent = parent(code);
            if (parent != null) {
                parents.put(code, parent);
            }
        }
    }

    private String parent(String code) {
        for (int length = code.length() - 1; length >= 3; length--) {
            String shorter = code.substring(0, length);
            if (titles.containsKey(shorter)) {
                return shorter;
            }
        }
        return code.startsWith("S") || code.startsWith("T") ? INJURIES : null;
    }

    private static String dotted(String code) {
        return code.length() > 3 ? code.substring(0, 3) + "." + code.substring(3) : code;
    }

    private void readMap(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.strip().split("\\s+");
            boolean none = parts[1].startsWith("NoDx") || parts[2].charAt(1) == '1';
            mappings.add(new String[] {
                dotted(parts[0]), none ? "" : dotted9(parts[1]), parts[2].charAt(0) == '1' ? "inexact" : "equivalent"
            });
        }
    }

    private static String dotted9(String code) {
        int stem = code.startsWith("E") ? 4 : 3;
        return code.length() > stem ? code.substring(0, stem) + "." + code.substring(stem) : code;
    }

    private void writeCodeSystem() throws IOException {
        Map<String, List<String>> children = new LinkedHashMap<>();
        List<String> roots = new ArrayList<>();
        for (String code : titles.keySet()) {
            String parent = parents.get(code);
            (parent == null ? roots : children.computeIfAbsent(parent, p -> new ArrayList<>())).add(code);
        }
        try (BufferedWriter out = writer("content/CodeSystem-bench-icd-10-cm.json")) {
            out.write("{\"resourceType\":\"CodeSystem\",\"id\":\"bench-icd-10-cm\",\"url\":\"" + ICD
                    + "\",\"version\":\"2026\",\"name\":\"ICD10CM\",\"title\":\"ICD-10-CM FY2026\",\"status\":\"active\","
                    + "\"hierarchyMeaning\":\"is-a\",\"caseSensitive\":true,\"content\":\"complete\",\"concept\":");
            writeConcepts(out, roots, children);
            out.write("}");
        }
    }

    private void writeConcepts(BufferedWriter out, List<String> codes, Map<String, List<String>> children)
            throws IOException {
        char before = '[';
        for (String code : codes) {
            out.write(before + "{\"code\":\"" + code + "\",\"display\":" + quoted(titles.get(code)));
            List<String> below = children.get(code);
            if (below != null) {
                out.write(",\"concept\":");
                writeConcepts(out, below, children);
            }
            out.write("}");
            before = ',';
        }
        out.write("]");
    }

    private void writeValueSets() throws IOException {
        List<String> codes = new ArrayList<>(titles.keySet());
        Collections.shuffle(codes, random);
        String listed = codes.subList(0, 5_000).stream()
                .map(code -> "{\"code\":\"" + code + "\"}")
                .collect(Collectors.joining(","));
        writeValueSet("enumerated", "\"include\":[{\"system\":\"" + ICD + "\",\"concept\":[" + listed + "]}]");
        writeValueSet("injuries", "\"include\":[" + isA(INJURIES) + "]");
        writeValueSet(
                "imports",
                "\"include\":[{\"valueSet\":[\"" + OWN + "injuries\"]},{\"valueSet\":[\"" + OWN + "enumerated\"]}],"
                        + "\"exclude\":[" + isA("S82") + "," + isA("T36") + "]");
        writeValueSet("all", "\"include\":[{\"system\":\"" + ICD + "\"}]");
    }

    private static String isA(String code) {
        return "{\"system\":\"" + ICD + "\",\"filter\":[{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"" + code
                + "\"}]}";
    }

    private void writeValueSet(String id, String compose) throws IOException {
        try (BufferedWriter out = writer("content/ValueSet-bench-" + id + ".json")) {
            out.write("{\"resourceType\":\"ValueSet\",\"id\":\"bench-" + id + "\",\"url\":\"" + OWN + id
                    + "\",\"version\":\"1\",\"status\":\"active\",\"compose\":{" + compose + "}}");
        }
    }

    private void writeConceptMap() throws IOException {
        Map<String, List<String[]>> bySource = new LinkedHashMap<>();
        mappings.forEach(row -> bySource.computeIfAbsent(row[0], code -> new ArrayList<>()).add(row));
        try (BufferedWriter out = writer("content/ConceptMap-bench-gem.json")) {
            out.write("{\"resourceType\":\"ConceptMap\",\"id\":\"bench-gem\",\"url\":\"" + OWN + "gem\",\"version\":\"2018\","
                    + "\"status\":\"active\",\"group\":[{\"source\":\"" + ICD + "\",\"target\":\"" + ICD9 + "\",\"element\":");
            char before = '[';
            for (Map.Entry<String, List<String[]>> source : bySource.entrySet()) {
                String targets = source.getValue().stream()
                        .map(row -> row[1].isEmpty()
                                ? "{\"equivalence\":\"unmatched\"}"
                                : "{\"code\":\"" + row[1] + "\",\"equivalence\":\"" + row[2] + "\"}")
                        .collect(Collectors.joining(","));
                out.write(before + "{\"code\":\"" + source.getKey() + "\",\"target\":[" + targets + "]}");
                before = ',';
            }
            out.write("]}]}");
        }
    }

    private void writeRequests(List<String> queries) throws IOException {
        List<String> codes = new ArrayList<>(titles.keySet());
        codes.remove(INJURIES);
        Collections.shuffle(codes, random);
        List<String> sent = codes;
        List<String> mapped = new ArrayList<>();
        List<String> reverse = new ArrayList<>();
        for (String[] row : mappings) {
            if (!row[1].isEmpty()) {
                mapped.add(row[0]);
                reverse.add(row[1]);
            }
        }
        both("lookup", sent, "CodeSystem/$lookup", c -> new String[] {"system", "Uri", ICD, "code", "Code", c});
        both("validate-code", sent, "CodeSystem/$validate-code", c -> new String[] {"url", "Uri", ICD, "code", "Code", c});
        both("subsumes", sent, "CodeSystem/$subsumes", c -> new String[] {
            "system", "Uri", ICD, "codeA", "Code", relative(c), "codeB", "Code", c
        });
        for (String set : List.of("enumerated", "injuries", "imports")) {
            both("member-" + set, sent, "ValueSet/$validate-code", c -> new String[] {
                "url", "Uri", OWN + set, "system", "Uri", ICD, "code", "Code", c
            });
        }
        both("translate", picked(mapped), "ConceptMap/$translate", c -> new String[] {
            "url", "Uri", OWN + "gem", "system", "Uri", ICD, "code", "Code", c
        });
        both("translate-reverse", picked(reverse), "ConceptMap/$translate", c -> new String[] {
            "url", "Uri", OWN + "gem", "system", "Uri", ICD9, "code", "Code", c, "reverse", "Boolean", "true"
        });
        lines("page-0", List.of("ValueSet/$expand?url=" + OWN + "injuries&count=10&offset=0"));
        lines("page-50000", List.of("ValueSet/$expand?url=" + OWN + "injuries&count=10&offset=50000"));
        lines("page-1000", List.of("ValueSet/$expand?url=" + OWN + "all&count=1000"));
        lines("heavy", List.of("ValueSet/$expand?url=" + OWN + "all&count=10000"));
        filters(queries);
        batches(sent);
        lines("lookup-xml", sent.stream().map(c -> lookup(c) + "&_format=xml").toList());
        lines("lookup-pretty", sent.stream().map(c -> lookup(c) + "&_pretty=true").toList());
        lines("page-xml", List.of("ValueSet/$expand?url=" + OWN + "injuries&count=10&offset=50000&_format=xml"));
        lines("page-pretty", List.of("ValueSet/$expand?url=" + OWN + "injuries&count=10&offset=50000&_pretty=true"));
        lines("page-1000-xml", List.of("ValueSet/$expand?url=" + OWN + "all&count=1000&_format=xml"));
        lines("search-value-set", List.of("ValueSet?url=" + OWN + "injuries"));
        lines("search-code-system", List.of("CodeSystem?url=" + ICD + "&version=2026&_summary=true"));
        lines(
                "search-summary",
                List.of(
                        "CodeSystem?_summary=true&_count=10",
                        "CodeSystem?_summary=true&_count=10&_offset=10",
                        "ValueSet?_summary=true&_count=10",
                        "ConceptMap?_summary=true&_count=10"));
    }

    private List<String> picked(List<String> from) {
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(from));
        Collections.shuffle(distinct, random);
        return distinct;
    }

    private static String lookup(String code) {
        return "CodeSystem/$lookup?system=" + ICD + "&code=" + code;
    }

    /** An ancestor for every second code, any other code for the rest. */
    private String relative(String code) {
        return random.nextBoolean() ? code.substring(0, 3) : List.of("A00", "S82", "Z99", "O09.0").get(random.nextInt(4));
    }

    /** Queries of one, two, three and five letters and of several words; short and long ones are rows of their own. */
    private void filters(List<String> queries) throws IOException {
        Set<String> longer = new LinkedHashSet<>();
        Set<String> shorter = new LinkedHashSet<>();
        for (String query : queries) {
            String path = "ValueSet/$expand?url=" + OWN + "all&count=10&filter=" + query.replace(" ", "%20");
            (query.length() >= 3 ? longer : shorter).add(path);
        }
        lines("filter-3", List.copyOf(longer));
        lines("filter-1", List.copyOf(shorter));
    }

    private void batches(List<String> codes) throws IOException {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i + 100 <= 2_000; i += 100) {
            String questions = codes.subList(i, i + 100).stream()
                    .map(code -> "{\"name\":\"validation\",\"resource\":" + parameters("url", "Uri", ICD, "code", "Code", code)
                            + "}")
                    .collect(Collectors.joining(","));
            bodies.add("CodeSystem/$batch-validate-code\t{\"resourceType\":\"Parameters\",\"parameter\":[" + questions + "]}");
        }
        lines("batch-post", bodies);
    }

    private interface Arguments {
        String[] of(String code);
    }

    private void both(String name, List<String> codes, String path, Arguments arguments) throws IOException {
        List<String> get = new ArrayList<>();
        List<String> post = new ArrayList<>();
        for (String code : codes) {
            String[] values = arguments.of(code);
            StringBuilder query = new StringBuilder(path);
            for (int i = 0; i < values.length; i += 3) {
                query.append(i == 0 ? '?' : '&').append(values[i]).append('=').append(values[i + 2]);
            }
            get.add(query.toString());
            post.add(path + "\t" + parameters(values));
        }
        lines(name, get);
        lines(name + "-post", post);
    }

    private static String parameters(String... values) {
        StringBuilder body = new StringBuilder("{\"resourceType\":\"Parameters\",\"parameter\":[");
        for (int i = 0; i < values.length; i += 3) {
            boolean bare = values[i + 1].equals("Boolean");
            body.append(i == 0 ? "" : ",").append("{\"name\":\"").append(values[i]).append("\",\"value");
            body.append(values[i + 1]).append("\":").append(bare ? values[i + 2] : "\"" + values[i + 2] + "\"").append('}');
        }
        return body.append("]}").toString();
    }

    private void lines(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve("requests/" + name + ".txt"), lines);
    }

    private BufferedWriter writer(String file) throws IOException {
        return Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
