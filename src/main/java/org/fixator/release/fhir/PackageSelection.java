package org.fixator.release.fhir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fixator.release.PackageLimits;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseFiles;
import org.jspecify.annotations.Nullable;

/**
 * Which terminology of a FHIR package is taken: not what another package publishes and this one only copies
 * ({@link Ownership}), and not code systems without content, which must not stand for the system. So it does not matter
 * which of two packages with the same canonical comes first. From what is no package everything is taken.
 *
 * <p>Belongs to one reading and remembers what it left out.
 */
public final class PackageSelection {

    private static final Set<String> TERMINOLOGY = Set.of("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem");
    private static final int NAMED = 5;

    private final @Nullable PackageManifest manifest;
    private final Map<String, Integer> foreign = new TreeMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private final List<String> empty = new ArrayList<>();

    PackageSelection(@Nullable PackageManifest manifest) {
        this.manifest = manifest;
    }

    /** For an archive, or for a folder that is a package or holds one as its {@code package}; else takes everything. */
    public static PackageSelection of(Path source) {
        for (Path one : List.of(
                source.resolve("package.json"), source.resolve("package").resolve("package.json"), source)) {
            if (Files.isRegularFile(one)) {
                return new PackageSelection(PackageManifest.of(ReleaseFiles.open(List.of(one), PackageLimits.DEFAULT)));
            }
        }
        return new PackageSelection(null);
    }

    /** For resources that come with no package. */
    public static PackageSelection everything() {
        return new PackageSelection(null);
    }

    /** Whether the resources come with a package, which is made for many servers, and not from the operator's own files. */
    public boolean isPackage() {
        return manifest != null;
    }

    /**
     * The id to store a resource under where its own belongs to a resource with another canonical already: ids are unique
     * within a package only.
     *
     * @param holder url of the resource that has the id; {@code null} where none is known
     * @return the resource's id, or that with the package's name before it
     */
    public @Nullable String idBeside(@Nullable String holder, PackagedResource resource) {
        String id = resource.id();
        if (manifest == null || id == null || holder == null) {
            return id;
        }
        String url = Head.of(resource).url();
        return url == null || url.equals(holder) ? id : manifest.idOf(id);
    }

    /** Whether a resource is taken. */
    public boolean takes(PackagedResource resource) {
        return !TERMINOLOGY.contains(resource.type()) || takes(resource, Head.of(resource));
    }

    boolean takes(PackagedResource resource, Head head) {
        String canonical = head.url();
        if (manifest == null) {
            return true;
        }
        if (canonical != null && Ownership.isForeign(canonical, manifest.canonical())) {
            foreign.merge(resource.type(), 1, Integer::sum);
            examples.putIfAbsent(resource.type(), canonical);
            return false;
        }
        if ("not-present".equals(head.content())) {
            empty.add(head.canonical());
            return false;
        }
        return true;
    }

    /** What was left out until now, one sentence for each reason. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        foreign.forEach((type, count) -> notes.add(count + " " + type
                + " resources were left out because another package publishes them and this one copies them, such as "
                + examples.get(type) + "."));
        if (!empty.isEmpty()) {
            String others = empty.size() > NAMED ? " and " + (empty.size() - NAMED) + " more" : "";
            notes.add("Code systems without content were left out: "
                    + String.join(", ", empty.subList(0, Math.min(NAMED, empty.size()))) + others + ".");
        }
        return notes;
    }
}
