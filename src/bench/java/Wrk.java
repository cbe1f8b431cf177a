import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One run of wrk: one thread, eight connections. */
record Wrk(Path script, String url, int connections) {

    /**
     * @param perSecond answers
     * @param p50 microseconds
     * @param p99 microseconds
     * @param errors answers other than 2xx, and connections that failed
     */
    record Figures(double perSecond, long p50, long p99, long errors) {}

    Figures run(Path requests, String prefix, double seconds) throws IOException, InterruptedException {
        List<String> command = List.of(
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
                requests.toString(),
                prefix);
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
