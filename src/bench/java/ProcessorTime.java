import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the threads of a process did on the processors, as Linux counts it.
 *
 * @param running microseconds that they ran
 * @param waiting microseconds that they could have run, and waited for a processor
 */
record ProcessorTime(double running, double waiting) {

    /** Since each of the process's threads began. */
    static ProcessorTime of(long pid) throws IOException {
        List<Path> threads;
        try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/task"))) {
            threads = all.toList();
        }
        double running = 0;
        double waiting = 0;
        for (Path thread : threads) {
            try {
                String[] nanoseconds = Files.readString(thread.resolve("schedstat")).split(" ");
                running += Double.parseDouble(nanoseconds[0]) / 1e3;
                waiting += Double.parseDouble(nanoseconds[1]) / 1e3;
            } catch (IOException ended) {
                continue; // between the list and the look
            }
        }
        return new ProcessorTime(running, waiting);
    }

    /** What there was of it for each answer since an earlier time. */
    ProcessorTime since(ProcessorTime earlier, double answers) {
        return new ProcessorTime((running - earlier.running) / answers, (waiting - earlier.waiting) / answers);
    }

    /** The mean with another time of as many answers. */
    ProcessorTime and(ProcessorTime other) {
        return new ProcessorTime((running + other.running) / 2, (waiting + other.waiting) / 2);
    }
}
