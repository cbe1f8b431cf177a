package org.fixator.release.gem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the general equivalence mappings of diagnoses, one direction or both: {@code source target flags} in each line. The
 * last ones are of 2018.
 */
public final class GemReader implements ReleaseReader {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    @Override
    public String kind() {
        return "gem";
    }

    @Override
    public String summary() {
        return "General equivalence mappings of diagnoses between ICD-9-CM and ICD-10-CM (I9gem, I10gem)";
    }

    @Override
    public boolean recognises(FileHead head) {
        return GemLine.matches(head.firstLine());
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        List<String> notes = new ArrayList<>();
        List<CompiledConceptMap> maps = new ArrayList<>();
        String version = null;
        GemDirection first = null;
        for (ReleaseFile file : files) {
            FileHead head = FileHead.of(file);
            if (!recognises(head)) {
                notes.add("Not read, because it is no mapping: " + file.name() + ".");
                continue;
            }
            GemDirection direction = GemDirection.of(head.firstLine());
            if (direction == first || maps.size() == GemDirection.values().length) {
                throw new ReleaseException(file.name(), "there are two files of the same direction");
            }
            first = first == null ? direction : first;
            version = version(file, options.version(), version);
            maps.add(new GemReading(direction, version).read(file, progress));
        }
        if (version == null || first == null) {
            String name = files.isEmpty() ? kind() : files.get(0).name();
            throw new ReleaseException(name, "there is no file of general equivalence mappings here");
        }
        ReleaseIdentity identity = new ReleaseIdentity(
                kind(),
                first.url(version),
                version,
                "General equivalence mappings " + version,
                null,
                null,
                "US government work: Centers for Medicare & Medicaid Services, Centers for Disease Control and Prevention",
                null);
        return new ReleaseContent(identity, List.of(), maps, List.of(), notes);
    }

    private static String version(ReleaseFile file, @Nullable String asked, @Nullable String before) {
        Matcher m = YEAR.matcher(file.name()
                .substring(Math.max(file.name().lastIndexOf('!'), file.name().lastIndexOf('/')) + 1));
        String named = m.find() ? m.group(1) : null;
        String version = asked == null ? named : asked;
        if (version == null) {
            throw new ReleaseException(file.name(), "its name says no year: say which version it is, such as 2018");
        }
        if (!version.matches("20\\d\\d") || (named != null && !named.equals(version))) {
            throw new ReleaseException(
                    file.name(), "its name says " + named + ", and the version asked for is " + version);
        }
        if (before != null && !before.equals(version)) {
            throw new ReleaseException(file.name(), "it is of " + version + ", and another file is of " + before);
        }
        return version;
    }
}
