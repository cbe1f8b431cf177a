import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The least that anybody can do with an order file of ICD-10-CM: read it by lines and split each into its five columns.
 * Prints the CPU milliseconds of the process, compiler included, for each pass over the file.
 */
final class PlainLoop {

    /** Arguments: file, number of passes. */
    public static void main(String[] args) throws IOException {
        var cpu = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Path file = Path.of(args[0]);
        // what any program has behind it when it begins its work: input and output, the decoder, a line
        Files.writeString(Files.createTempFile("plain", "loop"), "00001 A00     0 Cholera\n");
        for (int pass = 0; pass < Integer.parseInt(args[1]); pass++) {
            long before = cpu.getProcessCpuTime();
            long sum = pass(file);
            System.out.println((cpu.getProcessCpuTime() - before) / 1_000_000 + " " + sum);
        }
    }

    private static long pass(Path file) throws IOException {
        long sum = 0;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] columns = {
                    line.substring(0, 5),
                    line.substring(6, 13).strip(),
                    line.substring(14, 15),
                    line.substring(16, 76).strip(),
                    line.substring(77).strip()
                };
                for (String column : columns) {
                    sum += column.length();
                }
            }
        }
        return sum;
    }
}
