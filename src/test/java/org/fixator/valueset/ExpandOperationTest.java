package org.fixator.valueset;

import static org.fixator.valueset.Define.codes;
import static org.fixator.valueset.Define.imports;
import static org.fixator.valueset.Define.isA;
import static org.fixator.valueset.Define.valueSet;
import static org.fixator.valueset.Define.whole;
import static org.fixator.valueset.Requests.expand;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.issue.Issue;
import org.fixator.issue.IssueType;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpandOperationTest {

    private static final String A = "http://example.org/a";
    private static final String VS = "http://example.org/vs";
    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";

    private final CodeSystem tree = Table.of(A + "|1", "a", "a>a1", "a1>a11", "a>a2!", "b?", "b>b1");

    @Test
    void withoutAPageTheCodeSystemsTreeIsShown() {
        assertEquals("a(a1(a11) a2) b(b1)", run(tree, expand(valueSet(VS, whole(A)))));
    }

    @Test
    void aTreeSkipsWhatIsNotInIt() {
        assertEquals("a(a2)", run(tree, expand(valueSet(VS, List.of(isA(A, "a")), List.of(isA(A, "a1"))))));
        CodeSystem gap = Table.of(A, "a", "a>a1!", "a1>a11");
        assertEquals("a(a11)", run(gap, expand(valueSet(VS, whole(A))).activeOnly()));
        assertEquals(
                "a(a1(a11)) b(b1)", run(tree, expand(valueSet(VS, whole(A))).activeOnly()));
        assertEquals(
                "a(a1(a11) a2) b1", run(tree, expand(valueSet(VS, whole(A))).forUi()));
    }

    @Test
    void aListIsShownWhereAPageOrNoTreeIsAskedFor() {
        assertEquals(
                "a a1 a11 a2 b b1", run(tree, expand(valueSet(VS, whole(A))).flat()));
        assertEquals("a1 a11", run(tree, expand(valueSet(VS, whole(A))).page(1, 2)));
        assertEquals(
                "a a1 a11 a2 b b1", run(tree, expand(valueSet(VS, whole(A))).count(6)));
        assertEquals("", run(tree, expand(valueSet(VS, whole(A))).count(0)));
        assertEquals("", run(tree, expand(valueSet(VS, whole(A))).page(9, 5)));
        assertEquals("a1 a", run(tree, expand(valueSet(VS, codes(A, "a1", "a")))));
    }

    @Test
    void conceptsWithTwoParentsAreShownFlat() {
        CodeSystem two = Table.named(A).codes("a", "b", "a>c").parent("c", "b").build();
        assertEquals("a b c", run(two, expand(valueSet(VS, whole(A)))));
    }

    @Test
    void theTotalCountsWhatAPageLeavesOut() {
        ExpandResult result = expansion(tree, expand(valueSet(VS, whole(A))).page(2, 1));
        assertEquals(6, result.total());
        assertEquals(2, result.offset());
        assertNull(expansion(tree, expand(valueSet(VS, whole(A)))).offset());
    }

    @Test
    void aSetAboveTheLimitIsRefusedUnlessAPageWithinItIsAskedFor() {
        Issue issue = refusal(tree, expand(valueSet(VS + "|2", whole(A))).limit(5));
        assertEquals(IssueType.TOO_COSTLY, issue.type());
        assertEquals("The value set '" + VS + "|2' expansion has too many codes to produce (>5)", issue.text());
        assertEquals("a a1", run(tree, expand(valueSet(VS, whole(A))).count(2).limit(5)));
        assertEquals("", run(tree, expand(valueSet(VS, whole(A))).count(0).limit(5)));
        assertEquals(
                IssueType.TOO_COSTLY,
                refusal(tree, expand(valueSet(VS, whole(A))).count(6).limit(5)).type());
        assertEquals(
                IssueType.TOO_COSTLY,
                refusal(tree, expand(valueSet(VS, whole(A))).filter("display").limit(5))
                        .type());
    }

    @Test
    void negativePagesAreRefused() {
        assertEquals(
                "offset",
                refusal(tree, expand(valueSet(VS, whole(A))).page(-1, 3)).expression());
    }

    @Test
    void aTextFindsByPrefixWithinTheValueSet() {
        ExpandResult result = expansion(tree, expand(valueSet(VS, isA(A, "a"))).filter("a1"));
        assertEquals("a1 a11", text(result.contains()));
        assertEquals(2, result.total());
        assertEquals(
                "a11", run(tree, expand(valueSet(VS, isA(A, "a"))).filter("a1").page(1, 5)));
    }

    @Test
    void whatTheValueSetCallsAConceptIsFoundAndShown() {
        EnumeratedConcept renamed = new EnumeratedConcept("a2", "Ours", List.of(), List.of());
        EnumeratedConcept plain = new EnumeratedConcept("a1", null, List.of(), List.of());
        ValueSetDefinition valueSet =
                valueSet(VS, new Include(A, null, List.of(plain, renamed), List.of(), List.of(), null, List.of()));
        assertEquals("a2", run(tree, expand(valueSet).filter("our")));
        ExpandedConcept entry = expansion(tree, expand(valueSet).includeDesignations(true))
                .contains()
                .get(1);
        assertEquals("Ours", entry.display());
        assertEquals("Display a2", entry.designations().get(0).value());
    }

    @Test
    void aDisplayIsInTheLanguageAskedForAndOthersAreDesignations() {
        CodeSystem german = Table.named(A)
                .language("en")
                .code("x", "Knee", Designation.of("de", null, "Knie"), Designation.of("fr", null, "Genou"))
                .build();
        ValueSetDefinition all = valueSet(VS, whole(A));
        ExpandedConcept entry = expansion(german, expand(all).languages("de").includeDesignations(true))
                .contains()
                .get(0);
        assertEquals("Knie", entry.display());
        assertEquals(
                List.of("en", "fr"),
                entry.designations().stream().map(Designation::language).toList());
        assertEquals("Genou", only(german, expand(all).acceptLanguages("fr")).display());
        assertEquals(
                "Knie",
                only(german, expand(all).languages("de").acceptLanguages("fr")).display());
        assertNull(only(german, expand(all).languages("it, *;q=0")).display());
        assertEquals(
                1, only(german, expand(all).designations("fr")).designations().size());
        assertEquals(
                0,
                only(german, expand(all).designations("fr").includeDesignations(false))
                        .designations()
                        .size());
        assertEquals("it, *; q=0", parameter(expansion(german, expand(all).languages("it, *;q=0")), "displayLanguage"));
    }

    @Test
    void propertiesAreThoseAskedForAndThoseThatExtensionsState() {
        CodeSystem noted = Table.named(A)
                .codes("x", "x>y")
                .property("y", "note", "N1")
                .extension("y", STRUCTURE + "itemWeight", "2.5")
                .extension("y", STRUCTURE + "rendering-style", "bold")
                .extension("y", "http://example.org/unknown", "u")
                .build();
        ExpandResult result =
                expansion(noted, expand(valueSet(VS, codes(A, "y"))).properties("note", "parent", "none"));
        assertEquals("weight=2.5 parent=x note=N1", properties(result.contains().get(0)));
        assertEquals("http://example.org/note", result.properties().get(2).uri());
        assertEquals(
                List.of(STRUCTURE + "rendering-style"),
                urls(result.contains().get(0).extensions()));
        ExpandResult all = expansion(noted, expand(valueSet(VS, codes(A, "y"))).properties("*"));
        assertEquals("weight=2.5 note=N1", properties(all.contains().get(0)));
    }

    @Test
    void aRequiredSupplementSpeaksAndIsNamed() {
        CodeSystem base = Table.of(A, "x");
        CodeSystem supplement = Table.supplement("http://example.org/s|3", A)
                .codes("x")
                .property("x", "note", "N")
                .build();
        ValueSetDefinition all = valueSet(VS, whole(A));
        ExpandResult result = expansion(
                List.of(base, supplement), expand(all).properties("note").supplement("http://example.org/s"));
        assertEquals("note=N", properties(result.contains().get(0)));
        assertEquals("http://example.org/s|3", parameter(result, "used-supplement"));
        Issue missing = refusal(base, expand(all).supplement("http://example.org/none"));
        assertEquals("VALUESET_SUPPLEMENT_MISSING", missing.messageId());
    }

    @Test
    void aSupplementOfAnotherSystemIsMissingToo() {
        CodeSystem supplement = Table.supplement("http://example.org/s|3", "http://example.org/b")
                .build();
        TerminologyException refused = assertThrows(
                TerminologyException.class,
                () -> expansion(
                        List.of(Table.of(A, "x"), supplement),
                        expand(valueSet(VS, whole(A))).supplement("http://example.org/s")));
        assertEquals("VALUESET_SUPPLEMENT_MISSING", refused.issues().get(0).messageId());
    }

    @Test
    void aSupplementThatAppliesByItselfIsNamedOnlyWhereItTellsSomething() {
        CodeSystem supplement = Table.supplement("http://example.org/default|1", A)
                .codes("x")
                .property("x", "note", "N")
                .build();
        List<CodeSystem> systems = List.of(Table.of(A, "x"), supplement);
        ValueSetDefinition all = valueSet(VS, whole(A));
        assertNull(parameter(expansion(systems, expand(all)), "used-supplement"));
        assertEquals(
                "http://example.org/default|1",
                parameter(expansion(systems, expand(all).properties("note")), "used-supplement"));
    }

    @Test
    void aFragmentLeavesTheExpansionOpen() {
        CodeSystem fragment =
                Table.named(A).content(ContentMode.FRAGMENT).codes("x", "y").build();
        ExpandResult whole = expansion(fragment, expand(valueSet(VS, whole(A))));
        assertEquals(STRUCTURE + "valueset-unclosed", whole.extensions().get(0).url());
        assertEquals(A, parameter(whole, "used-fragment"));
        assertTrue(expansion(fragment, expand(valueSet(VS, codes(A, "x"))))
                .extensions()
                .isEmpty());
        assertEquals(
                2,
                expansion(fragment, expand(valueSet(VS, codes(A, "x", "zz"))))
                        .extensions()
                        .size());
    }

    @Test
    void missingPartsAreRefused() {
        assertEquals(
                "UNKNOWN_CODESYSTEM_EXP",
                refusal(tree, expand(valueSet(VS, whole("http://example.org/q"))))
                        .messageId());
        assertEquals(
                "UNKNOWN_CODESYSTEM_VERSION_EXP",
                refusal(tree, expand(valueSet(VS, whole(A + "|7")))).messageId());
        assertEquals(
                "VS_EXP_IMPORT_UNK",
                refusal(tree, expand(valueSet(VS, imports("http://example.org/q"))))
                        .messageId());
        CodeSystem none = Table.named(A).content(ContentMode.NOT_PRESENT).build();
        assertTrue(refusal(none, expand(valueSet(VS, whole(A)))).text().contains("has no content"));
    }

    @Test
    void anExcludedSystemMayBeMissing() {
        ValueSetDefinition both = valueSet(VS, whole("http://example.org/q"), codes(A, "a"));
        assertEquals("a", run(tree, expand(both).excludeSystem("http://example.org/q")));
        assertEquals("", run(tree, expand(valueSet(VS, whole(A))).excludeSystem(A)));
    }

    @Test
    void theStatusOfWhatIsUsedIsTold() {
        CodeSystem draft = Table.named(A).status("draft").codes("x").build();
        assertEquals(A, parameter(expansion(draft, expand(valueSet(VS, whole(A)))), "warning-draft"));
        CodeSystem retired = Table.named(A).status("retired").codes("x").build();
        assertEquals(A, parameter(expansion(retired, expand(valueSet(VS, whole(A)))), "warning-retired"));
    }

    @Test
    void twoVersionsBroughtTogetherByImportsTellTheirVersions() {
        MemoryCodeSystems systems = new MemoryCodeSystems(Table.of(A + "|1", "x"), Table.of(A + "|2", "x", "y"));
        MemoryValueSets valueSets = new MemoryValueSets(
                valueSet("http://example.org/1", codes(A + "|1", "x")),
                valueSet("http://example.org/2", codes(A + "|2", "x", "y")));
        ValueSetDefinition both = valueSet(VS, imports("http://example.org/1"), imports("http://example.org/2"));
        List<ExpandedConcept> entries = new ExpandOperation(
                        systems, new ValueSetCompiler(systems, valueSets, Budget.UNLIMITED), Budget.UNLIMITED)
                .run(expand(both).build())
                .contains();
        assertEquals(
                List.of("1", "2"),
                entries.stream().map(ExpandedConcept::version).toList());
        assertEquals("x y", text(entries));
    }

    private static String run(CodeSystem system, Requests request) {
        return text(expansion(system, request).contains());
    }

    private static ExpandedConcept only(CodeSystem system, Requests request) {
        return expansion(system, request).contains().get(0);
    }

    private static ExpandResult expansion(CodeSystem system, Requests request) {
        return expansion(List.of(system), request);
    }

    private static ExpandResult expansion(List<CodeSystem> all, Requests request) {
        MemoryCodeSystems systems = new MemoryCodeSystems(all.toArray(CodeSystem[]::new));
        ValueSetCompiler compiler = new ValueSetCompiler(systems, new MemoryValueSets(), Budget.UNLIMITED);
        return new ExpandOperation(systems, compiler, Budget.UNLIMITED).run(request.build());
    }

    private static Issue refusal(CodeSystem system, Requests request) {
        return assertThrows(TerminologyException.class, () -> expansion(system, request))
                .issues()
                .get(0);
    }

    private static String text(List<ExpandedConcept> entries) {
        return entries.stream()
                .map(entry -> entry.code() + (entry.contains().isEmpty() ? "" : "(" + text(entry.contains()) + ")"))
                .collect(Collectors.joining(" "));
    }

    private static String properties(ExpandedConcept entry) {
        return entry.properties().stream()
                .map(property -> property.code() + "=" + property.value())
                .collect(Collectors.joining(" "));
    }

    private static List<String> urls(List<Extension> extensions) {
        return extensions.stream().map(Extension::url).toList();
    }

    private static @Nullable String parameter(ExpandResult result, String name) {
        return result.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(ExpansionParameter::value)
                .findFirst()
                .orElse(null);
    }
}
