import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures rows: the operation and the floor in turn, in pairs, and of the pairs' ratios the median. In a pair the floor
 * runs between two halves of the operation, so that a machine that becomes faster or slower meanwhile does so for both. A
 * pair whose floor fell under half of the best is repeated.
 */
final class Bench {
    /** Seconds of work before the first row. */
    private static final double WARM_UP = 20;

    private final Server server;
    private final Wrk wrk;
    private final Path folder;
    private final int pairs;
    private final double seconds;

    private Bench(Server server, Wrk wrk, Path folder, int pairs, double seconds) {
        this.server = server;
        this.wrk = wrk;
        this.folder = folder;
        this.pairs = pairs;
        this.seconds = seconds;
    }

    private record Pair(Wrk.Figures operation, Wrk.Figures floor, ProcessorTime ofOperation, ProcessorTime ofFloor) {
        double ratio() {
            return operation.perSecond() / floor.perSecond();
        }

        double tail() {
            return (double) operation.p99() / floor.p99();
        }
    }

    /** Arguments: bench jar folder order-file gem-file pairs seconds rows (comma, all, or tx, or tail and minutes). */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path bench = Path.of(args[0]);
        Path folder = Path.of(args[2]);
        Prepare.all(Path.of(args[3]), Path.of(args[4]), bench.resolve("queries.txt"), folder);
        List<String> wanted = List.of(args[7].split(","));
        Files.createDirectories(folder.resolve("results"));
        try (Server server = Server.start(Path.of(args[1]), folder, List.of("-Xmx1g"))) {
            if (wanted.contains("tx")) {
                Tx.measure(server, bench, folder, Double.parseDouble(args[6]));
            }
            if (wanted.contains("tail")) {
                Tail.measure(server, bench, folder, Integer.parseInt(args[8]));
            }
            Wrk wrk = new Wrk(bench.resolve("requests.lua"), server.url(), 8);
            Bench measured = new Bench(server, wrk, folder, Integer.parseInt(args[5]), Double.parseDouble(args[6]));
            List<Row> rows = Row.ALL.stream()
                    .filter(row -> wanted.contains("all") || wanted.contains(row.name()))
                    .toList();
            measured.warmUp(rows);
            for (Row row : rows) {
                measured.measure(row);
            }
        }
        Report.write(folder, bench);
    }

    /** The first row is not to be measured on a server that has only just started. */
    private void warmUp(List<Row> rows) throws IOException, InterruptedException {
        for (Row row : rows) {
            wrk.run(folder.resolve("requests/" + row.name() + ".txt"), "/fhir/", Math.max(1, WARM_UP / rows.size()));
        }
    }

    private void measure(Row row) throws IOException, InterruptedException {
        Path requests = folder.resolve("requests/" + row.name() + ".txt");
        int length = checkedLength(row, Files.readAllLines(requests));
        String floor = "/floor/" + length + "/";
        wrk.run(requests, "/fhir/", Math.max(seconds, 3) * 1.5);
        wrk.run(requests, floor, 2);
        List<Pair> measured = new ArrayList<>();
        double best = 0;
        for (int i = 0; measured.size() < pairs && i < 3 * pairs; i++) {
            Half before = half(requests, "/fhir/");
            Half ofFloor = half(requests, floor).and(half(requests, floor));
            Half operation = before.and(half(requests, "/fhir/"));
            best = Math.max(best, ofFloor.figures().perSecond());
            if (operation.figures().errors() + ofFloor.figures().errors() > 0) {
                throw new IOException(row.name() + ": errors in the answers " + operation + ofFloor);
            }
            measured.add(new Pair(operation.figures(), ofFloor.figures(), operation.time(), ofFloor.time()));
            double half = best / 2;
            measured.removeIf(pair -> pair.floor().perSecond() < half);
        }
        String line = line(row, length, measured);
        Files.writeString(folder.resolve("results/" + row.name() + ".txt"), line);
        System.out.println(row.name() + " " + line + " of " + ratios(measured));
    }

    /** Half of one side of a pair. */
    private record Half(Wrk.Figures figures, ProcessorTime time) {
        Half and(Half other) {
            return new Half(figures.and(other.figures), time.and(other.time));
        }
    }

    private Half half(Path requests, String prefix) throws IOException, InterruptedException {
        ProcessorTime start = ProcessorTime.of(server.pid());
        Wrk.Figures figures = wrk.run(requests, prefix, seconds / 2);
        return new Half(
                figures,
                ProcessorTime.of(server.pid()).since(start, figures.perSecond() * Math.max(1, seconds / 2)));
    }

    /** How far the pairs lie apart. */
    private static String ratios(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> String.format(Locale.ROOT, "%.2f", pair.ratio()))
                .collect(Collectors.joining(" "));
    }

    private static String line(Row row, int length, List<Pair> pairs) {
        double ratio = median(pairs.stream().mapToDouble(Pair::ratio).toArray());
        return String.format(
                Locale.ROOT,
                "%d %.0f %.0f %.3f %.2f %d %.1f %.1f %.1f %.1f %.0f %.0f",
                length,
                median(pairs.stream().mapToDouble(p -> p.operation().perSecond()).toArray()),
                median(pairs.stream().mapToDouble(p -> p.floor().perSecond()).toArray()),
                ratio,
                median(pairs.stream().mapToDouble(Pair::tail).toArray()),
                pairs.size(),
                median(pairs.stream().mapToDouble(p -> p.ofOperation().running()).toArray()),
                median(pairs.stream().mapToDouble(p -> p.ofFloor().running()).toArray()),
                median(pairs.stream().mapToDouble(p -> p.ofOperation().waiting()).toArray()),
                median(pairs.stream().mapToDouble(p -> p.ofFloor().waiting()).toArray()),
                median(pairs.stream().mapToDouble(p -> p.operation().p99()).toArray()),
                median(pairs.stream().mapToDouble(p -> p.floor().p99()).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    /** Looks at two hundred answers; the floor answers with as many bytes as they have on average. */
    private int checkedLength(Row row, List<String> lines) throws IOException, InterruptedException {
        long bytes = 0;
        int step = Math.max(1, lines.size() / 200);
        int seen = 0;
        for (int i = 0; i < lines.size(); i += step) {
            byte[] answer = server.answer("/fhir/", lines.get(i));
            String text = new String(answer, StandardCharsets.UTF_8);
            if (!text.contains(row.expected())) {
                throw new IOException("Not an answer to " + lines.get(i) + ":\n" + text);
            }
            String code = code(lines.get(i));
            if (code != null && !row.name().startsWith("translate") && !row.name().startsWith("subsumes")
                    && !text.contains(code)) {
                throw new IOException("Another code than in " + lines.get(i) + ":\n" + text);
            }
            bytes += answer.length;
            seen++;
        }
        return (int) (bytes / seen);
    }

    private static String code(String line) {
        int at = line.indexOf("&code=");
        if (at < 0) {
            return null;
        }
        int end = line.indexOf('&', at + 1);
        return line.substring(at + 6, end < 0 ? line.length() : end);
    }
}
