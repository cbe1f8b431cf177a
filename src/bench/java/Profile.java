import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the processors' time goes. Operation and floor are asked at random in one run, so that both meet the same machine,
 * and perf looks at both processors two thousand times a second: what has a frame of the server's own code is the
 * operation's, what has the floor's filter only is the floor's, and the rest of the server's threads is what both share:
 * the kernel, Tomcat, the filter chain.
 */
final class Profile {
    private static final int PER_SECOND = 1_999;
    private static final int SECONDS = 10;
    private static final Pattern OWN = Pattern.compile("org\\.fixator\\.([a-z]+)\\.");

    private final Server server;
    private final Wrk wrk;
    private final Path folder;

    private Profile(Server server, Wrk wrk, Path folder) {
        this.server = server;
        this.wrk = wrk;
        this.folder = folder;
    }

    /** Samples by what they were in. */
    private static final class Samples {
        long operation;
        long floor;
        long shared;
        long client;
        long collector;
        final Map<String, Long> packages = new TreeMap<>();

        void add(String thread, List<String> frames) {
            if (thread.startsWith("wrk")) {
                client++;
                return;
            }
            if (thread.startsWith("G1") || thread.startsWith("GC") || thread.startsWith("VM Thread")) {
                collector++;
                return;
            }
            if (!thread.startsWith("http")) {
                return; // idle processors, the compiler, others
            }
            String innermost = null;
            boolean ofFloor = false;
            for (String frame : frames) {
                Matcher own = OWN.matcher(frame);
                if (frame.contains("org.fixator.http.FloorFilter")) {
                    ofFloor = true;
                } else if (innermost == null && own.find()) {
                    innermost = own.group(1);
                }
            }
            if (innermost != null) {
                operation++;
                packages.merge(innermost, 1L, Long::sum);
            } else if (ofFloor) {
                floor++;
            } else {
                shared++;
            }
        }
    }

    /** Arguments: bench jar folder rows (comma). The folder has been prepared by {@link Bench}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path bench = Path.of(args[0]);
        Path folder = Path.of(args[2]);
        StringBuilder table = new StringBuilder(
                "| operation | shared | wrk | collector | floor's own | operation's own | of it | ratio that follows |\n"
                        + "|---|---|---|---|---|---|---|---|\n");
        try (Server server = Server.start(
                Path.of(args[1]), folder, List.of("-Xmx1g", "-XX:+PreserveFramePointer"))) {
            Profile profile =
                    new Profile(server, new Wrk(bench.resolve("requests.lua"), server.url(), 8), folder);
            for (Row row : Row.ALL) {
                if (List.of(args[3].split(",")).contains(row.name())) {
                    String line = profile.line(row);
                    table.append(line);
                    System.out.print(line);
                }
            }
        }
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/profile.md"), table);
        Report.write(folder, bench);
    }

    private String line(Row row) throws IOException, InterruptedException {
        Path requests = folder.resolve("requests/" + row.name() + ".txt");
        int length = server.answer("/fhir/", Files.readAllLines(requests).get(0)).length;
        List<String> prefixes = List.of("/fhir/", "/floor/" + length + "/");
        wrk.run(requests, prefixes, 20);
        CompletableFuture<Wrk.Figures> load = CompletableFuture.supplyAsync(() -> {
            try {
                return wrk.run(requests, prefixes, SECONDS + 4);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(2_000);
        command(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(server.pid()), "Compiler.perfmap");
        Path data = folder.resolve("perf.data");
        command(
                "perf", "record", "-q", "-F", Integer.toString(PER_SECOND), "-e", "cpu-clock", "-a", "-g",
                "-o", data.toString(), "--", "sleep", Integer.toString(SECONDS));
        return line(row, samples(data), load.join().perSecond() / 2);
    }

    /** Microseconds an answer; what is shared, and the client's, for one answer of either kind. */
    private static String line(Row row, Samples samples, double perSecond) {
        double each = 1e6 / PER_SECOND / SECONDS / perSecond;
        double shared = samples.shared * each / 2;
        double client = samples.client * each / 2;
        double collector = samples.collector * each;
        double floor = samples.floor * each;
        double operation = samples.operation * each;
        List<String> parts = new ArrayList<>();
        samples.packages.forEach((name, count) -> {
            if (count * each >= 0.05) {
                parts.add(String.format(Locale.ROOT, "%s %.1f", name, count * each));
            }
        });
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %.2f |%n",
                row.title(),
                shared,
                client,
                collector,
                floor,
                operation,
                String.join(", ", parts),
                (shared + client + floor) / (shared + client + operation + collector));
    }

    private static Samples samples(Path data) throws IOException {
        Process perf = new ProcessBuilder("perf", "script", "-i", data.toString(), "-F", "comm,ip,sym")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Samples samples = new Samples();
        try (BufferedReader lines = perf.inputReader()) {
            String thread = null;
            List<String> frames = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    if (thread != null) {
                        samples.add(thread, frames);
                    }
                    thread = null;
                    frames.clear();
                } else if (thread == null) {
                    thread = line.strip();
                } else {
                    frames.add(line);
                }
            }
            if (thread != null) {
                samples.add(thread, frames);
            }
        }
        return samples;
    }

    private static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(words[0] + " failed: " + out);
        }
    }
}
