package org.fixator.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fixator.content.Content.Resource;
import org.junit.jupiter.api.Test;

/** The resources as FHIR resources: names, canonicals, counts, and that every code they mention exists. */
class ContentFormTest {
    private static final String AMA_NOTICE = "CPT © Copyright 2026 American Medical Association. All rights reserved."
            + " AMA and CPT are registered trademarks of the American Medical Association.";

    @Test
    void everyFileIsNamedForItsResource() {
        assertThat(Content.all()).hasSizeGreaterThan(30).allSatisfy(resource -> {
            assertThat(resource.file().getFileName()).hasToString(resource.type() + "-" + resource.id() + ".json");
            assertThat(resource.id()).matches("[A-Za-z0-9.-]{1,64}");
        });
    }

    @Test
    void noTwoResourcesHaveTheSameCanonical() {
        assertThat(Content.all()).extracting(Resource::url).doesNotHaveDuplicates();
    }

    @Test
    void ownCanonicalsAreInOnePackageAndOfficialOnesInTheOther() {
        assertThat(Content.all()).allSatisfy(resource -> assertThat(
                        resource.url().startsWith(Content.BASE + resource.type() + "/" + resource.id()))
                .as(resource.url())
                .isEqualTo(resource.file().startsWith(Content.FOLDER.resolve("fixator.cpt20697"))));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(List.of("fixator.cpt20697", "fixator.cpt20697.fragments")).allSatisfy(name -> {
            JsonNode manifest = Content.read(Content.FOLDER.resolve(name).resolve("package/package.json"));
            assertThat(manifest.path("name").asText()).isEqualTo(name);
            assertThat(manifest.path("fhirVersions").path(0).asText()).isEqualTo("4.0.1");
            assertThat(manifest.path("dependencies").properties()).hasSize(1);
        });
    }

    @Test
    void everyResourceIsActiveExperimentalAndDescribed() {
        assertThat(Content.all()).extracting(Resource::json).allSatisfy(json -> {
            assertThat(json.path("status").asText()).isEqualTo("active");
            assertThat(json.path("experimental").asBoolean()).isTrue();
            assertThat(List.of("version", "name", "title", "date", "description"))
                    .allSatisfy(
                            element -> assertThat(json.path(element).asText()).isNotEmpty());
            assertThat(json.path("publisher").asText()).isEqualTo("Fixator");
        });
    }

    @Test
    void everyStatedCountIsTheNumberOfConcepts() {
        assertThat(Content.all("CodeSystem")).allSatisfy(resource -> {
            JsonNode json = resource.json();
            assertThat(json.has("count"))
                    .isEqualTo(json.path("content").asText().equals("complete"));
            if (json.has("count")) {
                assertThat(Content.concepts(json)).hasSize(json.path("count").asInt());
            }
        });
    }

    @Test
    void everyPropertyOfAConceptIsDeclaredWithItsType() {
        assertThat(Content.all("CodeSystem")).allSatisfy(resource -> {
            Set<String> declared = new HashSet<>();
            resource.json()
                    .path("property")
                    .forEach(property -> declared.add(property.path("code").asText() + " value"
                            + capitalized(property.path("type").asText())));
            assertThat(Content.concepts(resource.json()).values())
                    .allSatisfy(concept -> assertThat(declared).containsAll(propertiesUsed(concept)));
        });
    }

    @Test
    void everyCodeThatIsMentionedExistsAndItsDisplayIsTheOfficialOne() {
        List<Mention> mentions = mentions();
        assertThat(mentions).hasSizeGreaterThan(200).allSatisfy(mention -> {
            Map<String, JsonNode> concepts = Content.concepts(mention.system());
            assertThat(concepts).as(mention.toString()).containsKey(mention.code());
            if (!mention.display().isEmpty()) {
                assertThat(mention.display())
                        .isEqualTo(concepts.get(mention.code()).path("display").asText());
            }
        });
    }

    @Test
    void noCptCodeCarriesADisplayOutsideTheFragment() {
        assertThat(mentions())
                .filteredOn(mention -> mention.system().equals(Content.CPT))
                .isNotEmpty()
                .allSatisfy(mention -> assertThat(mention.display()).isEmpty());
    }

    @Test
    void everyCptDisplayIsMarkedAsAParaphrase() {
        assertThat(Content.concepts(Content.CPT).values()).hasSize(22).allSatisfy(concept -> assertThat(
                        Content.extensions(concept, "paraphrased-display"))
                .singleElement()
                .satisfies(extension ->
                        assertThat(extension.path("valueBoolean").asBoolean()).isTrue()));
    }

    @Test
    void noProcedureCodeOutsideTheFragmentIsNamedAnywhere() {
        Set<String> served = Content.concepts(Content.CPT).keySet();
        assertThat(Content.all()).allSatisfy(resource -> assertThat(Pattern.compile("\\b\\d{5}\\b")
                        .matcher(resource.json().toString())
                        .results())
                .extracting(MatchResult::group)
                .as(resource.id())
                .isSubsetOf(served));
    }

    @Test
    void theNoticeOfTheAmaIsWhereverACptCodeIsListed() {
        assertThat(Content.all())
                .filteredOn(resource -> listsCpt(resource.json()))
                .hasSizeGreaterThan(8)
                .allSatisfy(resource ->
                        assertThat(resource.json().path("copyright").asText()).contains(AMA_NOTICE));
    }

    @Test
    void everyExtensionOfOurOwnIsDefined() {
        Set<String> defined = new HashSet<>();
        Content.all("StructureDefinition").forEach(resource -> defined.add(resource.url()));
        assertThat(Content.all())
                .flatExtracting(resource -> resource.json().findValuesAsText("url"))
                .filteredOn(url -> url.startsWith(Content.BASE + "StructureDefinition/"))
                .isNotEmpty()
                .isSubsetOf(defined);
    }

    @Test
    void valueSetsAndMapsForUseAreFoundByTheProcedure() {
        assertThat(Content.all())
                .filteredOn(resource -> !resource.type().equals("CodeSystem"))
                .filteredOn(resource -> resource.id().contains("20697"))
                .hasSize(15)
                .allSatisfy(resource -> {
                    JsonNode context = resource.json().path("useContext").path(0);
                    JsonNode focus =
                            context.path("valueCodeableConcept").path("coding").path(0);
                    assertThat(context.path("code").path("code").asText()).isEqualTo("focus");
                    assertThat(focus.path("code").asText()).isEqualTo("20697");
                });
    }

    /** A code that a resource mentions, by whatever element. */
    private record Mention(String system, String code, String display) {}

    private static List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        Content.all().forEach(resource -> collectCodings(resource.json(), mentions));
        Content.all("ValueSet").forEach(resource -> collectCompose(resource.json(), mentions));
        Content.all("ConceptMap").forEach(resource -> collectMappings(resource.json(), mentions));
        mentions.removeIf(mention -> mention.system().startsWith("http://terminology.hl7.org/"));
        return mentions;
    }

    private static void collectCodings(JsonNode node, List<Mention> mentions) {
        if (node.has("system") && node.has("code")) {
            mentions.add(mention(node.path("system"), node.path("code"), node));
        }
        if (node.has("system") && node.has("value") && node.has("property")) {
            mentions.add(mention(node.path("system"), node.path("value"), node));
        }
        node.forEach(child -> collectCodings(child, mentions));
    }

    private static void collectCompose(JsonNode valueSet, List<Mention> mentions) {
        for (String part : List.of("include", "exclude")) {
            for (JsonNode entry : valueSet.path("compose").path(part)) {
                entry.path("concept")
                        .forEach(concept -> mentions.add(mention(entry.path("system"), concept.path("code"), concept)));
            }
        }
    }

    private static void collectMappings(JsonNode map, List<Mention> mentions) {
        for (JsonNode group : map.path("group")) {
            for (JsonNode element : group.path("element")) {
                mentions.add(mention(group.path("source"), element.path("code"), element));
                Content.stream(element.path("target"))
                        .filter(target -> target.has("code"))
                        .forEach(target -> mentions.add(mention(group.path("target"), target.path("code"), target)));
            }
        }
    }

    private static Mention mention(JsonNode system, JsonNode code, JsonNode display) {
        return new Mention(
                system.asText(), code.asText(), display.path("display").asText());
    }

    private static Set<String> propertiesUsed(JsonNode concept) {
        Set<String> used = new HashSet<>();
        for (JsonNode property : concept.path("property")) {
            property.fieldNames().forEachRemaining(field -> {
                if (field.startsWith("value")) {
                    used.add(property.path("code").asText() + " " + field);
                }
            });
        }
        return used;
    }

    private static boolean listsCpt(JsonNode json) {
        return List.of("url", "system", "source", "target", "supplements").stream()
                .anyMatch(field -> json.findValuesAsText(field).contains(Content.CPT));
    }

    private static String capitalized(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
