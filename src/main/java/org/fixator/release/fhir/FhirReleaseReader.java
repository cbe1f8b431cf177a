package org.fixator.release.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fixator.release.FhirPackageReader;
import org.fixator.release.FileHead;
import org.fixator.release.PackageLimits;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the terminology of a FHIR package (NPM archive or folder), of Bundles, NDJSON and single resources.
 *
 * <p>Of a package, ids get the package's name before them, because two packages may use one id for different things. Left out,
 * each with a note, are: what another package publishes and this one only copies ({@link Ownership}); code systems without
 * content, which must not stand for the system; types that are no terminology.
 */
public final class FhirReleaseReader implements ReleaseReader {

    private static final Set<String> TERMINOLOGY = Set.of("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem");
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String kind() {
        return "fhir";
    }

    @Override
    public String summary() {
        return "FHIR packages (.tgz or folder), Bundles, NDJSON and resources of terminology";
    }

    @Override
    public boolean recognises(FileHead head) {
        String text = head.text().stripLeading();
        return text.startsWith("{") && text.contains("\"resourceType\"");
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        String place = files.isEmpty() ? "fhir" : files.get(0).name();
        PackageManifest manifest = PackageManifest.of(files);
        if (manifest != null) {
            requireR4(place, manifest);
        }
        Selection selection = new Selection(manifest);
        new FhirPackageReader(PackageLimits.DEFAULT).readFiles(files, progress, selection::add);
        if (selection.resources.isEmpty()) {
            throw new ReleaseException(place, "there is no terminology in it that could be served");
        }
        return new ReleaseContent(
                identity(place, manifest, selection, options.version()),
                List.of(),
                List.of(),
                selection.resources,
                selection.notes());
    }

    private static void requireR4(String place, PackageManifest manifest) {
        if (!manifest.fhirVersions().isEmpty()
                && manifest.fhirVersions().stream().noneMatch(version -> version.startsWith("4."))) {
            throw new ReleaseException(
                    place,
                    "the package is in FHIR " + manifest.fhirVersions() + "; packages in FHIR R4 or R4B are read");
        }
    }

    private static ReleaseIdentity identity(
            String place, @Nullable PackageManifest manifest, Selection selection, @Nullable String asked) {
        String version = manifest != null ? manifest.version() : selection.version;
        if (asked != null && manifest != null && !asked.equals(version)) {
            throw new ReleaseException(place, "the package is of version " + version + ", not " + asked);
        }
        String chosen = asked == null ? version : asked;
        if (chosen == null) {
            throw new ReleaseException(place, "the first resource has no version: the version is needed");
        }
        String canonical = manifest == null ? null : manifest.canonical();
        String system = canonical != null ? canonical : String.valueOf(selection.url);
        String title = manifest == null ? system : manifest.title() == null ? manifest.name() : manifest.title();
        String licence = manifest == null || manifest.license() == null ? "not stated" : manifest.license();
        return new ReleaseIdentity("fhir", system, chosen, String.valueOf(title), null, null, licence, null);
    }

    /** The resources that are kept, and the numbers of the others. */
    private static final class Selection {

        private final @Nullable PackageManifest manifest;
        private final List<PackagedResource> resources = new ArrayList<>();
        private final Map<String, String> origins = new HashMap<>();
        private final Map<String, Integer> others = new TreeMap<>();
        private final PackageSelection own;
        private @Nullable String url;
        private @Nullable String version;

        Selection(@Nullable PackageManifest manifest) {
            this.manifest = manifest;
            this.own = new PackageSelection(manifest);
        }

        void add(PackagedResource resource) {
            if (!TERMINOLOGY.contains(resource.type())) {
                others.merge(resource.type(), 1, Integer::sum);
                return;
            }
            Head head = Head.of(resource);
            if (own.takes(resource, head)) {
                keep(resource, head);
            }
        }

        private void keep(PackagedResource resource, Head head) {
            String id = resource.id();
            if (id == null) {
                throw new ReleaseException(resource.origin(), "the " + resource.type() + " has no id");
            }
            once(resource, resource.type() + "/" + id);
            if (head.url() != null) {
                once(resource, resource.type() + " " + head.canonical());
            }
            if (url == null) {
                url = head.url();
                version = head.version();
            }
            resources.add(manifest == null ? resource : renamed(resource, manifest.idOf(id)));
        }

        private void once(PackagedResource resource, String name) {
            String earlier = origins.putIfAbsent(name, resource.origin());
            if (earlier != null) {
                throw new ReleaseException(resource.origin(), name + " is also in " + earlier);
            }
        }

        List<String> notes() {
            List<String> notes = new ArrayList<>(own.notes());
            others.forEach((type, count) -> notes.add(count + " resources of type " + type + " were left out."));
            return notes;
        }
    }

    private static PackagedResource renamed(PackagedResource resource, String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(resource.json().length + id.length());
        try (JsonParser parser = FACTORY.createParser(resource.json());
                JsonGenerator generator = FACTORY.createGenerator(out)) {
            parser.nextToken();
            generator.writeStartObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                generator.writeFieldName(name);
                parser.nextToken();
                if (name.equals("id")) {
                    generator.writeString(id);
                } else {
                    generator.copyCurrentStructureExact(parser);
                }
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read once already
        }
        return new PackagedResource(resource.origin(), resource.type(), id, out.toByteArray());
    }
}
