import java.util.List;

/**
 * One line of the table.
 *
 * @param name of the file of requests
 * @param title what a reader sees
 * @param target smallest ratio to the floor that is aimed at
 * @param expected what every answer must contain
 */
record Row(String name, String title, double target, String expected) {
    private static final String FOUND = "\"code\":\"";

    static final List<Row> ALL = List.of(
            new Row("lookup", "`CodeSystem/$lookup`", 0.85, "\"name\":\"display\""),
            new Row("lookup-post", "`CodeSystem/$lookup`, POST", 0.70, "\"name\":\"display\""),
            new Row("validate-code", "`CodeSystem/$validate-code`", 0.85, "\"valueBoolean\":true"),
            new Row("validate-code-post", "`CodeSystem/$validate-code`, POST", 0.70, "\"valueBoolean\":true"),
            new Row("subsumes", "`CodeSystem/$subsumes`", 0.85, "\"name\":\"outcome\""),
            new Row("subsumes-post", "`CodeSystem/$subsumes`, POST", 0.70, "\"name\":\"outcome\""),
            new Row("member-enumerated", "`ValueSet/$validate-code`, 5,000 listed", 0.80, "\"name\":\"result\""),
            new Row("member-enumerated-post", "`ValueSet/$validate-code`, 5,000 listed, POST", 0.65, "\"name\":\"result\""),
            new Row("member-injuries", "`ValueSet/$validate-code`, is-a", 0.80, "\"name\":\"result\""),
            new Row("member-injuries-post", "`ValueSet/$validate-code`, is-a, POST", 0.65, "\"name\":\"result\""),
            new Row("member-imports", "`ValueSet/$validate-code`, imports and exclusions", 0.80, "\"name\":\"result\""),
            new Row(
                    "member-imports-post",
                    "`ValueSet/$validate-code`, imports and exclusions, POST",
                    0.65,
                    "\"name\":\"result\""),
            new Row("translate", "`ConceptMap/$translate`, 81,593 rows", 0.80, "\"name\":\"match\""),
            new Row("translate-post", "`ConceptMap/$translate`, POST", 0.65, "\"name\":\"match\""),
            new Row("translate-reverse", "`ConceptMap/$translate`, reverse", 0.80, "\"name\":\"match\""),
            new Row("translate-reverse-post", "`ConceptMap/$translate`, reverse, POST", 0.65, "\"name\":\"match\""),
            new Row("page-0", "`$expand`, 10 of 54,262 at 0", 0.70, FOUND),
            new Row("page-50000", "`$expand`, 10 of 54,262 at 50,000", 0.70, FOUND),
            new Row("filter-3", "`$expand?filter=`, three letters and more", 0.35, "\"expansion\""),
            new Row("filter-1", "`$expand?filter=`, one or two letters", 0.15, "\"expansion\""),
            new Row("page-1000", "`$expand`, 1,000 codes", 0.60, FOUND),
            new Row("batch-post", "`$batch-validate-code` of 100, POST", 0.30, "\"valueBoolean\":true"),
            new Row("lookup-xml", "`$lookup` in XML", 0.35, "<parameter>"),
            new Row("lookup-pretty", "`$lookup` pretty", 0.35, "\"display\""),
            new Row("page-xml", "`$expand`, 10 of 54,262, in XML", 0.35, "<contains>"),
            new Row("page-1000-xml", "`$expand`, 1,000 codes, in XML", 0.35, "<contains>"),
            new Row("page-pretty", "`$expand`, 10 of 54,262, pretty", 0.35, FOUND.replace(":", ": ")),
            new Row("search-value-set", "`ValueSet?url=`", 0.30, "\"searchset\""),
            new Row("search-code-system", "`CodeSystem?url=&version=&_summary=true`", 0.30, "\"searchset\""),
            new Row("search-summary", "`?_summary=true&_count=10` of each type", 0.30, "\"searchset\""));
}
