package org.fixator.conceptmap;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.MapGroup.Unmapped;
import org.jspecify.annotations.Nullable;

/** Hand-made concept maps and requests for the tests of this package. */
final class Maps implements ConceptMaps {

    static final String PROCEDURES = "http://example.org/procedures";
    static final String DIAGNOSES = "http://example.org/diagnoses";
    static final String SIDE = "http://example.org/attribute/side";

    private final List<CompiledConceptMap> maps;

    private Maps(List<CompiledConceptMap> maps) {
        this.maps = maps;
    }

    static Maps of(ConceptMapDefinition... definitions) {
        List<CompiledConceptMap> maps = new ArrayList<>();
        for (ConceptMapDefinition definition : definitions) {
            maps.add(CompiledConceptMap.of(definition));
        }
        return new Maps(maps);
    }

    @Override
    public @Nullable CompiledConceptMap find(String url, @Nullable String version) {
        return maps.stream()
                .filter(map -> map.canonical() != null && map.canonical().url().equals(url))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<CompiledConceptMap> all() {
        return maps;
    }

    static ConceptMapDefinition map(String name, MapGroup... groups) {
        return new ConceptMapDefinition(
                new Canonical("http://example.org/ConceptMap/" + name, "1"),
                name,
                "active",
                null,
                null,
                null,
                List.of(groups),
                List.of());
    }

    static MapGroup group(@Nullable Unmapped unmapped, MapElement... elements) {
        return group(PROCEDURES, DIAGNOSES, unmapped, elements);
    }

    static MapGroup group(String source, String target, @Nullable Unmapped unmapped, MapElement... elements) {
        return new MapGroup(new Canonical(source, null), new Canonical(target, null), List.of(elements), unmapped);
    }

    static MapElement element(String code, MapTarget... targets) {
        return new MapElement(code, null, false, List.of(targets));
    }

    static MapTarget target(@Nullable String code, Relationship relationship, DependsOn... conditions) {
        return new MapTarget(code, null, relationship, null, List.of(conditions), List.of(), List.of());
    }

    static DependsOn side(String code) {
        return new DependsOn(SIDE, "valueCoding", code, Coding.of("http://example.org/modifiers", code));
    }

    static Unmapped unmapped(String mode, @Nullable String code, @Nullable String url) {
        return new Unmapped(mode, code, null, url, null);
    }

    static TranslateRequest forward(String code, DependsOn... known) {
        return new TranslateRequest(null, value(PROCEDURES, code), false, null, null, null, List.of(known));
    }

    static TranslateRequest reverse(String code) {
        return new TranslateRequest(null, value(DIAGNOSES, code), true, null, null, null, List.of());
    }

    static CodedValue value(String system, String code) {
        return new CodedValue(CodedValue.Form.CODE, List.of(Coding.of(system, code)), null);
    }
}
