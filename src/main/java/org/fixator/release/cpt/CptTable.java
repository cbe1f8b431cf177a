package org.fixator.release.cpt;

import static org.fixator.release.SystemHeader.property;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.fixator.release.ReleaseConcepts;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.cpt.CptFile.Entry;

/** Makes one table of the files of a release. Used once. */
final class CptTable {

    private static final int LONGEST_SHORT = 28;
    private static final int LONGEST_HEADING = 100;
    private static final Coding MEDIUM = new Coding(null, null, "medium", "Medium descriptor");
    private static final Coding SHORT = new Coding(null, null, "short", "Short descriptor");

    private final ReleaseConcepts concepts = new ReleaseConcepts();
    private final List<PropertyDefinition> properties = new ArrayList<>(List.of(
            property("modifier", PropertyType.BOOLEAN, "Whether the code is a two-character modifier"),
            property("modified", PropertyType.BOOLEAN, "Whether the code is an expression with modifiers"),
            property("kind", PropertyType.CODE, "The kind of code")));
    private final List<FilterDefinition> filters = new ArrayList<>(List.of(
            new FilterDefinition("modifier", List.of("=")),
            new FilterDefinition("modified", List.of("=")),
            new FilterDefinition("kind", List.of("=", "in")),
            new FilterDefinition("code", List.of("in"))));
    private final List<String> notes;

    CptTable(List<String> notes) {
        this.notes = notes;
    }

    TableCodeSystem build(List<CptFile> files, ReleaseIdentity identity) {
        CptFile descriptions = descriptions(files);
        if (descriptions.layout() == CptLayout.LONG_FIXED) {
            fixed(descriptions);
        } else {
            descriptions.records().forEach(entry -> procedure(entry.code(), entry.text(), entry.place()));
        }
        Set<Coding> given = new HashSet<>();
        for (CptFile file : files) {
            switch (file.layout()) {
                case NAMES -> names(file, given);
                case MODIFIERS -> modifiers(file);
                case CODES -> codes(file);
                case LONG_TABS, LONG_FIXED -> {}
            }
        }
        if (files.stream().noneMatch(file -> file.layout() == CptLayout.MODIFIERS)) {
            notes.add("There are no modifiers: Appendix A was not among the files, so no expression is valid.");
        }
        notes.add("Read by the layout " + descriptions.layout() + " of " + descriptions.name() + ".");
        return concepts.build(describe(identity), descriptions.name());
    }

    /** The long descriptions; of several the one that is not in capitals throughout. */
    private CptFile descriptions(List<CptFile> files) {
        CptFile best = null;
        for (CptFile file : files) {
            if (file.layout() == CptLayout.LONG_TABS || file.layout() == CptLayout.LONG_FIXED) {
                if (best != null) {
                    notes.add("Of the long descriptions in " + best.name() + " and " + file.name()
                            + " only one is used.");
                }
                best = best == null || isCapital(best) ? file : best;
            }
        }
        if (best == null) {
            throw new ReleaseException(
                    files.isEmpty() ? "cpt" : files.get(0).name(),
                    "the long descriptions are missing (LONGULT or LONGULF)");
        }
        return best;
    }

    private static boolean isCapital(CptFile file) {
        return file.records().stream().map(Entry::text).allMatch(text -> text.equals(text.toUpperCase(Locale.ROOT)));
    }

    /** Pieces of a description are numbered from 1; each is cut at a word, or where its record was full. */
    private void fixed(CptFile file) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        Map<String, Entry> last = new LinkedHashMap<>();
        for (Entry entry : file.records()) {
            int number = Integer.parseInt(entry.text().substring(0, 2));
            Entry before = last.put(entry.code(), entry);
            int expected = before == null ? 1 : Integer.parseInt(before.text().substring(0, 2)) + 1;
            if (number != expected) {
                throw new ReleaseException(
                        entry.place(),
                        "piece " + number + " of the description of " + entry.code() + " stands where piece " + expected
                                + " is expected");
            }
            StringBuilder text = texts.computeIfAbsent(entry.code(), code -> new StringBuilder());
            text.append(text.isEmpty() ? "" : " ")
                    .append(entry.text().substring(2).strip());
        }
        texts.forEach((code, text) -> {
            Entry end = last.get(code);
            procedure(code, text.toString(), end == null ? file.name() : end.place());
        });
    }

    private void procedure(String code, String text, String place) {
        int concept = concepts.add(code, text, place);
        flags(concept, false);
        concepts.property(concept, "kind", PropertyType.CODE, "code");
        if (code.endsWith("F")) {
            concepts.property(concept, "kind", PropertyType.CODE, "cat-2");
        }
    }

    private void flags(int concept, boolean modifier) {
        concepts.property(concept, "modifier", PropertyType.BOOLEAN, Boolean.toString(modifier));
        concepts.property(concept, "modified", PropertyType.BOOLEAN, "false");
    }

    private void names(CptFile file, Set<Coding> given) {
        boolean isShort = file.records().stream().allMatch(entry -> entry.text().length() <= LONGEST_SHORT);
        Coding use = isShort ? SHORT : MEDIUM;
        if (!given.add(use)) {
            throw new ReleaseException(file.name(), "there is another file of " + use.display() + "s");
        }
        for (Entry entry : file.records()) {
            int concept = concepts.required(entry.code(), entry.place());
            concepts.designation(concept, "en-US", use, entry.text());
        }
    }

    /** Under each heading of Appendix A stand modifiers of one kind; what stands twice is of both kinds. */
    private void modifiers(CptFile file) {
        String kind = "general";
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        StringBuilder open = new StringBuilder();
        for (Entry entry : file.records()) {
            String code = entry.code();
            if (!code.isEmpty()) {
                open = new StringBuilder(entry.text());
                texts.putIfAbsent(code, open);
                places.putIfAbsent(code, entry.place());
                kinds.computeIfAbsent(code, first -> new LinkedHashSet<>()).add(kind);
            } else if (isHeading(entry.text())) {
                kind = kind(entry.text());
            } else {
                open.append(' ').append(entry.text());
            }
        }
        texts.forEach((code, text) -> modifier(
                code, text.toString(), kinds.getOrDefault(code, Set.of()), places.getOrDefault(code, file.name())));
    }

    private void modifier(String code, String text, Set<String> kinds, String place) {
        int colon = text.indexOf(':');
        int concept = concepts.add(code, (colon < 0 ? text : text.substring(0, colon)).strip(), place);
        flags(concept, true);
        concepts.definition(concept, colon < 0 ? "" : text.substring(colon + 1).strip());
        kinds.forEach(kind -> concepts.property(concept, "kind", PropertyType.CODE, kind));
    }

    /** A heading speaks of modifiers and is no sentence; other lines without a modifier go on with the text before. */
    private static boolean isHeading(String line) {
        return line.toLowerCase(Locale.ROOT).contains("modifiers")
                && !line.endsWith(".")
                && line.length() <= LONGEST_HEADING;
    }

    private static String kind(String heading) {
        String words = heading.toLowerCase(Locale.ROOT);
        if (words.contains("physical status")) {
            return "physical-status";
        }
        if (words.contains("category ii")) {
            return "cat-2";
        }
        if (words.contains("level ii") || words.contains("hcpcs")) {
            return "hcpcs";
        }
        return words.contains("outpatient") || words.contains("ambulatory surgery") ? "cat-1" : "general";
    }

    private void codes(CptFile file) {
        String heading = String.join(" ", file.notice()).toLowerCase(Locale.ROOT);
        String name =
                heading.contains("telemedicine") ? "telemedicine" : heading.contains("orthopox") ? "orthopox" : "";
        if (name.isEmpty()) {
            throw new ReleaseException(
                    file.name(), "nothing above the list says whether its codes are for telemedicine or orthopoxvirus");
        }
        properties.add(property(name, PropertyType.BOOLEAN, "Whether the code is listed for " + name));
        filters.add(new FilterDefinition(name, List.of("=")));
        for (Entry entry : file.records()) {
            int concept = concepts.required(entry.code(), entry.place());
            concepts.property(concept, name, PropertyType.BOOLEAN, "true");
        }
    }

    private CodeSystemDescription describe(ReleaseIdentity identity) {
        return new CodeSystemDescription(
                new Canonical(identity.system(), identity.version()),
                "CPT",
                identity.title(),
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                true,
                false,
                "en-US",
                "integer",
                null,
                null,
                identity.notice(),
                properties,
                filters,
                List.of());
    }
}
