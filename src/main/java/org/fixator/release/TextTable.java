package org.fixator.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A text file of rows and columns, read row by row; columns are asked for by name, so that their order does not matter and
 * new ones do no harm. Every row has as many cells as there are columns. Belongs to one thread.
 */
public final class TextTable implements AutoCloseable {

    /** How cells are told apart. */
    public enum Format {
        /** Commas, and quotation marks around cells that hold commas, quotation marks or line ends (RFC 4180). */
        CSV,
        /** Tabs; quotation marks mean themselves. */
        TABS,
        /** A bar behind each cell, the last one too: the Rich Release Format of the National Library of Medicine. */
        BARS;

        private CSVFormat format() {
            return switch (this) {
                case CSV ->
                    CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).build();
                case TABS ->
                    CSVFormat.newFormat('\t')
                            .builder()
                            .setIgnoreEmptyLines(true)
                            .build();
                case BARS ->
                    CSVFormat.newFormat('|').builder().setIgnoreEmptyLines(true).build();
            };
        }
    }

    private final ReleaseFile file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private Map<String, Integer> columns = Map.of();
    private int width;
    private long line;

    private TextTable(ReleaseFile file, Format format, Charset charset, ReadingProgress progress) {
        this.file = file;
        try {
            InputStream in = new Counted(TextEncoding.open(file), progress);
            this.parser = new CSVParser(
                    new InputStreamReader(
                            in,
                            charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    format.format());
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
        this.records = parser.iterator();
    }

    /**
     * A file whose first row names the columns.
     *
     * @param required columns that it must have
     * @throws ReleaseException where the file cannot be read or one of them is missing
     */
    public static TextTable withHeader(
            ReleaseFile file, Format format, Charset charset, List<String> required, ReadingProgress progress) {
        TextTable table = new TextTable(file, format, charset, progress);
        TableRow header = table.next();
        if (header == null) {
            throw new ReleaseException(file.name(), "it is empty");
        }
        table.name(header.cells());
        for (String column : required) {
            if (!table.has(column)) {
                throw header.refuse("there is no column " + column);
            }
        }
        return table;
    }

    /** A file without a header, whose columns a layout document names. */
    public static TextTable withColumns(
            ReleaseFile file, Format format, Charset charset, List<String> names, ReadingProgress progress) {
        TextTable table = new TextTable(file, format, charset, progress);
        table.name(names);
        return table;
    }

    /** A file in which the names of the columns have to be looked for: {@link #name} tells them. */
    public static TextTable unnamed(ReleaseFile file, Format format, Charset charset, ReadingProgress progress) {
        return new TextTable(file, format, charset, progress);
    }

    /** The column names in the first line of a file; empty where there is no such line. */
    public static List<String> header(FileHead head, Format format) {
        try (CSVParser parser = CSVParser.parse(head.firstLine(), format.format())) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext()
                    ? records.next().toList().stream().map(String::strip).toList()
                    : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // not a table, so no header of one
        }
    }

    /** Says what the columns of the rows that follow are called. A column without a name is not to be asked for. */
    public void name(List<String> names) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            numbers.putIfAbsent(names.get(i).strip(), i);
        }
        numbers.remove("");
        columns = new HashMap<>(numbers);
        width = names.size();
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /**
     * The next row; {@code null} where there is none.
     *
     * @throws ReleaseException where the file cannot be decoded, ends within a cell, or a row has more or fewer cells than
     *     there are columns
     */
    public @Nullable TableRow next() {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        List<String> cells = record.toList();
        TableRow row = new TableRow(file.name() + ":" + line, columns, cells);
        boolean barred =
                width > 0 && cells.size() == width + 1 && cells.get(width).isEmpty();
        if (width > 0 && cells.size() != width && !barred) {
            throw row.refuse("there are " + cells.size() + " columns where " + width + " are expected");
        }
        return row;
    }

    private @Nullable CSVRecord record() {
        try {
            line = parser.getCurrentLineNumber() + 1;
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            String place = file.name() + ":" + line;
            if (e.getCause() instanceof CharacterCodingException) {
                throw new ReleaseException(
                        place, "at or behind this line the characters are not encoded as they should be", e);
            }
            throw ReleaseException.unreadable(place, Objects.requireNonNull(e.getCause()));
        } catch (IllegalStateException e) {
            String reason = String.valueOf(e.getMessage());
            boolean open = reason.contains("EOF reached before encapsulated token");
            throw new ReleaseException(
                    file.name() + ":" + line,
                    open ? "a quoted value is not closed before the end of the file" : "it cannot be read: " + reason,
                    e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new ReleaseException(file.name(), "it cannot be closed: " + e.getMessage(), e);
        }
    }

    /** Tells how much was read. */
    private static final class Counted extends FilterInputStream {

        private final ReadingProgress progress;

        Counted(InputStream in, ReadingProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                progress.read(read);
            }
            return read;
        }
    }
}
