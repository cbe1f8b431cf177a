package org.fixator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.utilities.FileUtilities;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.validation.special.TxTester.ITxTesterLoader;
import org.jspecify.annotations.Nullable;

/** A folder of tests as the runner wants it, with the list of tests narrowed by a {@link Manifest}. */
public final class TestFolder implements ITxTesterLoader {
    private final Path folder;
    private final Manifest manifest;

    TestFolder(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    @Override
    public String describe() {
        return folder.toString();
    }

    @Override
    public Resource loadResource(String filename) throws IOException {
        return new JsonParser().parse(FileUtilities.bytesToString(loadContent(filename), true));
    }

    @Override
    public byte[] loadContent(String filename) throws IOException {
        return filename.equals(Manifest.FILE) ? manifest.bytes() : Files.readAllBytes(path(filename));
    }

    @Override
    public boolean hasContent(String filename) {
        return Files.exists(path(filename));
    }

    private Path path(String filename) {
        return folder.resolve(manifest.file(filename));
    }

    @Override
    public @Nullable String code() {
        return null;
    }

    /** The version of the tests: the newest in their history, in three numbers. */
    @Override
    public String version() throws IOException {
        JsonObject history = org.hl7.fhir.utilities.json.parser.JsonParser.parseObject(
                Files.readAllBytes(folder.resolve("history.json")));
        return inThreeNumbers(history.getJsonObjects("versions").get(0).asString("version"));
    }

    /** The history writes 1.90 for what the guide's own page calls 1.9.0, and what clients would read as 1.90.0. */
    static String inThreeNumbers(String version) {
        return version.replaceFirst("^(\\d+)\\.(\\d)(\\d)$", "$1.$2.$3");
    }

    @Override
    public String testFileName() {
        return Manifest.FILE;
    }
}
