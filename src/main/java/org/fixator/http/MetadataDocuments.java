package org.fixator.http;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.ServedSystems;
import org.fixator.catalog.Snapshot;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.Capabilities;
import org.fixator.wire.Capabilities.Feature;
import org.fixator.wire.MetadataCodec;
import org.fixator.wire.OperationDefinitionCodec;
import org.fixator.wire.OperationTables;
import org.fixator.wire.ParameterTable;

/**
 * The documents of {@code /metadata}. Clients of HL7's ecosystem ask for them at every start and coordination servers
 * every few minutes, so each is made once and again only when what is served has changed.
 */
final class MetadataDocuments {
    private final Catalog catalog;
    private final ServerIdentity server;
    private final ServedTypes types;
    private final Clock clock;
    private final Map<Kind, Document> documents = new ConcurrentHashMap<>();
    private final Map<FhirVersion, Seen> seen = new ConcurrentHashMap<>();

    MetadataDocuments(Catalog catalog, ServerIdentity server, ServedTypes types, Clock clock) {
        this.catalog = catalog;
        this.server = server;
        this.types = types;
        this.clock = clock;
    }

    private record Seen(Snapshot snapshot, Instant since) {}

    private record Kind(FhirVersion version, boolean terminology) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Document(Snapshot snapshot, String base, byte[] json) {}

    /**
     * A document as JSON, which the caller must not change.
     *
     * @param base url of the endpoint as the client knows it
     */
    byte[] json(FhirVersion version, boolean terminology, String base) {
        Kind kind = new Kind(version, terminology);
        Snapshot snapshot = catalog.current(version);
        Document known = documents.get(kind);
        if (known == null || !known.snapshot().equals(snapshot) || !known.base().equals(base)) {
            Capabilities served = capabilities(version, terminology, base, snapshot);
            byte[] json = terminology
                    ? MetadataCodec.terminologyCapabilities(served)
                    : MetadataCodec.capabilityStatement(served);
            known = new Document(snapshot, base, json);
            documents.put(kind, known);
        }
        return known.json();
    }

    /** The operations that are served, by their tables. */
    static List<ParameterTable> operations() {
        return OperationTables.ALL;
    }

    /** The definition of an operation as JSON. */
    byte[] definition(ParameterTable table, FhirVersion version, String base) {
        return OperationDefinitionCodec.write(table, served(version, base));
    }

    /** What an endpoint serves, without the code systems. */
    Capabilities served(FhirVersion version, String base) {
        return capabilities(version, false, base, catalog.current(version));
    }

    private Capabilities capabilities(FhirVersion version, boolean terminology, String base, Snapshot snapshot) {
        String suite = server.suiteVersion();
        return new Capabilities(
                version,
                server.software(),
                base,
                lastChange(version, snapshot).toString(),
                ServedTypes.atBase(version),
                types.of(version),
                OperationTables.ALL,
                suite == null ? List.of() : List.of(Feature.suiteVersion(suite), Feature.codeSystemAsParameter(true)),
                terminology ? ServedSystems.of(snapshot) : List.of());
    }

    /** When the snapshot was first asked for, the same for both documents. */
    private Instant lastChange(FhirVersion version, Snapshot snapshot) {
        return seen.compute(
                        version,
                        (release, known) -> known != null && known.snapshot().equals(snapshot)
                                ? known
                                : new Seen(snapshot, clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .since();
    }
}
