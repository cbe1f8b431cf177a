package org.fixator.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the page about the source document from the resources. */
final class TruthTablePage {
    private static final Map<String, String> SYSTEMS = Map.of(
            Content.CPT,
            "CPT",
            Content.HCPCS,
            "HCPCS",
            Content.ICD,
            "ICD-10-CM",
            Content.NUCC,
            "NUCC",
            Content.POS,
            "POS",
            "https://nahdo.org/sopt",
            "SOPT");

    private final StringBuilder page = new StringBuilder();

    /** The page as Markdown. */
    String write() {
        introduction();
        statements("The code itself", "procedure");
        statements("Modifiers", "modifiers");
        statements("Taxonomy codes", "taxonomies");
        statements("Related diagnoses", "diagnoses");
        statements("Related procedures", "related-procedures");
        remarks("Payers", "payers");
        remarks("Sites of service", "sites");
        remarks("Service type", "service-types");
        remarks("Narrative sections", "narrative");
        relations("Related procedures as served", "cpt-20697-related");
        relations("Diagnoses as served", "cpt-20697-indications");
        valueSets();
        absences();
        notices();
        return page.toString();
    }

    private void introduction() {
        line("# CPT 20697: what the source document says and what is meant");
        line("");
        line("<!-- Written by TruthTablePageTest from fhir-resources. Do not edit: see fhir-resources/README.md. -->");
        line("");
        line("The source document makes " + rows().size()
                + " coded statements. Compared with the official code systems, "
                + verdicts() + ". Words beside CPT codes in the column *code meant* are paraphrases by Fixator, not"
                + " descriptors of the AMA; the printed wording is the document's own.");
        line("");
        line("| verdict | meaning |");
        line("|---|---|");
        line("| agrees | the printed code exists and the wording is its official meaning |");
        line("| wording-differs | the printed code exists; the wording leaves something out or adds something |");
        line("| contradicts | the printed code exists and means something else |");
        line("| does-not-exist | the printed code is in no release that was searched |");
    }

    private void statements(String title, String table) {
        heading(title);
        line("| code | printed wording | verdict | what is wrong | code meant | evidence |");
        line("|---|---|---|---|---|---|");
        table(table)
                .forEach((code, row) -> row(
                        code,
                        row.path("display").asText(),
                        Content.text(row, "verdict"),
                        Content.text(row, "what-is-wrong"),
                        meant(row),
                        Content.text(row, "evidence")));
    }

    private void remarks(String title, String table) {
        heading(title);
        line("| code in the source system | as served | what is wrong | code meant |");
        line("|---|---|---|---|");
        table(table)
                .forEach((code, row) ->
                        row(code, row.path("display").asText(), Content.text(row, "what-is-wrong"), meant(row)));
    }

    private void relations(String title, String map) {
        JsonNode json = Content.byUrl(Content.BASE + "ConceptMap/" + map);
        heading(title);
        line(json.path("description").asText());
        line("");
        line("| code | relation | side | why |");
        line("|---|---|---|---|");
        JsonNode group = json.path("group").path(0);
        JsonNode element = group.path("element").path(group.path("element").size() - 1);
        for (JsonNode target : element.path("target")) {
            row(
                    named(group.path("target").asText(), target.path("code").asText()),
                    target.path("product").path(0).path("value").asText(),
                    target.path("dependsOn").path(0).path("value").asText(),
                    target.path("comment").asText());
        }
    }

    private void valueSets() {
        heading("Value sets");
        line("| value set | content |");
        line("|---|---|");
        for (Content.Resource valueSet : Content.all("ValueSet")) {
            row("`" + valueSet.url() + "`", valueSet.json().path("description").asText());
        }
    }

    private void absences() {
        heading("Codes verified as absent");
        line("| system | code | releases searched | note |");
        line("|---|---|---|---|");
        for (Content.Resource system : Content.all("CodeSystem")) {
            for (JsonNode absent : Content.extensions(system.json(), "verified-absent")) {
                row(SYSTEMS.get(system.url()), texts(absent, "code"), texts(absent, "release"), texts(absent, "note"));
            }
        }
    }

    private void notices() {
        heading("Notices");
        Content.all("CodeSystem").stream()
                .filter(system -> SYSTEMS.containsKey(system.url()))
                .forEach(system -> line("* " + system.json().path("copyright").asText()));
    }

    private static Map<String, JsonNode> rows() {
        return select(row -> !Content.text(row, "verdict").isEmpty());
    }

    private static Map<String, JsonNode> table(String name) {
        return select(row -> Content.text(row, "table").equals(name));
    }

    private static Map<String, JsonNode> select(Predicate<JsonNode> condition) {
        return Content.concepts(Content.SOURCE).entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static String verdicts() {
        return count("agrees") + " agree, " + count("wording-differs") + " differ in wording, " + count("contradicts")
                + " contradict the official meaning and " + count("does-not-exist")
                + " name a code that does not exist";
    }

    private static long count(String verdict) {
        return rows().values().stream()
                .filter(row -> Content.text(row, "verdict").equals(verdict))
                .count();
    }

    private static String meant(JsonNode row) {
        return Content.values(row, "code-meant").stream()
                .map(coding -> named(
                        coding.path("system").asText(), coding.path("code").asText()))
                .collect(Collectors.joining("; "));
    }

    private static String named(String system, String code) {
        return SYSTEMS.get(system) + " " + code + " (" + Content.display(system, code) + ")";
    }

    private static String texts(JsonNode extension, String part) {
        return Content.parts(extension, part).stream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String... cells) {
        line(List.of(cells).stream()
                .map(cell -> cell.isEmpty() ? "–" : cell.replace("|", "\\|").replace("*", "\\*"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
