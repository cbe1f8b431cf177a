package org.fixator.release.hcpcs;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseFile;

/** The processing notes that CMS ships beside the records: {@code 0013--TEXT}, over several lines, framed by asterisks. */
final class ProcessingNotes {

    private static final Pattern FIRST = Pattern.compile("(\\d{4})--(.*)");

    private ProcessingNotes() {}

    /** Text of each note by its number. */
    static Map<String, String> read(ReleaseFile file, ReadingProgress progress) {
        Map<String, String> notes = new HashMap<>();
        String number = null;
        try (LineReader lines = new LineReader(file, progress)) {
            while (lines.next()) {
                String text = lines.text(StandardCharsets.ISO_8859_1)
                        .replace('*', ' ')
                        .strip();
                Matcher m = FIRST.matcher(text);
                if (m.matches()) {
                    number = m.group(1);
                    notes.put(number, m.group(2).strip());
                } else if (number != null && !text.isEmpty()) {
                    notes.merge(number, text, (before, more) -> before + " " + more);
                }
            }
        }
        notes.replaceAll((n, text) -> text.replaceAll("\\s+", " "));
        return notes;
    }
}
