package org.fixator.release.rxnorm;

import static org.fixator.release.SystemHeader.property;
import static org.fixator.release.SystemHeader.wellKnown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseConcepts;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.SystemHeader;
import org.fixator.release.TableRow;
import org.fixator.release.TextTable;

/** Makes one table of the files of a release. Used once. */
final class RxNormTable {

    private static final String OWN = "RXNORM";
    private static final String ACTIVE = "N";
    private static final int PRESCRIBABLE = 4096;

    /** Term types of further names of a concept; every other type is that of a concept's own name. */
    private static final Set<String> FURTHER_NAMES = Set.of("SY", "TMSY", "PSN", "ET");

    private final Map<RrfFile, ReleaseFile> files;
    private final ReadingProgress progress;
    private final ReleaseConcepts concepts = new ReleaseConcepts();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, PropertyDefinition> found = new TreeMap<>();

    RxNormTable(Map<RrfFile, ReleaseFile> files, ReadingProgress progress) {
        this.files = files;
        this.progress = progress;
    }

    List<String> notes() {
        return notes;
    }

    TableCodeSystem build(ReleaseIdentity identity, ReleaseFile names) {
        concepts();
        each(RrfFile.RXNCONSO, this::name);
        each(RrfFile.RXNSTY, row -> {
            int concept = concepts.find(row.get("RXCUI"));
            if (concept >= 0) {
                concepts.property(concept, "STY", PropertyType.CODE, row.required("TUI"));
            }
        });
        each(RrfFile.RXNREL, this::relationship);
        each(RrfFile.RXNSAT, this::attribute);
        List<PropertyDefinition> properties = new ArrayList<>(List.of(
                property("TTY", PropertyType.CODE, "Term type of the concept's name"),
                property("SAB", PropertyType.CODE, "Source of the name"),
                property("STY", PropertyType.CODE, "Semantic type"),
                property("SUPPRESS", PropertyType.CODE, "O: obsolete, E or Y: suppressed"),
                property("prescribable", PropertyType.BOOLEAN, "Whether it is part of the prescribable content"),
                wellKnown("inactive", PropertyType.BOOLEAN, "Whether the name is obsolete or suppressed")));
        properties.addAll(found.values());
        String hierarchy = files.containsKey(RrfFile.RXNREL) ? "is-a" : null;
        SystemHeader header =
                new SystemHeader(identity, "RXNORM", ContentMode.COMPLETE, hierarchy, "mmddyyyy", properties);
        ReleaseFile hierarchyOf = files.getOrDefault(RrfFile.RXNREL, names);
        return concepts.build(header.description(), concepts.size() == 0 ? names.name() : hierarchyOf.name());
    }

    private void each(RrfFile part, Consumer<TableRow> reader) {
        ReleaseFile file = files.get(part);
        if (file == null) {
            notes.add(part + " was not among the files.");
            return;
        }
        try (TextTable table = part.open(file, progress)) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                reader.accept(row);
            }
        }
    }

    /** A concept is what has a name of its own; of several the one in use counts, and of those the first. */
    private void concepts() {
        Map<String, OwnName> named = new LinkedHashMap<>();
        each(RrfFile.RXNCONSO, row -> {
            if (isOwnName(row)) {
                OwnName name = OwnName.of(row);
                named.merge(
                        row.required("RXCUI"), name, (first, next) -> first.active() || !next.active() ? first : next);
            }
        });
        named.forEach(this::concept);
    }

    /** What is kept of a row until the name of its concept is known. */
    private record OwnName(
            String text, String type, String suppress, boolean active, boolean prescribable, String place) {

        static OwnName of(TableRow row) {
            return new OwnName(
                    row.required("STR"),
                    row.required("TTY"),
                    row.get("SUPPRESS"),
                    isActive(row),
                    isPrescribable(row),
                    row.place());
        }
    }

    private void concept(String code, OwnName name) {
        int concept = concepts.add(code, name.text(), name.place());
        concepts.property(concept, "TTY", PropertyType.CODE, name.type());
        concepts.property(concept, "SAB", PropertyType.CODE, OWN);
        if (name.prescribable()) {
            concepts.property(concept, "prescribable", PropertyType.BOOLEAN, "true");
        }
        if (!name.active()) {
            concepts.property(concept, "SUPPRESS", PropertyType.CODE, name.suppress());
            concepts.property(concept, "inactive", PropertyType.BOOLEAN, "true");
        }
    }

    /** Suppressed names are no names to be accepted. */
    private void name(TableRow row) {
        if (row.get("SAB").equals(OWN) && isActive(row) && FURTHER_NAMES.contains(row.get("TTY"))) {
            int concept = concepts.find(row.get("RXCUI"));
            if (concept >= 0) {
                concepts.designation(concept, "en", null, row.get("STR"));
            }
        }
    }

    private void relationship(TableRow row) {
        if (!row.get("SAB").equals(OWN) || !isActive(row)) {
            return;
        }
        int from = concepts.find(row.get("RXCUI2"));
        String target = row.get("RXCUI1");
        int to = concepts.find(target);
        if (from < 0 || to < 0) {
            return; // between atoms, or from and to what only other vocabularies know
        }
        String name = row.get("RELA").isEmpty() ? row.required("REL") : row.get("RELA");
        found.computeIfAbsent(name, key -> property(key, PropertyType.CODE, "Relationship " + key));
        concepts.property(from, name, PropertyType.CODE, target);
        if (name.equals("isa")) {
            concepts.parent(from, to);
        }
    }

    private void attribute(TableRow row) {
        int concept = concepts.find(row.get("RXCUI"));
        if (concept >= 0 && row.get("SAB").equals(OWN) && isActive(row)) {
            String name = row.required("ATN");
            found.computeIfAbsent(name, key -> property(key, PropertyType.STRING, "Attribute " + key));
            concepts.property(concept, name, PropertyType.STRING, row.get("ATV"));
        }
    }

    private static boolean isOwnName(TableRow row) {
        return row.get("SAB").equals(OWN) && !FURTHER_NAMES.contains(row.get("TTY"));
    }

    private static boolean isActive(TableRow row) {
        return row.get("SUPPRESS").isEmpty() || row.get("SUPPRESS").equals(ACTIVE);
    }

    private static boolean isPrescribable(TableRow row) {
        String flags = row.get("CVF");
        return flags.matches("\\d{1,9}") && (Integer.parseInt(flags) & PRESCRIBABLE) != 0;
    }
}
