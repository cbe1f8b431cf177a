package org.fixator.release.hcpcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the alpha-numeric HCPCS file of CMS (ANWEB), alone or with what else its zip holds. The layout is CMS's contractor
 * record of 320 columns; the disclaimer in front of it is passed over. Codes and modifiers are concepts of one system.
 */
public final class HcpcsReader implements ReleaseReader {

    /** Code, or modifier behind three blanks; sequence, kind of record, and text. */
    private static final Pattern RECORD = Pattern.compile("(?:[A-Z0-9]{5}| {3}[A-Z0-9]{2})\\d{5}[3478]\\S.*");

    @Override
    public String kind() {
        return "hcpcs";
    }

    @Override
    public String summary() {
        return "HCPCS Level II: fixed-width file (ANWEB) or zip of CMS";
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.lines().stream().anyMatch(line -> RECORD.matcher(line).matches());
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        ReleaseFile records = null;
        Map<String, String> processingNotes = Map.of();
        List<String> ignored = new ArrayList<>();
        for (ReleaseFile file : files) {
            FileHead head = FileHead.of(file);
            if (recognises(head)) {
                requireFirst(file, records);
                records = file;
            } else if (head.text().contains("PROCESSING NOTES") && head.text().contains("0001--")) {
                processingNotes = ProcessingNotes.read(file, progress);
            } else {
                ignored.add(file.name());
            }
        }
        if (records == null) {
            String first = files.isEmpty() ? kind() : files.get(0).name();
            throw new ReleaseException(
                    first, "there is no HCPCS file here: no record of its fixed-width layout was found");
        }
        List<String> notes = new ArrayList<>();
        if (!ignored.isEmpty()) {
            notes.add("Not read, because nothing in them is for this kind: " + String.join(", ", ignored) + ".");
        }
        Quarter quarter = Quarter.of(records, options.version());
        return new HcpcsReading(quarter, processingNotes, notes).read(records, progress);
    }

    private static void requireFirst(ReleaseFile file, @Nullable ReleaseFile first) {
        if (first != null) {
            throw new ReleaseException(
                    file.name(), "it is of the same kind as " + first.name() + ": a release has one of them");
        }
    }
}
