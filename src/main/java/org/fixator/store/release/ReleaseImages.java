package org.fixator.store.release;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.fixator.catalog.Content;
import org.fixator.catalog.Edition;
import org.fixator.codesystem.CodeSystemImage;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMapImage;
import org.fixator.store.artifact.ArtifactStore;
import org.jspecify.annotations.Nullable;

/** Code systems and maps as artifacts. */
final class ReleaseImages {

    private final ArtifactStore artifacts;

    /** The release of each system that was read last, as long as it is in use. */
    private final Map<String, WeakReference<TableCodeSystem>> served = new HashMap<>();

    ReleaseImages(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** The system as it is served: texts that another release of it has too are held once. */
    TableCodeSystem shared(TableCodeSystem system) {
        String url = system.description().url();
        synchronized (served) {
            WeakReference<TableCodeSystem> known = served.get(url);
            TableCodeSystem other = known == null ? null : known.get();
            TableCodeSystem shared = other == null ? system : system.sharing(other);
            served.put(url, new WeakReference<>(shared));
            return shared;
        }
    }

    /** What is served no more lends its texts to nobody: the next release would keep all of them in memory. */
    void leaves(@Nullable Content content) {
        if (content instanceof Content.Codes codes) {
            synchronized (served) {
                served.computeIfPresent(
                        codes.canonical().url(), (url, known) -> known.get() == codes.system() ? null : known);
            }
        }
    }

    String put(TableCodeSystem system) {
        return artifacts.put(out -> CodeSystemImage.write(system, out));
    }

    String put(CompiledConceptMap map) {
        return artifacts.put(out -> ConceptMapImage.write(map, out));
    }

    /**
     * @param type of the resource
     * @throws RuntimeException where the artifact is missing or damaged, with the reason as its message
     */
    Content read(String type, String sha256, Edition edition) {
        return type.equals("CodeSystem")
                ? new Content.Codes(shared(CodeSystemImage.read(artifacts.read(sha256))), edition)
                : new Content.Mappings(ConceptMapImage.read(artifacts.read(sha256)), edition);
    }
}
