import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of wrk: one thread, eight connections. */
record Wrk(Path script, String url, int connections) {

    /**
     * @param perSecond answers
     * @param p50 microseconds
     * @param p99 microseconds
     * @param errors answers other than 2xx, and connections that failed
     */
    record Figures(double perSecond, long p50, long p99, long errors) {

        /** The mean with another run of the same length; errors are added. */
        Figures and(Figures other) {
            return new Figures(
                    (perSecond + other.perSecond) / 2,
                    (p50 + other.p50) / 2,
                    (p99 + other.p99) / 2,
                    errors + other.errors);
        }
    }

    Figures run(Path requests, String prefix, double seconds) throws IOException, InterruptedException {
        return run(requests, List.of(prefix), seconds);
    }

    /** Each request with either prefix, where there are two. */
    Figures run(Path requests, List<String> prefixes, double seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + Math.max(1, Math.round(seconds)) + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString(),
                url,
                "--",
                requests.toString()));
        command.addAll(prefixes);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String[] result = out.lines()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk failed: " + out))
                .split(" ");
        return new Figures(
                Double.parseDouble(result[1]) * 1e6 / Double.parseDouble(result[2]),
                Long.parseLong(result[3]),
                Long.parseLong(result[4]),
                Long.parseLong(result[5]));
    }
}
