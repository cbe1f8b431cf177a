package org.fixator.release.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.fixator.release.FileHead;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.jspecify.annotations.Nullable;

/**
 * What a package says of itself in {@code package.json}.
 *
 * @param canonical base of the canonicals that the package owns; {@code null} where it names none
 * @param fhirVersions versions of FHIR that its resources are in
 */
record PackageManifest(
        String name,
        String version,
        @Nullable String title,
        @Nullable String canonical,
        @Nullable String license,
        List<String> fhirVersions) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "package.json";
    private static final String GZIP = "\u001f\u008b";
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_ID = 64;

    PackageManifest {
        fhirVersions = List.copyOf(fhirVersions);
    }

    /**
     * The manifest of the package that the files are.
     *
     * @return {@code null} where they are none
     * @throws ReleaseException where there are several packages, or the manifest is none
     */
    static @Nullable PackageManifest of(List<ReleaseFile> files) {
        PackageManifest found = null;
        for (ReleaseFile file : files) {
            PackageManifest manifest = of(file);
            if (manifest != null && found != null) {
                throw new ReleaseException(
                        file.name(),
                        "there are two packages, " + found.name() + " and " + manifest.name() + ": load one at a time");
            }
            found = manifest == null ? found : manifest;
        }
        return found;
    }

    /** A resource's id with the package before it; what gets too long for FHIR ends in a hash instead. */
    String idOf(String id) {
        String whole = (name + "-" + id).replaceAll("[^A-Za-z0-9.-]", "-");
        if (whole.length() <= LONGEST_ID) {
            return whole;
        }
        String hash = HexFormat.of().toHexDigits(whole.hashCode());
        return whole.substring(0, LONGEST_ID - hash.length() - 1) + "-" + hash;
    }

    private static @Nullable PackageManifest of(ReleaseFile file) {
        try {
            if (FileHead.of(file).text().startsWith(GZIP)) {
                try (InputStream in = file.open()) {
                    return inArchive(file.name(), in);
                }
            }
            String name = file.name();
            if (name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1)
                    .equals(FILE)) {
                try (InputStream in = file.open()) {
                    return read(name, in.readNBytes(LARGEST));
                }
            }
            return null;
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
    }

    private static @Nullable PackageManifest inArchive(String name, InputStream in) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GzipCompressorInputStream(new BufferedInputStream(in), true), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().equals("package/" + FILE)) {
                    return read(name + "!" + entry.getName(), tar.readNBytes(LARGEST));
                }
            }
        }
        return null;
    }

    private static PackageManifest read(String origin, byte[] json) throws IOException {
        JsonNode manifest = JSON.readTree(json);
        String name = manifest.path("name").asText("");
        String version = manifest.path("version").asText("");
        if (name.isEmpty() || version.isEmpty()) {
            throw new ReleaseException(origin, "it names no package: name and version are needed");
        }
        List<String> versions = new ArrayList<>();
        for (String field : List.of("fhirVersions", "fhir-version-list")) {
            manifest.path(field).forEach(one -> versions.add(one.asText()));
        }
        return new PackageManifest(
                name,
                version,
                manifest.path("title").asText(null),
                manifest.path("canonical").asText(null),
                manifest.path("license").asText(null),
                versions);
    }
}
