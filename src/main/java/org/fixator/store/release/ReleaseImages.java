package org.fixator.store.release;

import org.fixator.catalog.Content;
import org.fixator.catalog.Edition;
import org.fixator.codesystem.CodeSystemImage;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMapImage;
import org.fixator.store.artifact.ArtifactStore;

/** Code systems and maps as artifacts. */
final class ReleaseImages {

    private final ArtifactStore artifacts;

    ReleaseImages(ArtifactStore artifacts) {
        this.artifacts = artifacts;
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
                ? new Content.Codes(CodeSystemImage.read(artifacts.read(sha256)), edition)
                : new Content.Mappings(ConceptMapImage.read(artifacts.read(sha256)), edition);
    }
}
