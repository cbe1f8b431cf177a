package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.VersionPattern;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.jspecify.annotations.Nullable;

/** The resources of a suite's set-up as catalogues, newest version by text. No supplement applies by itself. */
final class SuiteCatalog {

    private final List<CodeSystem> systems = new ArrayList<>();
    private final List<ValueSetDefinition> valueSets = new ArrayList<>();

    SuiteCatalog() {}

    SuiteCatalog(SuiteCatalog base) {
        systems.addAll(base.systems);
        valueSets.addAll(base.valueSets);
    }

    void add(ObjectNode resource) {
        switch (resource.path("resourceType").asText()) {
            case "CodeSystem" -> {
                systems.add(read(resource));
                systems.sort(Comparator.comparing(
                        system -> version(system.description().canonical())));
            }
            case "ValueSet" -> {
                valueSets.add(ValueSetReader.read(resource));
                valueSets.sort(Comparator.comparing(valueSet -> version(valueSet.canonical())));
            }
            default -> {}
        }
    }

    private static String version(@Nullable Canonical canonical) {
        return canonical == null || canonical.version() == null ? "" : canonical.version();
    }

    static CodeSystem read(ObjectNode resource) {
        return CodeSystemReader.read(JsonSource.of(resource.toString().getBytes(StandardCharsets.UTF_8)));
    }

    CodeSystems codeSystems() {
        return new Systems();
    }

    ValueSets valueSets() {
        return new Sets();
    }

    private static boolean fits(@Nullable String asked, @Nullable String version) {
        return asked == null || (version != null && new VersionPattern(asked).matches(version));
    }

    private final class Systems implements CodeSystems {

        @Override
        public @Nullable CodeSystem find(String url, @Nullable String version) {
            return last(url, version, false);
        }

        @Override
        public List<String> versions(String url) {
            return systems.stream()
                    .map(CodeSystem::description)
                    .filter(description -> description.url().equals(url) && description.version() != null)
                    .map(description -> String.valueOf(description.version()))
                    .toList();
        }

        @Override
        public @Nullable CodeSystem supplement(Canonical supplement) {
            return last(supplement.url(), supplement.version(), true);
        }

        private @Nullable CodeSystem last(String url, @Nullable String version, boolean supplement) {
            CodeSystem last = null;
            for (CodeSystem system : systems) {
                CodeSystemDescription description = system.description();
                if (description.url().equals(url)
                        && (description.content() == ContentMode.SUPPLEMENT) == supplement
                        && fits(version, description.version())) {
                    last = system;
                }
            }
            return last;
        }

        @Override
        public List<CodeSystem> defaultSupplements(Canonical system) {
            return List.of();
        }

        @Override
        public List<CodeSystem> supplements(Canonical system) {
            return List.of();
        }
    }

    private final class Sets implements ValueSets {

        @Override
        public @Nullable ValueSetDefinition find(String url, @Nullable String version) {
            ValueSetDefinition last = null;
            for (ValueSetDefinition valueSet : valueSets) {
                Canonical canonical = valueSet.canonical();
                if (canonical != null && canonical.url().equals(url) && fits(version, canonical.version())) {
                    last = valueSet;
                }
            }
            return last;
        }

        @Override
        public List<String> versions(String url) {
            return List.of();
        }
    }
}
