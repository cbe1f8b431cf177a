package org.fixator.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.wire.NamingSystemDefinition;
import org.fixator.wire.NamingSystemDefinition.UniqueId;

/** Other names of official systems that clients still send: see {@code system-names.tsv}. */
final class WellKnownNames {

    static final List<NamingSystemDefinition> DEFINITIONS = read();

    private WellKnownNames() {}

    private static List<NamingSystemDefinition> read() {
        List<NamingSystemDefinition> definitions = new ArrayList<>();
        InputStream file = Objects.requireNonNull(WellKnownNames.class.getResourceAsStream("system-names.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    definitions.add(definition(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(definitions);
    }

    /** The url to use stands first. */
    private static NamingSystemDefinition definition(String[] names) {
        List<UniqueId> ids = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            ids.add(new UniqueId("uri", names[i], i == 0));
        }
        return new NamingSystemDefinition(null, null, "active", "codesystem", ids);
    }
}
