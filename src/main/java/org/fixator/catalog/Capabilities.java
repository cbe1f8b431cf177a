package org.fixator.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.ContentMode;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.CapabilityStatementCodec;
import org.fixator.wire.ServerFacts;
import org.fixator.wire.SupportedSystem;
import org.fixator.wire.TerminologyCapabilitiesCodec;
import org.jspecify.annotations.Nullable;

/** Statements of capabilities, made once for each snapshot: clients ask for them at every start. */
final class Capabilities {

    private final Catalog catalog;
    private final ServerFacts server;
    private final Map<Key, Statement> statements = new ConcurrentHashMap<>();

    Capabilities(Catalog catalog, ServerFacts server) {
        this.catalog = catalog;
        this.server = server;
    }

    byte[] write(FhirVersion version, @Nullable String mode) {
        Snapshot snapshot = catalog.current(version);
        Key key = new Key(version, "terminology".equals(mode));
        Statement known = statements.get(key);
        if (known == null || !known.snapshot().equals(snapshot)) {
            byte[] json = key.terminology()
                    ? TerminologyCapabilitiesCodec.write(server, systems(snapshot), version)
                    : CapabilityStatementCodec.write(server, version);
            known = new Statement(snapshot, json);
            statements.put(key, known);
        }
        return known.json().clone();
    }

    /** Systems of which nothing is here are not supported. */
    private static List<SupportedSystem> systems(Snapshot snapshot) {
        List<SupportedSystem> systems = new ArrayList<>();
        for (VersionLine<CodeSystem> line : snapshot.systemLines()) {
            List<CodeSystemDescription> versions = new ArrayList<>();
            if (line.versions().isEmpty()) {
                add(line, null, versions);
            }
            line.versions().forEach(version -> add(line, version, versions));
            if (!versions.isEmpty()) {
                systems.add(new SupportedSystem(versions.get(0).url(), versions, standard(line)));
            }
        }
        systems.sort(Comparator.comparing(SupportedSystem::url));
        return systems;
    }

    private static void add(
            VersionLine<CodeSystem> line, @Nullable String version, List<CodeSystemDescription> versions) {
        CodeSystem system = line.find(version);
        if (system != null && system.description().content() != ContentMode.NOT_PRESENT) {
            versions.add(system.description());
        }
    }

    private static @Nullable CodeSystemDescription standard(VersionLine<CodeSystem> line) {
        try {
            CodeSystem system = line.find(null);
            return system == null ? null : system.description();
        } catch (TerminologyException e) {
            return null; // the versions have no order, so none is the default
        }
    }

    private record Key(FhirVersion version, boolean terminology) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Statement(Snapshot snapshot, byte[] json) {}
}
