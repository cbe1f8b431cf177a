package org.fixator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The requests in {@code src/test/resources/requests}, whose README says how they are written. */
final class RequestTable {
    private static final Path FOLDER = Path.of("src/test/resources/requests");

    private RequestTable() {}

    /** An indented line: its first word and the rest. */
    record Detail(String word, String text) {}

    /** A request as it is written, before short names are replaced. */
    record Row(String place, int status, String method, String path, List<Detail> details) {
        List<String> all(String word) {
            return details.stream()
                    .filter(detail -> detail.word().equals(word))
                    .map(Detail::text)
                    .toList();
        }

        @Override
        public String toString() {
            return place + " " + status + " " + method + " " + path;
        }
    }

    /** All rows of the files, in their order. */
    static List<Row> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> rows(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(Path file) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.startsWith("    ")) {
                String[] detail = line.strip().split(" ", 2);
                rows.get(rows.size() - 1).details().add(new Detail(detail[0], detail[1]));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = (line + " ").split(" ", 4);
                String place = file.getFileName() + ":" + number;
                rows.add(new Row(place, Integer.parseInt(words[0]), words[1], words[2], new ArrayList<>()));
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
