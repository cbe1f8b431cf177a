import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * What a mean hides: many connections, the same ratio after minutes of work, memory and threads that stay, and cheap
 * requests while others ask for large expansions.
 */
final class Tail {
    private static final int MANY = 256;

    private final Server server;
    private final Path bench;
    private final Path folder;
    private final int minutes;
    private final StringBuilder table = new StringBuilder("| | measured | aimed at |\n|---|---|---|\n");

    private Tail(Server server, Path bench, Path folder, int minutes) {
        this.server = server;
        this.bench = bench;
        this.folder = folder;
        this.minutes = minutes;
    }

    static void measure(Server server, Path bench, Path folder, int minutes) throws IOException, InterruptedException {
        Tail tail = new Tail(server, bench, folder, minutes);
        tail.wrk(8).run(tail.requests("lookup"), "/fhir/", 15);
        tail.ninetyNinth();
        tail.manyConnections();
        tail.heavyBeside();
        tail.endurance();
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/tail.md"), tail.table);
        System.out.print(tail.table);
    }

    private Wrk wrk(int connections) {
        return new Wrk(bench.resolve("requests.lua"), server.url(), connections);
    }

    private Path requests(String row) {
        return folder.resolve("requests/" + row + ".txt");
    }

    private void line(String what, String measured, String aim) {
        table.append("| ").append(what).append(" | ").append(measured).append(" | ").append(aim).append(" |\n");
        System.out.println(what + ": " + measured);
    }

    private String floor(String row) throws IOException, InterruptedException {
        String first = Files.readAllLines(requests(row)).get(0);
        return "/floor/" + server.answer("/fhir/", first).length + "/";
    }

    private void ninetyNinth() throws IOException, InterruptedException {
        String floor = floor("lookup");
        double[] ratios = new double[5];
        for (int i = 0; i < ratios.length; i++) {
            Wrk.Figures operation = wrk(8).run(requests("lookup"), "/fhir/", 5);
            ratios[i] = (double) operation.p99() / wrk(8).run(requests("lookup"), floor, 5).p99();
        }
        Arrays.sort(ratios);
        line("p99 of `$lookup` to the floor's, median of 5 pairs", format(ratios[2]), "at most 1.5");
    }

    private void manyConnections() throws IOException, InterruptedException {
        Wrk.Figures figures = wrk(MANY).run(requests("lookup"), "/fhir/", 10);
        line(
                "errors at " + MANY + " connections, `$lookup`",
                figures.errors() + " of " + Math.round(figures.perSecond() * 10),
                "none");
    }

    private void heavyBeside() throws IOException, InterruptedException {
        Wrk.Figures alone = wrk(8).run(requests("lookup"), "/fhir/", 10);
        CompletableFuture<Wrk.Figures> heavy = CompletableFuture.supplyAsync(() -> {
            try {
                return wrk(4).run(requests("heavy"), "/fhir/", 14);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(2_000);
        Wrk.Figures beside = wrk(8).run(requests("lookup"), "/fhir/", 10);
        line(
                "rate of `$lookup` while 4 connections expand 10,000 codes each",
                format(beside.perSecond() / alone.perSecond()) + " of the rate alone, with "
                        + Math.round(heavy.join().perSecond()) + " such expansions/s",
                "at least 0.5");
    }

    private void endurance() throws IOException, InterruptedException {
        String floor = floor("lookup");
        long heapBefore = liveHeap();
        long threadsBefore = threads();
        double first = minute(floor);
        for (int i = 2; i < minutes; i++) {
            for (String row : List.of("lookup", "page-50000", "filter-3", "validate-code-post", "translate", "heavy")) {
                wrk(8).run(requests(row), "/fhir/", 10);
            }
        }
        double last = minute(floor);
        line("ratio of `$lookup` after " + minutes + " minutes to that of the first", format(last / first), "at least 0.9");
        line("live heap, after to before", format((double) liveHeap() / heapBefore), "0.97 to 1.03");
        line("threads, after to before", threads() + " to " + threadsBefore, "within 3 %");
    }

    private double minute(String floor) throws IOException, InterruptedException {
        double operation = 0;
        double ofFloor = 0;
        for (int i = 0; i < 6; i++) {
            operation += wrk(8).run(requests("lookup"), "/fhir/", 5).perSecond();
            ofFloor += wrk(8).run(requests("lookup"), floor, 5).perSecond();
        }
        return operation / ofFloor;
    }

    private long liveHeap() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        String used = jcmd("GC.heap_info").lines()
                .filter(line -> line.contains("used "))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(used.replaceAll(".*used (\\d+)K.*", "$1"));
    }

    private long threads() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return out;
    }

    private static String format(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
