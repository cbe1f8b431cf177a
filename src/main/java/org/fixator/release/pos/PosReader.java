package org.fixator.release.pos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.ContentMode;
import org.fixator.release.FileHead;
import org.fixator.release.JsonFault;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.fixator.release.SystemHeader;

/**
 * Reads the CMS Place of Service codes from the CodeSystem of HL7 Terminology, which is the form in which a machine can
 * read them: CMS shows them on a page. The value set of all codes may come with it.
 */
public final class PosReader implements ReleaseReader {

    private static final String SYSTEM =
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    private static final String NAME_IN_URL = "Place_of_Service_Code_Set";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String kind() {
        return "pos";
    }

    @Override
    public String summary() {
        return "CMS Place of Service codes: CodeSystem of HL7 Terminology (JSON)";
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.text().stripLeading().startsWith("{")
                && head.text().contains("\"CodeSystem\"")
                && head.text().contains(NAME_IN_URL);
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        List<String> notes = new ArrayList<>();
        List<PackagedResource> resources = new ArrayList<>();
        JsonNode system = null;
        String origin = kind();
        for (ReleaseFile file : files) {
            FileHead head = FileHead.of(file);
            if (recognises(head)) {
                if (system != null) {
                    throw new ReleaseException(
                            file.name(), "it is of the same kind as " + origin + ": a release has one of them");
                }
                system = parsed(file.name(), bytes(file, progress));
                origin = file.name();
            } else if (head.text().contains("\"ValueSet\"") && head.text().contains(NAME_IN_URL)) {
                byte[] json = bytes(file, progress);
                JsonNode set = parsed(file.name(), json);
                resources.add(new PackagedResource(
                        file.name(), "ValueSet", set.path("id").textValue(), json));
            } else {
                notes.add("Not read, because nothing in it is for this kind: " + file.name() + ".");
            }
        }
        if (system == null) {
            throw new ReleaseException(
                    files.isEmpty() ? kind() : files.get(0).name(),
                    "there is no CodeSystem of CMS Place of Service codes here");
        }
        return content(origin, system, options, resources, notes);
    }

    private static ReleaseContent content(
            String origin,
            JsonNode system,
            ReleaseOptions options,
            List<PackagedResource> resources,
            List<String> notes) {
        String url = system.path("url").asText();
        String version = system.path("version").asText();
        if (!url.equals(SYSTEM) || !version.matches("20\\d{6}")) {
            throw new ReleaseException(
                    origin,
                    "its url and version are " + url + "|" + version + ", and not those of the Place of Service codes");
        }
        if (options.version() != null && !version.equals(options.version())) {
            throw new ReleaseException(
                    origin, "it states the version " + version + ", and the version asked for is " + options.version());
        }
        if (!system.path("content").asText().equals("complete")) {
            throw new ReleaseException(origin, "it does not hold all codes: its content is not complete");
        }
        CodeSystemBuilder builder = new CodeSystemBuilder();
        for (JsonNode concept : system.path("concept")) {
            add(origin, builder, concept);
        }
        if (builder.size() == 0) {
            throw new ReleaseException(origin, "it has no concepts");
        }
        ReleaseIdentity identity = new ReleaseIdentity(
                "pos",
                SYSTEM,
                version,
                system.path("title").asText("CMS Place of Service Codes"),
                null,
                null,
                "CC0: HL7 Terminology; codes of the Centers for Medicare & Medicaid Services",
                null);
        CodeSystemDescription description = new SystemHeader(
                        identity,
                        system.path("name").asText("CMSPlaceofServiceCodes"),
                        ContentMode.COMPLETE,
                        null,
                        "date",
                        List.of())
                .description();
        builder.describe(description);
        return new ReleaseContent(identity, List.of(builder.build()), List.of(), resources, notes);
    }

    private static void add(String origin, CodeSystemBuilder builder, JsonNode concept) {
        String code = concept.path("code").asText();
        String display = concept.path("display").asText();
        if (!code.matches("\\d\\d") || display.isEmpty()) {
            throw new ReleaseException(origin, "'" + code + "' is no code of two digits with a display");
        }
        if (builder.find(code) >= 0) {
            throw new ReleaseException(origin, "the code " + code + " stands twice");
        }
        builder.begin();
        builder.code(code);
        builder.display(display);
        if (concept.hasNonNull("definition")) {
            builder.definition(concept.path("definition").asText());
        }
        builder.end();
    }

    private static byte[] bytes(ReleaseFile file, ReadingProgress progress) {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readAllBytes();
            progress.read(bytes.length);
            return bytes;
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
    }

    private static JsonNode parsed(String name, byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ReleaseException(name + ":" + line, "it is not JSON: " + JsonFault.of(e), e);
        } catch (IOException e) {
            throw ReleaseException.unreadable(name, e);
        }
    }
}
