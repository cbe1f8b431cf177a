import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Engine;
import org.fixator.catalog.EngineSettings;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Snapshot;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;

/** The benchmark's requests to the engine without HTTP: CPU time and allocated bytes of one thread a call. */
final class InProcess {
    private static final List<String> ROWS = List.of(
            "lookup",
            "lookup-post",
            "validate-code",
            "subsumes",
            "member-enumerated",
            "member-injuries",
            "member-imports",
            "translate",
            "translate-reverse",
            "page-0",
            "page-50000",
            "page-1000",
            "filter-3",
            "filter-1",
            "batch-post");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private InProcess() {}

    /** Arguments: the benchmark's folder, CPU seconds a row, and rows where not all are wanted. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Engine engine = engine(folder.resolve("content"));
        StringBuilder table = new StringBuilder("| requests | CPU, us | allocated, B |\n|---|---|---|\n");
        for (String row : ROWS) {
            if (args.length == 2 || List.of(args).contains(row)) {
                List<OperationCall> calls = Files.readAllLines(folder.resolve("requests/" + row + ".txt")).stream()
                        .map(InProcess::call)
                        .toList();
                String line = measured(engine, row, calls, Double.parseDouble(args[1]));
                System.out.print(line);
                table.append(line);
            }
        }
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/process.md"), table);
    }

    private static Engine engine(Path content) throws IOException {
        Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
        List<Change> changes = new ArrayList<>();
        try (var files = Files.list(content)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                int hyphen = name.indexOf('-');
                changes.add(Change.put(
                        name.substring(0, hyphen), name.substring(hyphen + 1), Files.readAllBytes(file)));
            }
        }
        catalog.apply(changes);
        return new Engine(catalog, EngineSettings.standard(), Clock.systemUTC());
    }

    private static OperationCall call(String line) {
        String[] parts = line.split("\t", 2);
        String[] target = parts[0].split("\\?", 2);
        String[] path = target[0].split("/");
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : target.length < 2 ? new String[0] : target[1].split("&")) {
            String[] named = pair.split("=", 2);
            query.computeIfAbsent(named[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(named[1], StandardCharsets.UTF_8));
        }
        byte[] body = parts.length < 2 ? null : parts[1].getBytes(StandardCharsets.UTF_8);
        return new OperationCall(path[1], path[0], null, FhirVersion.R4, query, body, null, null, null, false);
    }

    /** Twice: the first round is for the compiler. */
    private static String measured(Engine engine, String row, List<OperationCall> calls, double seconds) {
        long thread = Thread.currentThread().getId();
        String line = "";
        for (int round = 0; round < 2; round++) {
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
            int count = 0;
            long cpu;
            do {
                for (int i = 0; i < 20; i++) {
                    answer(engine, calls.get(count++ % calls.size()));
                }
                cpu = THREADS.getCurrentThreadCpuTime() - cpuBefore;
            } while (cpu < seconds * 1e9);
            long bytes = THREADS.getThreadAllocatedBytes(thread) - bytesBefore;
            line = String.format(Locale.ROOT, "| %s | %.1f | %,d |%n", row, cpu / 1e3 / count, bytes / count);
        }
        return line;
    }

    /** As the server does: the answer is sent, and its memory serves the next one. */
    private static void answer(Engine engine, OperationCall call) {
        OperationAnswer answer = engine.answer(call);
        try {
            answer.writeTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer.release();
    }
}
