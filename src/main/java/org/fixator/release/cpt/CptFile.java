package org.fixator.release.cpt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fixator.release.FileHead;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;

/**
 * One file, read: what stands before the records, and the records in their order.
 *
 * @param notice the lines before the first record
 * @param records code and text, of the long fixed layout already joined
 */
record CptFile(String name, CptLayout layout, List<String> notice, List<Entry> records) {

    /** What stands on one line. */
    record Entry(String code, String text, String place) {}

    private static final int CODE = 5;
    private static final int FIXED_TEXT = 8;

    /** @throws ReleaseException where no layout fits, or a line behind the first record does not fit it */
    static CptFile read(ReleaseFile file, ReadingProgress progress) {
        CptLayout layout = CptLayout.of(FileHead.of(file).lines());
        if (layout == null) {
            throw new ReleaseException(
                    file.name(),
                    "it has none of the layouts that are known: LONGULT (code, tab, description), LONGULF (code,"
                            + " sequence number, description), MEDU or SHORTU (code, description), Appendix A"
                            + " (modifiers), a list of codes");
        }
        CptFile read = new CptFile(file.name(), layout, new ArrayList<>(), new ArrayList<>());
        try (LineReader lines = new LineReader(file, progress)) {
            while (lines.next()) {
                read.line(text(lines), lines);
            }
        }
        return read;
    }

    private void line(String line, LineReader at) {
        if (layout.isRecord(line)) {
            records.add(entry(line, at.place()));
        } else if (records.isEmpty() || layout == CptLayout.MODIFIERS) {
            note(line, at.place());
        } else if (!line.isBlank()) {
            throw at.refuse("the line is not a record of the layout " + layout + " that the file begins with");
        }
    }

    /** In the appendix headings stand between the records; they are kept as records without a code. */
    private void note(String line, String place) {
        if (layout == CptLayout.MODIFIERS && !line.isBlank()) {
            records.add(new Entry("", line.strip(), place));
        }
        if (records.isEmpty() || layout != CptLayout.MODIFIERS) {
            notice.add(line);
        }
    }

    private Entry entry(String line, String place) {
        return switch (layout) {
            case LONG_TABS, NAMES ->
                new Entry(line.substring(0, CODE), line.substring(CODE + 1).strip(), place);
            case LONG_FIXED -> new Entry(line.substring(0, CODE), line.substring(CODE, CODE + 2) + piece(line), place);
            case MODIFIERS -> {
                String title = line.substring(2).strip();
                yield new Entry(
                        line.substring(0, 2),
                        title.startsWith(":") ? title.substring(1).strip() : title,
                        place);
            }
            case CODES -> new Entry(line.strip(), "", place);
        };
    }

    private static String piece(String line) {
        return line.length() <= FIXED_TEXT ? "" : line.substring(FIXED_TEXT).stripTrailing();
    }

    /** Files of later years are in UTF-8, earlier ones in Windows' Western code page. */
    private static String text(LineReader lines) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines.buffer(), lines.start(), lines.length()))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return lines.text(Charset.forName("windows-1252"));
        }
    }
}
