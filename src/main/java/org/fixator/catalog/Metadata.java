package org.fixator.catalog;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.ContentMode;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.Capabilities;
import org.fixator.wire.Capabilities.Search;
import org.fixator.wire.Capabilities.ServedResource;
import org.fixator.wire.Capabilities.ServedSystem;
import org.fixator.wire.MetadataCodec;
import org.fixator.wire.OperationTables;
import org.jspecify.annotations.Nullable;

/** Statements of capabilities, made once for each snapshot: clients ask for them at every start. */
final class Metadata {

    /** Endpoints under several names are few; who makes up host names shall not fill memory. */
    private static final int FULL = 32;

    private static final List<ServedResource> RESOURCES =
            List.of(resource("CodeSystem"), resource("ValueSet"), resource("ConceptMap"), resource("NamingSystem"));

    private final Catalog catalog;
    private final EngineSettings settings;
    private final Clock clock;
    private final Map<Key, Statement> statements = new ConcurrentHashMap<>();

    Metadata(Catalog catalog, EngineSettings settings, Clock clock) {
        this.clock = clock;
        this.catalog = catalog;
        this.settings = settings;
    }

    byte[] write(FhirVersion version, String base, @Nullable String mode) {
        Snapshot snapshot = catalog.current(version);
        Key key = new Key(version, base, "terminology".equals(mode));
        Statement known = statements.get(key);
        if (known == null || !known.snapshot().equals(snapshot)) {
            Capabilities served = served(snapshot, version, base);
            byte[] json = key.terminology()
                    ? MetadataCodec.terminologyCapabilities(served)
                    : MetadataCodec.capabilityStatement(served);
            known = new Statement(snapshot, json);
            if (statements.size() >= FULL) {
                statements.clear();
            }
            statements.put(key, known);
        }
        return known.json().clone();
    }

    private Capabilities served(Snapshot snapshot, FhirVersion version, String base) {
        return new Capabilities(
                version,
                settings.software(),
                base,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                List.of(),
                RESOURCES,
                OperationTables.ALL,
                settings.features(),
                systems(snapshot));
    }

    private static ServedResource resource(String type) {
        return new ServedResource(
                type,
                List.of("read", "vread", "search-type", "history-instance", "create", "update", "delete"),
                Set.of(),
                List.of(
                        new Search("url", "uri"),
                        new Search("version", "token"),
                        new Search("name", "string"),
                        new Search("status", "token")));
    }

    /** Every system of which something is here. */
    private static List<ServedSystem> systems(Snapshot snapshot) {
        List<ServedSystem> systems = new ArrayList<>();
        for (VersionLine<CodeSystem> line : snapshot.systemLines()) {
            CodeSystemDescription shown = line.latest().description();
            if (shown.content() != ContentMode.NOT_PRESENT) {
                List<String> versions = new ArrayList<>(line.versions());
                Collections.reverse(versions);
                if (shown.version() != null) {
                    versions.remove(shown.version());
                    versions.add(0, shown.version());
                }
                boolean subsumption = shown.hierarchyMeaning() != null;
                systems.add(new ServedSystem(shown.url(), shown.content(), versions, subsumption));
            }
        }
        systems.sort(Comparator.comparing(ServedSystem::url));
        return systems;
    }

    private record Key(FhirVersion version, String base, boolean terminology) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Statement(Snapshot snapshot, byte[] json) {}
}
