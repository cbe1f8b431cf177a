import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many cheap requests a running server answers while costly ones are sent to it, one after another. */
public final class Beside {
    private static final String START = "{\"resourceType\":\"Parameters\",\"parameter\":[";
    private static final String CHEAP =
            "/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=20697";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final int seconds;

    private Beside(String server, int seconds) {
        this.server = server;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        new Beside(arguments[0], Integer.parseInt(arguments[1])).run();
    }

    private record Costly(String path, byte[] body) {}

    private void run() throws Exception {
        measure(null); // warms up
        System.out.printf("%-44s %9s %9s %9s %9s  %s%n", "beside", "cheap/s", "p99 ms", "max ms", "costly", "status");
        report("nothing", measure(null));
        for (Map.Entry<String, Costly> costly : costly().entrySet()) {
            report(costly.getKey(), measure(costly.getValue()));
        }
        report("nothing, again", measure(null));
    }

    private record Rates(double perSecond, double p99, double max, int costly, String statuses) {}

    private static void report(String name, Rates rates) {
        System.out.printf(
                "%-44s %9.0f %9.1f %9.1f %9d  %s%n",
                name, rates.perSecond(), rates.p99(), rates.max(), rates.costly(), rates.statuses());
    }

    /** One thread asks what is cheap; another asks what is costly as soon as it has its answer. */
    private Rates measure(Costly costly) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Map<Integer, LongAdder> statuses = new java.util.concurrent.ConcurrentSkipListMap<>();
        Thread other = new Thread(() -> {
            while (costly != null && !over.get()) {
                statuses.computeIfAbsent(send(costly), status -> new LongAdder()).increment();
                asked.incrementAndGet();
            }
        });
        other.start();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long[] took = new long[1 << 20];
        int count = 0;
        HttpRequest cheap = HttpRequest.newBuilder(URI.create(server + CHEAP)).build();
        while (System.nanoTime() < end && count < took.length) {
            long start = System.nanoTime();
            int status = client.send(cheap, HttpResponse.BodyHandlers.discarding()).statusCode();
            took[count++] = System.nanoTime() - start;
            if (status != 200) {
                throw new IllegalStateException("A cheap request got " + status);
            }
        }
        over.set(true);
        other.join();
        long[] sorted = Arrays.copyOf(took, count);
        Arrays.sort(sorted);
        return new Rates(
                (double) count / seconds,
                sorted[(int) (count * 0.99)] / 1e6,
                sorted[count - 1] / 1e6,
                asked.get(),
                statuses.toString());
    }

    private int send(Costly costly) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + costly.path()))
                .header("Content-Type", "application/fhir+json")
                .timeout(Duration.ofMinutes(2))
                .POST(BodyPublishers.ofByteArray(costly.body()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // the connection was closed on a body that is too large
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Costly> costly() throws IOException {
        Map<String, Costly> all = new LinkedHashMap<>();
        all.put("a regular expression that explodes", expand(filter("((a{1000}){1000}){1000}")));
        all.put("a regular expression that backtracks", expand(filter("(a+)+$")));
        all.put("JSON nested 100,000 deep", new Costly("/fhir/ValueSet/$expand", nested(100_000)));
        all.put("value sets that import each other", expand(circle()));
        all.put("a value set of 550,000 codes", expand(codes(550_000)));
        all.put("a body of 53 MB", new Costly("/fhir/CodeSystem/$lookup", large(53 << 20)));
        return all;
    }

    private static Costly expand(String parameters) {
        return new Costly("/fhir/ValueSet/$expand", (START + parameters + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static String filter(String expression) {
        String concepts = IntStream.range(0, 200)
                .mapToObj(i -> "{\"code\":\"" + "a".repeat(100 + i) + "!\"}")
                .collect(Collectors.joining(","));
        return "{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org/a\","
                + "\"status\":\"active\",\"content\":\"complete\",\"concept\":[" + concepts + "]}},"
                + "{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":"
                + "{\"include\":[{\"system\":\"http://example.org/a\",\"filter\":[{\"property\":\"code\",\"op\":\"regex\","
                + "\"value\":\"" + expression + "\"}]}]}}}";
    }

    private static String circle() {
        int length = 200;
        return IntStream.range(0, length)
                        .mapToObj(i -> "{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"ValueSet\",\"url\":"
                                + "\"http://example.org/circle/" + i + "\",\"status\":\"active\",\"compose\":{\"include\":["
                                + "{\"valueSet\":[\"http://example.org/circle/" + (i + 1) % length + "\"]}]}}}")
                        .collect(Collectors.joining(","))
                + ",{\"name\":\"url\",\"valueUri\":\"http://example.org/circle/0\"}";
    }

    private static String codes(int count) {
        return "{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":"
                + "{\"include\":[{\"system\":\"http://example.org/nowhere\",\"concept\":["
                + IntStream.range(0, count).mapToObj(i -> "{\"code\":\"c" + i + "\"}").collect(Collectors.joining(","))
                + "]}]}}}";
    }

    private static byte[] nested(int depth) {
        return (START + "{\"name\":\"x\",\"part\":[".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large(int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 100);
        out.write((START + "{\"name\":\"code\",\"valueString\":\"").getBytes(StandardCharsets.UTF_8));
        byte[] filling = new byte[size];
        Arrays.fill(filling, (byte) 'x');
        out.write(filling);
        out.write("\"}]}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
