import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Engine;
import org.fixator.catalog.EngineSettings;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.Snapshot;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationCall;

/**
 * Loads synthetic code systems of growing size into the engine, without HTTP, and measures what calls cost: CPU and
 * allocated bytes of one thread. The concepts are a tree of ten children each, with displays of five to nine words of a
 * vocabulary of 5,000.
 */
final class Scale {
    private static final String SYSTEM = "http://example.org/scale";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Scale() {}

    /** Arguments: the file to write, then sizes. */
    public static void main(String[] args) throws IOException {
        StringBuilder table = new StringBuilder("| concepts | load, CPU s | heap after it, MB | `$lookup` | page of 10 at 0 |"
                + " page of 10 in the middle | `filter=`, 10 of it |\n|---|---|---|---|---|---|---|\n");
        for (int i = 1; i < args.length; i++) {
            String row = row(Integer.parseInt(args[i]));
            System.out.print(row);
            table.append(row);
        }
        Files.writeString(Path.of(args[0]), table);
    }

    private static String row(int size) {
        long before = processCpu();
        Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
        byte[] valueSet = ("{\"resourceType\":\"ValueSet\",\"id\":\"all\",\"url\":\"" + SYSTEM
                        + "/all\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + SYSTEM + "\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
        catalog.apply(List.of(
                new Change(new ResourceKey("CodeSystem", "scale"), () -> new Concepts(size), null),
                Change.put("ValueSet", "all", valueSet)));
        double load = (processCpu() - before) / 1e9;
        long heap = heap();
        Engine engine = new Engine(catalog, EngineSettings.standard(), Clock.systemUTC());
        SplittableRandom random = new SplittableRandom(20697);
        String lookup = cost(engine, 60_000, () -> call(
                "CodeSystem", "$lookup", "system", SYSTEM, "code", Concepts.code(random.nextInt(size))));
        String first = cost(engine, 20_000, () -> page("offset", "0"));
        String middle = cost(engine, 20_000, () -> page("offset", Integer.toString(size / 2)));
        String filter = cost(
                engine, 4_000, () -> page("filter", Concepts.word(random.nextInt(Concepts.WORDS)).substring(0, 4)));
        return String.format(
                Locale.ROOT, "| %,d | %.1f | %d | %s | %s | %s | %s |%n", size, load, heap, lookup, first, middle, filter);
    }

    private static OperationCall page(String name, String value) {
        return call("ValueSet", "$expand", "url", SYSTEM + "/all", "count", "10", name, value);
    }

    private static OperationCall call(String type, String operation, String... parameters) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1]));
        }
        return new OperationCall(operation, type, null, FhirVersion.R4, query, null, null, null, null, false);
    }

    private interface Calls {
        OperationCall next();
    }

    private static String cost(Engine engine, int count, Calls calls) {
        long cpu = 0;
        long bytes = 0;
        for (int round = 0; round < 3; round++) {
            OperationCall[] made = new OperationCall[count];
            for (int i = 0; i < count; i++) {
                made[i] = calls.next();
            }
            long thread = Thread.currentThread().getId();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
            for (OperationCall call : made) {
                if (engine.answer(call).status() != 200) {
                    throw new IllegalStateException("Not answered: " + call.query());
                }
            }
            cpu = THREADS.getCurrentThreadCpuTime() - cpuBefore;
            bytes = THREADS.getThreadAllocatedBytes(thread) - bytesBefore;
        }
        return String.format(Locale.ROOT, "%.1f us, %,d B", cpu / 1e3 / count, bytes / count);
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** A CodeSystem resource that is written while it is read. */
    private static final class Concepts extends InputStream {
        static final int WORDS = 5_000;

        private final int size;
        private byte[] chunk;
        private int at;
        private int next;

        Concepts(int size) {
            this.size = size;
            chunk = ("{\"resourceType\":\"CodeSystem\",\"url\":\"" + SYSTEM + "\",\"version\":\"1\",\"status\":\"active\","
                            + "\"content\":\"complete\",\"hierarchyMeaning\":\"is-a\",\"property\":[{\"code\":\"parent\","
                            + "\"type\":\"code\"}],\"concept\":[")
                    .getBytes(StandardCharsets.UTF_8);
        }

        static String code(int ordinal) {
            return String.format(Locale.ROOT, "C%08d", ordinal);
        }

        static String word(int number) {
            StringBuilder word = new StringBuilder();
            for (int rest = number + 40; rest > 0; rest /= 20) {
                word.append("bcdfghklmnprstvwxzjq".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
            }
            return word.toString();
        }

        private static String concept(int ordinal) {
            SplittableRandom random = new SplittableRandom(ordinal);
            StringBuilder json = new StringBuilder(200);
            json.append(ordinal == 0 ? "" : ",").append("{\"code\":\"").append(code(ordinal)).append("\",\"display\":\"");
            int words = 5 + random.nextInt(5);
            for (int i = 0; i < words; i++) {
                json.append(i == 0 ? "" : " ").append(word(random.nextInt(WORDS)));
            }
            json.append('"');
            if (ordinal > 0) {
                json.append(",\"property\":[{\"code\":\"parent\",\"valueCode\":\"").append(code((ordinal - 1) / 10));
                json.append("\"}]");
            }
            return json.append('}').toString();
        }

        private boolean fill() {
            if (at < chunk.length) {
                return true;
            }
            if (next > size) {
                return false;
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 500 && next < size; i++) {
                text.append(concept(next++));
            }
            if (next == size) {
                text.append("]}");
                next++;
            }
            chunk = text.toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }

        @Override
        public int read() {
            return fill() ? chunk[at++] : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, from, count);
            at += count;
            return count;
        }
    }
}
