package org.fixator.release.nucc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.fixator.release.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Health Care Provider Taxonomy from its CSV file, by the names of the columns: those of today and those before
 * 21.0, which have no display names.
 */
public final class NuccReader implements ReleaseReader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public String kind() {
        return "nucc";
    }

    @Override
    public String summary() {
        return "NUCC Health Care Provider Taxonomy: CSV file";
    }

    @Override
    public boolean recognises(FileHead head) {
        String header = head.firstLine().toLowerCase(Locale.ROOT);
        return header.contains("code")
                && header.contains("classification")
                && header.contains("specialization")
                && header.contains(",");
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        List<String> notes = new ArrayList<>();
        ReleaseFile taxonomy = null;
        for (ReleaseFile file : files) {
            if (!recognises(FileHead.of(file))) {
                notes.add("Not read, because it is no taxonomy: " + file.name() + ".");
            } else if (taxonomy != null) {
                throw new ReleaseException(
                        file.name(), "it is of the same kind as " + taxonomy.name() + ": a release has one of them");
            } else {
                taxonomy = file;
            }
        }
        if (taxonomy == null) {
            throw new ReleaseException(
                    files.isEmpty() ? kind() : files.get(0).name(),
                    "there is no taxonomy here: a header with Code, Grouping, Classification and Specialization");
        }
        NuccVersion version = NuccVersion.of(taxonomy, options.version());
        String text = text(taxonomy, progress, notes);
        return new NuccReading(taxonomy.name(), version, notes).read(text);
    }

    /** UTF-8, or Windows-1252, in which the publisher wrote some older releases. */
    private static String text(ReleaseFile file, ReadingProgress progress, List<String> notes) {
        byte[] bytes;
        try (InputStream in = TextEncoding.open(file)) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
        progress.read(bytes.length);
        String text = decoded(bytes, StandardCharsets.UTF_8);
        if (text == null) {
            text = decoded(bytes, WINDOWS);
            notes.add("The file is not UTF-8 and was read as Windows-1252.");
        }
        if (text == null) {
            throw new ReleaseException(file.name(), "it is neither UTF-8 nor Windows-1252");
        }
        return text;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
