package org.fixator.release.nucc;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.SystemHeader;

/**
 * One reading of a taxonomy. Its three levels become a hierarchy: grouping, classification, specialization. A
 * classification is the code without specialization. The publisher gives no codes to groupings, nor to a classification
 * that has specializations alone: these become abstract concepts whose code is their name, marked {@code level}, and are no
 * codes to be sent.
 */
final class NuccReading {

    private static final String SYSTEM = "http://nucc.org/provider-taxonomy";
    private static final String COPYRIGHT =
            "Health Care Provider Taxonomy code set: copyright American Medical Association "
                    + "on behalf of the National Uniform Claim Committee (NUCC). Source: www.nucc.org.";
    private static final int FIRST_LINE = 2;

    private final String file;
    private final NuccVersion version;
    private final List<String> notes;
    private final CodeSystemBuilder builder = new CodeSystemBuilder();
    private final Map<String, Integer> groupings = new HashMap<>();
    private final Map<String, Integer> classifications = new HashMap<>();

    NuccReading(String file, NuccVersion version, List<String> notes) {
        this.file = file;
        this.version = version;
        this.notes = notes;
    }

    /** One line of the file. */
    private record Row(
            long line,
            String code,
            String grouping,
            String classification,
            String specialization,
            String definition,
            String notes,
            String display,
            String section) {

        String classificationKey() {
            return grouping + "\n" + classification;
        }
    }

    ReleaseContent read(String text) {
        List<Row> rows = rows(text);
        rows.forEach(this::add);
        for (int i = 0; i < rows.size(); i++) {
            link(rows.get(i), builder.find(rows.get(i).code()));
        }
        ReleaseIdentity identity = new ReleaseIdentity(
                "nucc",
                SYSTEM,
                version.version(),
                "Health Care Provider Taxonomy " + version.version(),
                version.from(),
                null,
                "Copyright AMA on behalf of the NUCC; free to use as the NUCC's terms say",
                COPYRIGHT);
        notes.add(rows.size() + " codes in " + groupings.size() + " groupings.");
        builder.describe(new SystemHeader(
                        identity,
                        "HealthCareProviderTaxonomy",
                        ContentMode.COMPLETE,
                        "grouped-by",
                        "natural",
                        definitions())
                .description());
        return new ReleaseContent(identity, List.of(builder.build()), List.of(), List.of(), notes);
    }

    private List<Row> rows(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .build();
        List<Row> rows = new ArrayList<>();
        long line = FIRST_LINE;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            requireColumns(parser);
            for (CSVRecord row : parser) {
                rows.add(row(row, line, parser.getHeaderNames().size()));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new ReleaseException(file + ":" + line, "it is no CSV: " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw new ReleaseException(file, "it has no code");
        }
        return rows;
    }

    private void requireColumns(CSVParser parser) {
        for (String column : List.of("Code", "Classification", "Specialization", "Definition")) {
            if (parser.getHeaderNames().stream().noneMatch(name -> name.strip().equalsIgnoreCase(column))) {
                throw new ReleaseException(file + ":1", "the column " + column + " is missing");
            }
        }
    }

    private Row row(CSVRecord row, long line, int columns) {
        if (row.size() < columns) {
            throw new ReleaseException(
                    file + ":" + line, "the line is cut: it has " + row.size() + " of " + columns + " columns");
        }
        String code = value(row, "Code");
        if (!code.matches("[0-9A-Z]{9}X")) {
            throw new ReleaseException(
                    file + ":" + line, "'" + code + "' is no code: nine letters and digits and an X");
        }
        String grouping = value(row, "Grouping");
        return new Row(
                line,
                code,
                grouping.isEmpty() ? value(row, "Type") : grouping,
                value(row, "Classification"),
                value(row, "Specialization"),
                value(row, "Definition"),
                value(row, "Notes"),
                value(row, "Display Name"),
                value(row, "Section"));
    }

    private static String value(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column).strip() : "";
    }

    private void add(Row row) {
        if (row.grouping().isEmpty() || row.classification().isEmpty()) {
            throw new ReleaseException(file + ":" + row.line(), "grouping or classification is missing");
        }
        if (builder.find(row.code()) >= 0) {
            throw new ReleaseException(file + ":" + row.line(), "the code " + row.code() + " stands twice");
        }
        groupings.computeIfAbsent(row.grouping(), grouping -> heading(grouping, "grouping"));
        int ordinal = builder.begin();
        builder.code(row.code());
        String name = row.specialization().isEmpty() ? row.classification() : row.specialization();
        String display = row.display().isEmpty() ? plainDisplay(row) : row.display();
        builder.display(display);
        if (!row.definition().isEmpty()) {
            builder.definition(row.definition());
        }
        if (!name.equals(display)) {
            builder.designation(Designation.of("en-US", null, name));
        }
        property("grouping", row.grouping());
        property("classification", row.classification());
        property("specialization", row.specialization());
        property("section", row.section());
        property("notes", row.notes());
        builder.end();
        if (row.specialization().isEmpty()) {
            classifications.putIfAbsent(row.classificationKey(), ordinal);
        }
    }

    private static String plainDisplay(Row row) {
        return row.specialization().isEmpty()
                ? row.classification()
                : row.classification() + ", " + row.specialization();
    }

    private void property(String code, String value) {
        if (!value.isEmpty()) {
            builder.property(Property.of(code, PropertyType.STRING, value));
        }
    }

    private void link(Row row, int ordinal) {
        int grouping = groupings.getOrDefault(row.grouping(), -1);
        if (row.specialization().isEmpty()) {
            builder.parent(ordinal, grouping);
            return;
        }
        Integer classification = classifications.get(row.classificationKey());
        if (classification == null) {
            boolean isTaken = builder.find(row.classification()) >= 0;
            String name = isTaken ? row.classification() + " (" + row.grouping() + ")" : row.classification();
            classification = heading(name, "classification");
            builder.parent(classification, grouping);
            classifications.put(row.classificationKey(), classification);
        }
        builder.parent(ordinal, classification);
    }

    private int heading(String name, String level) {
        int ordinal = builder.begin();
        builder.code(name.replaceAll("\\s+", " "));
        builder.display(name);
        builder.property(Property.of("level", PropertyType.CODE, level));
        builder.property(Property.of("notSelectable", PropertyType.BOOLEAN, "true"));
        builder.end();
        return ordinal;
    }

    private static List<PropertyDefinition> definitions() {
        return List.of(
                SystemHeader.property("grouping", PropertyType.STRING, "First level: a kind of provider"),
                SystemHeader.property("classification", PropertyType.STRING, "Second level: a field of work"),
                SystemHeader.property("specialization", PropertyType.STRING, "Third level: a specialty within it"),
                SystemHeader.property("section", PropertyType.STRING, "Individual or Non-Individual"),
                SystemHeader.property("notes", PropertyType.STRING, "What the publisher notes: source, changes"),
                SystemHeader.property(
                        "level",
                        PropertyType.CODE,
                        "grouping or classification, of concepts without a code of the NUCC"),
                SystemHeader.wellKnown(
                        "notSelectable",
                        PropertyType.BOOLEAN,
                        "Whether it only groups codes and has none of the NUCC"));
    }
}
