package org.fixator.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.Canonical;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;

/**
 * Reads {@code code|display|parent} lines after a first line {@code version <version>}. A test may stand at the gate: it
 * is passed at every line.
 */
public final class LineReader implements ReleaseReader {

    public static final String SYSTEM = "http://example.org/lines";

    private final String kind;
    public volatile Runnable gate = () -> {};

    public LineReader(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String summary() {
        return "lines of code, display and parent";
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        Map<String, String[]> rows = new TreeMap<>();
        String version = options.version();
        List<String> notes = new ArrayList<>();
        for (ReleaseFile file : files) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    gate.run();
                    progress.read(line.length() + 1L);
                    if (line.startsWith("version ")) {
                        version = line.substring("version ".length());
                    } else if (line.split("\\|", -1).length != 3) {
                        throw new ReleaseException(file.name() + ":" + number, "the line has no three columns");
                    } else {
                        rows.put(line.split("\\|", -1)[0], line.split("\\|", -1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (version == null) {
            throw new ReleaseException(files.get(0).name(), "the version is not said");
        }
        if (!options.structureFrom().isEmpty()) {
            notes.add("Chapters are those of " + options.structureFrom().get(0).name());
        }
        return content(version, rows, notes);
    }

    private ReleaseContent content(String version, Map<String, String[]> rows, List<String> notes) {
        CodeSystemBuilder system = new CodeSystemBuilder();
        system.describe(CodeSystemDescription.of(new Canonical(SYSTEM, version)));
        rows.values().forEach(row -> system.add(row[0], row[1]));
        rows.values().forEach(row -> {
            if (!row[2].isEmpty()) {
                system.parent(system.find(row[0]), system.find(row[2]));
            }
        });
        return new ReleaseContent(
                new ReleaseIdentity(kind, SYSTEM, version, "Lines " + version, null, null, "none", null),
                List.of(system.build()),
                List.of(),
                List.of(),
                notes);
    }

    /** A file in the layout: the codes A000 to A999 or as many as there are. */
    public static String file(String version, int codes) {
        StringBuilder text = new StringBuilder("version ").append(version).append('\n');
        text.append("A|All|\n");
        for (int i = 0; i < codes - 1; i++) {
            text.append(String.format("A%03d|Title %d|A%n", i, i));
        }
        return text.toString();
    }
}
