package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.jspecify.annotations.Nullable;

/** Code systems for tests, and a holder of a few. */
final class Systems implements CodeSystems {

    static final String SIMPLE = "http://example.org/simple";
    static final PropertyDefinition PROP = new PropertyDefinition("prop", null, null, PropertyType.CODE);
    static final PropertyDefinition NOT_SELECTABLE = new PropertyDefinition(
            "notSelectable", "http://hl7.org/fhir/concept-properties#notSelectable", null, PropertyType.BOOLEAN);

    private final List<CodeSystem> systems = new ArrayList<>();
    private final List<CodeSystem> supplements = new ArrayList<>();
    private final List<CodeSystem> defaults = new ArrayList<>();

    Systems(CodeSystem... systems) {
        this.systems.addAll(List.of(systems));
    }

    Systems supplement(CodeSystem supplement) {
        supplements.add(supplement);
        return this;
    }

    Systems defaultSupplement(CodeSystem supplement) {
        supplements.add(supplement);
        defaults.add(supplement);
        return this;
    }

    @Override
    public @Nullable CodeSystem find(String url, @Nullable String version) {
        return systems.stream()
                .filter(system -> system.description().url().equals(url))
                .filter(system ->
                        version == null || version.equals(system.description().version()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> versions(String url) {
        return systems.stream()
                .map(CodeSystem::description)
                .filter(description -> description.url().equals(url))
                .map(description -> String.valueOf(description.version()))
                .toList();
    }

    @Override
    public Set<String> urls() {
        Set<String> urls = new LinkedHashSet<>();
        systems.forEach(system -> urls.add(system.description().url()));
        return urls;
    }

    @Override
    public @Nullable CodeSystem supplement(Canonical supplement) {
        return supplements.stream()
                .filter(system -> system.description().url().equals(supplement.url()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<CodeSystem> defaultSupplements(Canonical system) {
        return defaults;
    }

    @Override
    public List<CodeSystem> supplements(Canonical system) {
        return supplements;
    }

    static CodeSystemDescription description(String canonical) {
        return CodeSystemDescription.of(Canonical.parse(canonical));
    }

    static CodeSystemDescription description(
            String canonical, @Nullable String language, @Nullable String supplements, List<Extension> extensions) {
        return new CodeSystemDescription(
                Canonical.parse(canonical),
                "Name",
                "Title",
                "active",
                false,
                null,
                supplements == null ? ContentMode.COMPLETE : ContentMode.SUPPLEMENT,
                true,
                null,
                false,
                false,
                language,
                null,
                supplements == null ? null : Canonical.parse(supplements),
                null,
                null,
                List.of(),
                List.of(),
                extensions);
    }

    /** The shape of HL7's code system "simple": code1; code2 above code2a (code2aI, code2aII) and code2b; code3. */
    static TableCodeSystem simple() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(
                description(SIMPLE + "|1", "en", null, List.of()).withProperties(List.of(PROP, NOT_SELECTABLE)));
        concept(builder, "code1", "Display 1", "old");
        builder.end();
        concept(builder, "code2", "Display 2", "new");
        builder.definition("With children");
        builder.property(Property.of("notSelectable", PropertyType.BOOLEAN, "true"));
        builder.property(Property.of("status", PropertyType.CODE, "retired"));
        concept(builder, "code2a", "Display 2a", "new");
        builder.designation(Designation.of("de", null, "Anzeige 2a"));
        builder.designation(Designation.of(null, Coding.of("http://example.org/use", "olde"), "mine own code"));
        concept(builder, "code2aI", "Display 2aI", "old");
        builder.end();
        concept(builder, "code2aII", "Display 2aII", "new");
        builder.end();
        builder.end();
        concept(builder, "code2b", "Display 2b", "old");
        builder.end();
        builder.end();
        builder.add("code3", "Display 3");
        return builder.build();
    }

    private static void concept(CodeSystemBuilder builder, String code, String display, String prop) {
        builder.begin();
        builder.code(code);
        builder.display(display);
        builder.property(Property.of("prop", PropertyType.CODE, prop));
    }

    static TableCodeSystem flat(String canonical, String... codes) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(description(canonical));
        for (String code : codes) {
            builder.add(code, "Display of " + code);
        }
        return builder.build();
    }

    static List<String> codes(ConceptSet set) {
        List<String> codes = new ArrayList<>();
        set.iterator(0).forEachRemaining(concept -> codes.add(concept.code()));
        return codes;
    }

    static Concept find(CodeSystem system, String code) {
        Concept concept = system.find(code);
        if (concept == null) {
            throw new AssertionError("No code " + code);
        }
        return concept;
    }
}
