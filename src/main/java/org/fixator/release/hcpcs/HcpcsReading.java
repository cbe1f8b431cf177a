package org.fixator.release.hcpcs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.release.DesignationUse;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.SystemHeader;

/** One reading of a file of records. A concept is complete when the record of the next one begins. */
final class HcpcsReading {

    static final String SYSTEM = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int TEXT = 11;
    private static final int TEXT_END = 91;
    private static final int SHORT_END = 119;
    private static final int TYPE = 10;
    private static final int MODIFIER = 3;
    private static final int CODE = 5;

    /** So many in a row are the sequence of a record. */
    private static final int FEWEST_DIGITS = 5;

    private final Quarter quarter;
    private final Map<String, String> processingNotes;
    private final List<String> notes;
    private final CodeSystemBuilder builder = new CodeSystemBuilder();
    private final StringBuilder description = new StringBuilder();
    private String code = "";
    private int sequence;
    private int codes;
    private int modifiers;

    HcpcsReading(Quarter quarter, Map<String, String> processingNotes, List<String> notes) {
        this.quarter = quarter;
        this.processingNotes = processingNotes;
        this.notes = notes;
    }

    ReleaseContent read(ReleaseFile file, ReadingProgress progress) {
        try (LineReader lines = new LineReader(file, progress)) {
            while (lines.next()) {
                if (isRecord(lines)) {
                    record(lines);
                } else if (isMeant(lines)) {
                    throw lines.refuse("it is no record: columns 1 to 11 should be code, sequence and kind of record");
                }
            }
        }
        close();
        if (codes == 0) {
            throw new ReleaseException(file.name(), "it has no code, only modifiers");
        }
        notes.add(codes + " codes and " + modifiers + " modifiers.");
        ReleaseIdentity identity = new ReleaseIdentity(
                "hcpcs",
                SYSTEM,
                quarter.version(),
                "HCPCS Level II " + quarter.version(),
                quarter.from(),
                quarter.to(),
                "US government work: Centers for Medicare & Medicaid Services",
                null);
        builder.describe(
                new SystemHeader(identity, "HCPCSLevelII", ContentMode.COMPLETE, null, "date", HcpcsField.definitions())
                        .description());
        return new ReleaseContent(identity, List.of(builder.build()), List.of(), List.of(), notes);
    }

    /** Whether a line should be a record: all behind the first one, and before it what is as long and begins with digits. */
    private boolean isMeant(LineReader line) {
        if (!code.isEmpty() || line.length() <= HcpcsField.ACTION.column) {
            return !code.isEmpty() && !line.isBlank();
        }
        int digits = 0;
        for (int i = 0; i <= TYPE + 2 && digits < FEWEST_DIGITS; i++) {
            digits = line.at(i) >= '0' && line.at(i) <= '9' ? digits + 1 : 0;
        }
        return digits == FEWEST_DIGITS;
    }

    private static boolean isRecord(LineReader line) {
        for (int i = CODE; i < TYPE; i++) {
            if (line.at(i) < '0' || line.at(i) > '9') {
                return false;
            }
        }
        byte type = line.at(TYPE);
        return type == '3' || type == '4' || type == '7' || type == '8';
    }

    private void record(LineReader line) {
        byte type = line.at(TYPE);
        boolean isModifier = type == '7' || type == '8';
        boolean isBlank = line.columnAfter(0, MODIFIER) == 0;
        String own = line.text(0, CODE, WINDOWS);
        if (isBlank != isModifier || !own.matches(isModifier ? "[A-Z0-9]{2}" : "[A-Z][0-9]{4}")) {
            throw line.refuse("it is no "
                    + (isModifier
                            ? "modifier of two characters in columns 4 and 5"
                            : "code of a letter and four digits")
                    + ": '" + own + "'");
        }
        int number = Integer.parseInt(line.text(CODE, TYPE, WINDOWS));
        if (type == '3' || type == '7') {
            first(line, own, isModifier);
        } else if (!own.equals(code)) {
            throw line.refuse("it continues " + own + ", and the record before it is of " + code);
        } else if (number <= sequence) {
            throw line.refuse("its sequence " + number + " does not follow " + sequence);
        }
        sequence = number;
        String text = line.text(TEXT, TEXT_END, WINDOWS);
        description
                .append(description.length() > 0 && !text.isEmpty() ? " " : "")
                .append(text);
        requireText(line, text);
    }

    private void first(LineReader line, String own, boolean isModifier) {
        if (line.length() <= HcpcsField.ACTION.column) {
            throw line.refuse("the line is cut: it has " + line.length() + " characters, and a first record has 320");
        }
        close();
        builder.begin();
        byte[] utf8 = own.getBytes(StandardCharsets.UTF_8);
        if (!builder.code(utf8, 0, utf8.length)) {
            throw line.refuse("the code " + own + " stands twice");
        }
        code = own;
        codes += isModifier ? 0 : 1;
        modifiers += isModifier ? 1 : 0;
        builder.property(Property.of("modifier", PropertyType.BOOLEAN, Boolean.toString(isModifier)));
        String shortTitle = line.text(TEXT_END, SHORT_END, WINDOWS);
        requireText(line, shortTitle);
        if (!shortTitle.isEmpty()) {
            builder.designation(Designation.of("en-US", DesignationUse.SHORT_TITLE, shortTitle));
        }
        for (HcpcsField field : HcpcsField.values()) {
            for (int i = 0; i < field.times; i++) {
                int column = field.column + i * field.width;
                add(line, field, line.text(column, column + field.width, WINDOWS));
            }
        }
    }

    private void add(LineReader line, HcpcsField field, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (field.type == PropertyType.DATE_TIME) {
            LocalDate date = date(line, field, value);
            builder.property(Property.of(field.code, field.type, date.toString()));
            if (field == HcpcsField.TERMINATED && date.isBefore(quarter.from())) {
                builder.property(Property.of("inactive", PropertyType.BOOLEAN, "true"));
            }
        } else if (field.type == PropertyType.INTEGER) {
            int number = number(line, field, value);
            if (number > 0) {
                builder.property(Property.of(field.code, field.type, Integer.toString(number)));
            }
        } else {
            String meaning =
                    field == HcpcsField.PROCESSING_NOTE ? processingNotes.get(value) : HcpcsMeanings.of(field, value);
            builder.property(new Property(field.code, field.type, value, null, meaning));
        }
    }

    private static LocalDate date(LineReader line, HcpcsField field, String value) {
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw line.refuse("in column " + (field.column + 1) + " should be a date, and there is '" + value + "'");
        }
    }

    private static int number(LineReader line, HcpcsField field, String value) {
        if (!value.matches("\\d+")) {
            throw line.refuse("in column " + (field.column + 1) + " should be a number, and there is '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** Bytes that mean nothing in the encoding are not passed on. */
    private static void requireText(LineReader line, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == '\uFFFD') {
                throw line.refuse("the text holds bytes that are no characters");
            }
        }
    }

    /** Gives the concept that is open its description. */
    private void close() {
        if (!code.isEmpty()) {
            builder.display(description.toString());
            builder.end();
        }
        description.setLength(0);
        code = "";
        sequence = 0;
    }
}
