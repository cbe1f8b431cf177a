package org.fixator.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/** FHIR packages as NPM has them: gzipped tar archives with everything in the folder {@code package}. */
final class NpmArchive {

    private static final String FOLDER = "package/";

    private NpmArchive() {}

    /** The content of all resources at the top of a package, by file name. */
    static Map<String, byte[]> resources(Path archive) throws IOException {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName();
                String below = name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : "";
                if (below.matches("[A-Z][^/]*\\.json")) {
                    resources.put(below, tar.readAllBytes());
                }
            }
        }
        return resources;
    }

    static JsonObject json(byte[] resource) throws IOException {
        return JsonParser.parseObject(new ByteArrayInputStream(resource));
    }

    /** Writes a package of resources and its manifest. */
    static void write(Path archive, String manifest, Map<String, byte[]> resources) throws IOException {
        Files.createDirectories(archive.toAbsolutePath().getParent());
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try (OutputStream file = Files.newOutputStream(part);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entry(tar, "package.json", manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
                entry(tar, resource.getKey(), resource.getValue());
            }
        }
        Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(FOLDER + name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
