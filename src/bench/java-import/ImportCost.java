import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the import of a year of ICD-10-CM costs: processor time from the last byte uploaded to the first right $lookup,
 * against {@link PlainLoop} over the same file in a JVM of its own; and the memory that the years take.
 *
 * <p>The first import of a process is compared with the loop's first pass, because neither has been compiled by then; the
 * last ten with the last ten, because one alone swings with the compiler and with a clock of ten milliseconds. Memory is told by what goes away when a release is removed that was loaded once more at
 * the end: what a first import leaves behind in HAPI and in the database's cache is not the release's.
 */
final class ImportCost {
    private static final int PASSES = 25;
    /** Of the passes the last ones, by which most of what runs has been compiled. */
    private static final int WARM = 10;

    private static final String SYSTEM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String CODE = "S82.251A";

    /** Arguments: jar, folder, file of the first year, file of the second year. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Path first = Path.of(args[2]);
        Path second = Path.of(args[3]);
        long codes;
        long laterCodes;
        try (var lines = Files.lines(first)) {
            codes = lines.count();
        }
        try (var lines = Files.lines(second)) {
            laterCodes = lines.count();
        }
        List<Long> loop = loop(first);
        List<Long> imports = new ArrayList<>();
        try (ServedProcess server = ServedProcess.start(Path.of(args[0]), folder)) {
            server.get("CodeSystem/$lookup?system=" + SYSTEM + "&code=" + CODE);
            imports.add(imported(server, first));
            long one = server.bytes();
            server.get("ValueSet/$expand?url=" + SYSTEM + "%3Ffhir_vs&filter=tibia&count=5");
            long searched = server.bytes();
            long later = imported(server, second);
            for (int pass = 1; pass < PASSES; pass++) {
                if (pass == 1) {
                    server.post("$remove?id=icd-10-cm-2026");
                }
                server.post("$remove?id=icd-10-cm-2025");
                imports.add(imported(server, first));
            }
            imported(server, second);
            long both = server.bytes();
            server.post("$remove?id=icd-10-cm-2026");
            server.get("CodeSystem/$lookup?system=" + SYSTEM + "&code=" + CODE);
            long alone = server.bytes();
            server.post("$remove?id=icd-10-cm-2025");
            server.get("CodeSystem/$lookup?system=" + SYSTEM + "&code=" + CODE);
            server.get("CodeSystem/$lookup?system=" + SYSTEM + "&code=" + CODE);
            imported(server, first);
            long again = server.bytes();
            long regions = server.regions();
            server.post("$remove?id=icd-10-cm-2025");
            server.get("CodeSystem/$lookup?system=" + SYSTEM + "&code=" + CODE);
            long none = server.bytes();
            long noRegions = server.regions();
            print("plain loop, CPU ms, pass by pass", loop.toString());
            print("import of the first year, CPU ms, time by time", imports.toString());
            print("import of the second year, CPU ms", later);
            print("first import to first pass", ratio(imports.get(0), loop.get(0)));
            print("last " + WARM + " imports to last " + WARM + " passes", ratio(last(imports), last(loop)));
            print("bytes a concept, without the text index", ratio(again - none, codes));
            print("the same in whole regions of the heap", ratio(regions - noRegions, codes));
            print("bytes a concept, text index", ratio(searched - one, codes));
            print("bytes a concept of the second year", ratio(both - alone, laterCodes));
            print("second year, share of the first", ratio(both - alone, again - none));
        }
    }

    private static long last(List<Long> passes) {
        return passes.subList(PASSES - WARM, PASSES).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void print(String what, Object figure) {
        System.out.printf(Locale.ROOT, "%-52s %s%n", what, figure);
    }

    private static String ratio(long a, long b) {
        return String.format(Locale.ROOT, "%.2f", (double) a / b);
    }

    private static List<Long> loop(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainLoop.class.getName(),
                        file.toString(),
                        Integer.toString(PASSES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> passes = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> passes.add(Long.parseLong(line.split(" ")[0])));
        }
        return passes;
    }

    /** Uploads, waits for the end and looks the code up; CPU milliseconds since the last byte was sent. */
    private static long imported(ServedProcess server, Path file) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(file);
        String head = "POST /fhir/$import-release?kind=icd-10-cm&fileName=" + file.getFileName() + " HTTP/1.1\r\n"
                + "Host: localhost\r\nAuthorization: Bearer " + server.token() + "\r\nPrefer: wait=3600\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            // the last kilobyte waits until the server has taken in all before it
            out.write(bytes, 0, bytes.length - 1024);
            out.flush();
            Thread.sleep(1_000);
            long before = server.cpu();
            out.write(bytes, bytes.length - 1024, 1024);
            out.flush();
            String answer;
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                answer = in.readLine();
            }
            if (!answer.contains(" 200")) {
                throw new IOException("The import was answered: " + answer);
            }
            String found = server.get("CodeSystem/$lookup?system=" + SYSTEM + "&code=" + CODE);
            if (!found.contains("shaft of right tibia")) {
                throw new IOException("The look-up was answered: " + found);
            }
            return server.cpu() - before;
        }
    }
}
