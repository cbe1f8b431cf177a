package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Extension;
import org.fixator.coding.VersionPattern;
import org.jspecify.annotations.Nullable;

/**
 * What a code system says of itself apart from its concepts: the elements of a CodeSystem resource that answers depend
 * on.
 *
 * @param canonical url and version
 * @param name computer name, for {@code $lookup}
 * @param title human name
 * @param status publication status: {@code draft}, {@code active}, {@code retired}, {@code unknown}
 * @param experimental whether marked as experimental
 * @param standardsStatus HL7's standards-status extension ({@code deprecated}, {@code withdrawn}, …)
 * @param content how much of the system is here
 * @param caseSensitive whether codes differ by case; {@code true} where the resource is silent
 * @param hierarchyMeaning {@code is-a}, {@code classified-with}, …
 * @param compositional whether codes follow a grammar
 * @param versionNeeded whether codes mean nothing without a version
 * @param language language of displays without a language of their own
 * @param versionAlgorithm how versions are ordered (R5, or its R4 extension), where stated
 * @param supplements the system that a supplement extends, else {@code null}
 * @param valueSet canonical of the value set of all codes
 * @param copyright notice to be passed on
 * @param properties the properties that concepts may carry
 * @param filters the filters that the resource declares
 * @param extensions extensions of the resource, unread
 */
public record CodeSystemDescription(
        Canonical canonical,
        @Nullable String name,
        @Nullable String title,
        @Nullable String status,
        boolean experimental,
        @Nullable String standardsStatus,
        ContentMode content,
        boolean caseSensitive,
        @Nullable String hierarchyMeaning,
        boolean compositional,
        boolean versionNeeded,
        @Nullable String language,
        @Nullable String versionAlgorithm,
        @Nullable Canonical supplements,
        @Nullable String valueSet,
        @Nullable String copyright,
        List<PropertyDefinition> properties,
        List<FilterDefinition> filters,
        List<Extension> extensions) {

    private static final String SUPPLEMENT_TYPE = "http://hl7.org/fhir/StructureDefinition/codesystem-supplement-type";

    public CodeSystemDescription {
        properties = List.copyOf(properties);
        filters = List.copyOf(filters);
        extensions = List.copyOf(extensions);
    }

    public String url() {
        return canonical.url();
    }

    public @Nullable String version() {
        return canonical.version();
    }

    /**
     * Whether this is a supplement of a system: of each version where it names none or the system has none, else of those
     * that its version admits.
     */
    public boolean isSupplementOf(Canonical system) {
        if (supplements == null || !supplements.url().equals(system.url())) {
            return false;
        }
        String wanted = supplements.version();
        String actual = system.version();
        return wanted == null || actual == null || new VersionPattern(wanted).admits(actual);
    }

    /** Whether this is a supplement of names in a language, which applies without being asked for. */
    public boolean isLanguagePack() {
        return extensions.stream()
                .anyMatch(
                        extension -> extension.url().equals(SUPPLEMENT_TYPE) && "lang-pack".equals(extension.value()));
    }

    /** The description of a complete, case-sensitive system with nothing else said. */
    public static CodeSystemDescription of(Canonical canonical) {
        return new CodeSystemDescription(
                canonical,
                null,
                null,
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with other content. */
    public CodeSystemDescription withContent(ContentMode other) {
        return new CodeSystemDescription(
                canonical,
                name,
                title,
                status,
                experimental,
                standardsStatus,
                other,
                caseSensitive,
                hierarchyMeaning,
                compositional,
                versionNeeded,
                language,
                versionAlgorithm,
                supplements,
                valueSet,
                copyright,
                properties,
                filters,
                extensions);
    }

    /** The same with codes compared otherwise. */
    public CodeSystemDescription withCaseSensitive(boolean other) {
        return new CodeSystemDescription(
                canonical,
                name,
                title,
                status,
                experimental,
                standardsStatus,
                content,
                other,
                hierarchyMeaning,
                compositional,
                versionNeeded,
                language,
                versionAlgorithm,
                supplements,
                valueSet,
                copyright,
                properties,
                filters,
                extensions);
    }

    /** The same with other property definitions. */
    public CodeSystemDescription withProperties(List<PropertyDefinition> others) {
        return new CodeSystemDescription(
                canonical,
                name,
                title,
                status,
                experimental,
                standardsStatus,
                content,
                caseSensitive,
                hierarchyMeaning,
                compositional,
                versionNeeded,
                language,
                versionAlgorithm,
                supplements,
                valueSet,
                copyright,
                others,
                filters,
                extensions);
    }
}
