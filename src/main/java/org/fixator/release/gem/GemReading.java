package org.fixator.release.gem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMapDefinition;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.MapElement;
import org.fixator.conceptmap.MapGroup;
import org.fixator.conceptmap.MapTarget;
import org.fixator.conceptmap.Relationship;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;

/**
 * Makes a map of one file. A target that is exact is {@code equivalent}; one that approximates is {@code relatedto},
 * because the file does not say in which direction; a source without a target is {@code unmatched}. Of a combination, each
 * code is a target, whose products are the number of its scenario, that of its choice list, and the codes of the other
 * choice lists of the scenario: one of each list is used together with the target.
 */
final class GemReading {

    static final String SCENARIO = "https://fixator.example.org/fhir/gem/scenario";
    static final String CHOICE_LIST = "https://fixator.example.org/fhir/gem/choice-list";
    static final String TOGETHER_WITH = "https://fixator.example.org/fhir/gem/together-with";

    private final GemDirection direction;
    private final String version;

    GemReading(GemDirection direction, String version) {
        this.direction = direction;
        this.version = version;
    }

    CompiledConceptMap read(ReleaseFile file, ReadingProgress progress) {
        List<MapElement> elements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<GemLine> open = new ArrayList<>();
        try (LineReader lines = new LineReader(file, progress)) {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    GemLine line = line(lines);
                    if (!open.isEmpty() && !open.get(0).source().equals(line.source())) {
                        elements.add(element(open));
                        open.clear();
                    }
                    if (open.isEmpty() && !seen.add(line.source())) {
                        throw lines.refuse("the mappings of " + line.source() + " stand in two places");
                    }
                    if (open.contains(line)) {
                        throw lines.refuse("the line stands twice");
                    }
                    open.add(line);
                }
            }
        }
        if (open.isEmpty()) {
            throw new ReleaseException(file.name(), "it has no mapping");
        }
        elements.add(element(open));
        return CompiledConceptMap.of(definition(elements));
    }

    private GemLine line(LineReader lines) {
        GemLine line = GemLine.parse(lines.text(StandardCharsets.ISO_8859_1));
        if (line == null) {
            throw lines.refuse("it is no mapping: a code, a code or NoDx, and five flags should stand here");
        }
        String contradiction = line.contradiction();
        if (contradiction != null) {
            throw lines.refuse(contradiction);
        }
        return line;
    }

    private ConceptMapDefinition definition(List<MapElement> elements) {
        boolean fromIcd10 = direction == GemDirection.FROM_ICD10;
        Canonical source = new Canonical(direction.sourceSystem(), fromIcd10 ? version : null);
        Canonical target = new Canonical(direction.targetSystem(), fromIcd10 ? null : version);
        String url = direction.url(version);
        return new ConceptMapDefinition(
                new Canonical(url, version),
                url.substring(url.lastIndexOf('/') + 1),
                "active",
                null,
                null,
                null,
                List.of(new MapGroup(source, target, elements, null)),
                List.of());
    }

    private MapElement element(List<GemLine> lines) {
        List<MapTarget> targets = new ArrayList<>(lines.size());
        for (GemLine line : lines) {
            targets.add(target(line, lines));
        }
        return new MapElement(direction.source(lines.get(0).source()), null, false, targets);
    }

    private MapTarget target(GemLine line, List<GemLine> all) {
        if (line.hasNoTarget()) {
            return new MapTarget(null, null, Relationship.UNMATCHED, null, List.of(), List.of(), List.of());
        }
        Relationship relationship = line.isApproximate() ? Relationship.RELATEDTO : Relationship.EQUIVALENT;
        return new MapTarget(
                direction.target(line.target()), null, relationship, null, List.of(), products(line, all), List.of());
    }

    private List<DependsOn> products(GemLine line, List<GemLine> all) {
        if (!line.isCombination()) {
            return List.of();
        }
        List<DependsOn> products = new ArrayList<>();
        products.add(new DependsOn(SCENARIO, "valueString", Integer.toString(line.scenario()), null));
        products.add(new DependsOn(CHOICE_LIST, "valueString", Integer.toString(line.choiceList()), null));
        for (GemLine other : all) {
            if (other.isCombination()
                    && other.scenario() == line.scenario()
                    && other.choiceList() != line.choiceList()) {
                String code = direction.target(other.target());
                products.add(
                        new DependsOn(TOGETHER_WITH, "valueCoding", code, Coding.of(direction.targetSystem(), code)));
            }
        }
        return products;
    }
}
