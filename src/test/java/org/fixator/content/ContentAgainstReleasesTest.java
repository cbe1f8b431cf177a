package org.fixator.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the content says about an official code, against the release it names. */
class ContentAgainstReleasesTest {
    private static final List<String> PRINTED_AND_EXISTING = List.of("S72.301A", "S82.241A", "S82.242A", "S82.851A");

    @Test
    void everyIcd10CmTitleIsThatOfTheOrderFile() {
        Map<String, Releases.Entry> release = Releases.icd10cm(2026);
        assertThat(displays(Content.ICD))
                .containsExactlyEntriesOf(inFragment(release, Releases.Entry::title))
                .hasSize(2115);
    }

    @Test
    void everyIcd10CmBillableFlagIsThatOfTheOrderFile() {
        Map<String, Boolean> billable = Content.concepts(Content.ICD).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> billable(entry.getValue())));
        assertThat(billable)
                .containsExactlyInAnyOrderEntriesOf(inFragment(Releases.icd10cm(2026), Releases.Entry::billable));
    }

    @Test
    void theParentOfAnIcd10CmCodeIsItsLongestPrefixInTheOrderFile() {
        Map<String, Releases.Entry> release = Releases.icd10cm(2026);
        Map<String, String> parents = Content.parents(Content.ICD);
        assertThat(Content.concepts(Content.ICD).keySet())
                .allSatisfy(code ->
                        assertThat(parents.getOrDefault(code, "")).as(code).isEqualTo(longestPrefix(code, release)));
    }

    @Test
    void everyCompletePrefixHoldsAllCodesOfTheRelease() {
        Map<String, Releases.Entry> release = Releases.icd10cm(2026);
        assertThat(completePrefixes())
                .containsExactly("S72.3", "S82.1", "S82.2", "S82.3", "S82.85")
                .allSatisfy(prefix -> assertThat(startingWith(prefix, Content.concepts(Content.ICD)))
                        .isNotEmpty()
                        .isEqualTo(startingWith(prefix, release)));
    }

    @Test
    void noIcd10CmCodeLiesOutsideTheCompletePrefixesExceptTheirAncestors() {
        Releases.folder();
        assertThat(Content.concepts(Content.ICD).keySet())
                .filteredOn(code -> completePrefixes().stream().noneMatch(code::startsWith))
                .containsExactlyInAnyOrder("S72", "S82", "S82.8");
    }

    @Test
    void anIcd10CmCodeThatIsVerifiedAbsentIsInNoRelease() {
        List<String> absent = verifiedAbsent(Content.ICD);
        assertThat(absent).containsExactly("S82.341A");
        assertThat(Releases.icd10cm(2026)).doesNotContainKeys(absent.toArray(String[]::new));
        assertThat(Releases.icd10cm(2025)).doesNotContainKeys(absent.toArray(String[]::new));
        assertThat(Releases.lines(Releases.tabularList2021(), StandardCharsets.UTF_8))
                .anyMatch(line -> line.contains("<name>S82.39</name>"))
                .noneMatch(line -> line.contains("<name>S82.34"));
    }

    @Test
    void thePrintedDiagnosesThatExistHaveTheSameTitleInTheEarlierRelease() {
        Map<String, Releases.Entry> earlier = Releases.icd10cm(2025);
        assertThat(PRINTED_AND_EXISTING)
                .allSatisfy(
                        code -> assertThat(earlier.get(code).title()).isEqualTo(Content.display(Content.ICD, code)));
    }

    @Test
    void aRowThatAgreesOnADiagnosisMeansThePrintedCodeAndOneThatContradictsDoesNot() {
        Map<String, Releases.Entry> release = Releases.icd10cm(2026);
        Map<String, JsonNode> rows = Content.concepts(Content.SOURCE);
        assertThat(PRINTED_AND_EXISTING).allSatisfy(code -> {
            String printed = rows.get(code).path("display").asText();
            boolean agrees = Content.text(rows.get(code), "verdict").equals("agrees");
            assertThat(sameWords(printed, release.get(code).title())).as(code).isEqualTo(agrees);
        });
    }

    @Test
    void theTitleOfTheCodeMeantByTheComminutedRowsIsThePrintedOne() {
        Map<String, Releases.Entry> release = Releases.icd10cm(2026);
        Map<String, JsonNode> rows = Content.concepts(Content.SOURCE);
        assertThat(release.get("S82.251A").title())
                .isEqualTo(rows.get("S82.241A").path("display").asText());
        assertThat(release.get("S82.252A").title())
                .isEqualTo(rows.get("S82.242A").path("display").asText());
    }

    @Test
    void everyHcpcsTitleIsTheLongDescriptionOfTheCmsFile() {
        Map<String, String> release = Releases.hcpcsModifiers();
        assertThat(displays(Content.HCPCS))
                .containsOnlyKeys("LT", "QK", "QX", "QY", "QZ", "RT")
                .allSatisfy((code, title) -> assertThat(title).isEqualTo(release.get(code)));
    }

    @Test
    void aModifierThatIsVerifiedAbsentIsNotInTheCmsFile() {
        Map<String, String> release = Releases.hcpcsModifiers();
        assertThat(release).hasSize(369);
        assertThat(verifiedAbsent(Content.HCPCS)).containsExactly("11").noneMatch(release::containsKey);
    }

    @Test
    void nothingInTheCmsFileBeginsWithADigit() {
        assertThat(Releases.hcpcsCodes()).hasSizeGreaterThan(7000).noneMatch(code -> Character.isDigit(code.charAt(0)));
        assertThat(completePrefixes(Content.HCPCS)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void thePlacesOfServiceAreThoseOfTheReleaseUnchanged() {
        JsonNode release = Content.read(Releases.placesOfService());
        JsonNode ours = Content.byUrl(Content.POS);
        assertThat(ours.path("concept")).isEqualTo(release.path("concept"));
        assertThat(ours.path("version")).isEqualTo(release.path("version"));
        assertThat(ours.path("content").asText()).isEqualTo("complete");
    }

    private static boolean billable(JsonNode concept) {
        return Content.values(concept, "billable").get(0).booleanValue();
    }

    private static Map<String, String> displays(String system) {
        return Content.concepts(system).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().path("display").asText(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static <T> Map<String, T> inFragment(
            Map<String, Releases.Entry> release, Function<Releases.Entry, T> value) {
        Set<String> fragment = Content.concepts(Content.ICD).keySet();
        return release.entrySet().stream()
                .filter(entry -> fragment.contains(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> value.apply(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String longestPrefix(String code, Map<String, ?> release) {
        return IntStream.iterate(code.length() - 1, length -> length >= 3, length -> length - 1)
                .mapToObj(length -> code.substring(0, length))
                .filter(release::containsKey)
                .findFirst()
                .orElse("");
    }

    private static List<String> startingWith(String prefix, Map<String, ?> codes) {
        return codes.keySet().stream()
                .filter(code -> code.startsWith(prefix))
                .sorted()
                .toList();
    }

    private static List<String> completePrefixes() {
        return completePrefixes(Content.ICD);
    }

    private static List<String> completePrefixes(String system) {
        return Content.extensions(Content.byUrl(system), "complete-prefix").stream()
                .map(extension -> extension.path("valueString").asText())
                .toList();
    }

    private static List<String> verifiedAbsent(String system) {
        return Content.extensions(Content.byUrl(system), "verified-absent").stream()
                .map(extension -> Content.parts(extension, "code").get(0).asText())
                .toList();
    }

    private static boolean sameWords(String one, String other) {
        return words(one).equals(words(other));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(word -> !word.equals("of"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
