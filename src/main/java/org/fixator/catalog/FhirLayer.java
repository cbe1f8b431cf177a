package org.fixator.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.FhirDefinitions;
import org.fixator.wire.JsonSource;

/**
 * The code systems and value sets that FHIR itself defines, a set for each release, because a client of R4 means the
 * codes of R4. They stand behind everything that is stored. Reading them takes seconds, so they are read in the
 * background; until then a question that may be about them is refused as too early, because an answer without them would
 * be a wrong one.
 */
public final class FhirLayer {

    private static final List<FhirVersion> SERVED = List.of(FhirVersion.R4, FhirVersion.R5);

    private volatile Map<FhirVersion, List<Content>> definitions = Map.of();
    private volatile boolean awaited;

    private FhirLayer(boolean awaited) {
        this.awaited = awaited;
    }

    /** Without definitions, until {@link #read} is called; nobody waits for them. */
    public FhirLayer() {
        this(false);
    }

    /** To be filled by {@link #read}; until then its server does not say of a definition that there is none. */
    public static FhirLayer awaited() {
        return new FhirLayer(true);
    }

    /** Whether the definitions are still to be read. */
    public boolean isAwaited() {
        return awaited;
    }

    /** The definitions of a release, empty until they are read; R4B is served those of R4. */
    List<Content> of(FhirVersion version) {
        return definitions.getOrDefault(version == FhirVersion.R4B ? FhirVersion.R4 : version, List.of());
    }

    /** Reads the definitions of every release, on the thread that calls. */
    public void read() {
        for (FhirVersion version : SERVED) {
            List<Content> contents = new ArrayList<>();
            FhirDefinitions.read(version, definition -> compile(definition, contents));
            Map<FhirVersion, List<Content>> all = new EnumMap<>(FhirVersion.class);
            all.putAll(definitions);
            all.put(version, List.copyOf(contents));
            definitions = all;
        }
        awaited = false;
    }

    /** A definition that contradicts itself is FHIR's to mend: the others are served. */
    private static void compile(FhirDefinitions.Definition definition, List<Content> to) {
        try {
            to.add(ResourceCompiler.compile(definition.type(), JsonSource.of(definition.json())));
        } catch (TerminologyException e) {
            System.getLogger(FhirLayer.class.getName())
                    .log(System.Logger.Level.INFO, "Not served: {0}: {1}", definition.id(), e.getMessage());
        }
    }
}
