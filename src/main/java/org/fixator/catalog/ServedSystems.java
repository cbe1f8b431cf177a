package org.fixator.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.ContentMode;
import org.fixator.wire.Capabilities.ServedSystem;

/** Lists the code systems of a snapshot as metadata names them. */
public final class ServedSystems {

    private ServedSystems() {}

    /** Every system of which something is here, by url; its versions with the one that answers by default first. */
    public static List<ServedSystem> of(Snapshot snapshot) {
        List<ServedSystem> systems = new ArrayList<>();
        for (VersionLine<CodeSystem> line : snapshot.shelves().systems().lines()) {
            CodeSystemDescription shown = line.latest().description();
            List<String> versions = new ArrayList<>();
            for (String version : line.versions()) {
                CodeSystem system = line.find(version);
                if (system != null && isHere(system.description())) {
                    versions.add(version);
                }
            }
            Collections.reverse(versions);
            String standard = shown.version();
            if (standard != null && versions.remove(standard)) {
                versions.add(0, standard);
            }
            if (!versions.isEmpty() || isHere(shown)) {
                systems.add(new ServedSystem(shown.url(), shown.content(), versions, shown.hierarchyMeaning() != null));
            }
        }
        systems.sort(Comparator.comparing(ServedSystem::url));
        return systems;
    }

    private static boolean isHere(CodeSystemDescription system) {
        return system.content() != ContentMode.NOT_PRESENT;
    }
}
