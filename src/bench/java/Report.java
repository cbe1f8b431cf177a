import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/** Writes the table of all rows that were ever measured in the folder. */
final class Report {
    private Report() {}

    static void write(Path folder, Path bench) throws IOException {
        StringBuilder table = new StringBuilder();
        table.append("| operation | bytes | answers/s | floor/s | ratio | aimed at | p99 to floor's | pairs |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        for (Row row : Row.ALL) {
            Path result = folder.resolve("results/" + row.name() + ".txt");
            if (Files.exists(result)) {
                table.append(line(row, Files.readString(result)));
            }
        }
        Path template = bench.resolve("PERFORMANCE.template.md");
        String text = Files.readString(template)
                .replace("@machine@", machine())
                .replace("@table@", table.toString().strip())
                .replace("@processors@", processors(folder));
        for (String part : List.of("profile", "start", "memory", "import", "scale", "tail", "tx", "process")) {
            Path measured = folder.resolve("parts/" + part + ".md");
            text = text.replace(
                    "@" + part + "@", Files.exists(measured) ? Files.readString(measured).strip() : "Not measured here.");
        }
        Files.writeString(folder.resolve("PERFORMANCE.md"), text);
        System.out.println(table);
    }

    private static String line(Row row, String result) {
        Scanner figures = new Scanner(result).useLocale(Locale.ROOT);
        int length = figures.nextInt();
        double operation = figures.nextDouble();
        double floor = figures.nextDouble();
        double ratio = figures.nextDouble();
        double tail = figures.nextDouble();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | **%.2f**%s | %.2f | %.1f | %d |%n",
                row.title(),
                length,
                operation,
                floor,
                ratio,
                ratio >= row.target() ? "" : " (short)",
                row.target(),
                tail,
                figures.nextInt());
    }

    /** Where the time of answers goes that the client waits for. */
    private static String processors(Path folder) throws IOException {
        StringBuilder table = new StringBuilder();
        table.append("| operation | running, us | floor's | waiting, us | floor's | p99, us | floor's |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        for (Row row : Row.ALL) {
            Path result = folder.resolve("results/" + row.name() + ".txt");
            String[] figures = Files.exists(result) ? Files.readString(result).strip().split(" ") : new String[0];
            if (figures.length == 12) {
                table.append("| ").append(row.title());
                for (int i = 6; i < figures.length; i++) {
                    table.append(" | ").append(figures[i]);
                }
                table.append(" |\n");
            }
        }
        return table.toString().strip();
    }

    private static String machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D+", "");
        return Runtime.getRuntime().availableProcessors() + " processors (" + model + "), "
                + Long.parseLong(memory) / 1_048_576 + " GB of memory, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version").replaceAll("^(\\d+\\.\\d+).*", "$1") + ", " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.runtime.version");
    }
}
