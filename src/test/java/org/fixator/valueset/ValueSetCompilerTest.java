package org.fixator.valueset;

import static org.fixator.valueset.Define.codes;
import static org.fixator.valueset.Define.containing;
import static org.fixator.valueset.Define.cut;
import static org.fixator.valueset.Define.entry;
import static org.fixator.valueset.Define.imports;
import static org.fixator.valueset.Define.isA;
import static org.fixator.valueset.Define.valueSet;
import static org.fixator.valueset.Define.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class ValueSetCompilerTest {

    private static final String A = "http://example.org/a";
    private static final String B = "http://example.org/b";
    private static final String VS = "http://example.org/vs";

    private final CodeSystem one = Table.of(A + "|1.0", "a", "b", "c", "d");
    private final CodeSystem two = Table.of(A + "|2.0", "a", "b", "c", "c>c1", "c>c2");
    private final CodeSystem other = Table.of(B, "x", "y");
    private final MemoryCodeSystems systems = new MemoryCodeSystems(one, two, other);

    @Test
    void includesFollowOneAnotherAndEachConceptComesOnce() {
        assertMembers(List.of("c", "c1", "c2", "x", "a", "b"), valueSet(VS, isA(A, "c"), codes(B, "x"), whole(A)));
    }

    @Test
    void anEnumerationKeepsItsOrderAndDropsWhatIsNotThere() {
        CompiledValueSet compiled = compile(valueSet(VS, codes(A, "c", "zz", "a", "c")));
        assertEquals(List.of("c", "a"), members(compiled));
        assertEquals("zz", compiled.selections().get(0).absent().get(0).code());
    }

    @Test
    void excludesTakeOut() {
        assertMembers(List.of("a", "b"), valueSet(VS, List.of(whole(A)), List.of(isA(A, "c"))));
        assertMembers(List.of("x"), valueSet(VS, List.of(whole(A), codes(B, "x")), List.of(whole(A))));
    }

    @Test
    void importsOfOneIncludeAreCutWithOneAnother() {
        MemoryValueSets valueSets = new MemoryValueSets(
                valueSet("http://example.org/1", codes(A, "c", "a"), codes(B, "y", "x")),
                valueSet("http://example.org/2", whole(A), codes(B, "x")));
        ValueSetDefinition both = valueSet(VS, imports("http://example.org/1", "http://example.org/2"));
        assertEquals(List.of("c", "a", "x"), members(compile(both, valueSets)));
        ValueSetDefinition narrowed = valueSet(VS, cut(isA(A, "c"), "http://example.org/1"));
        assertEquals(List.of("c"), members(compile(narrowed, valueSets)));
    }

    @Test
    void excludesMayImportAndMayBeCut() {
        MemoryValueSets valueSets = new MemoryValueSets(valueSet("http://example.org/1", codes(A, "c", "a")));
        ValueSetDefinition all = valueSet(VS, List.of(whole(A)), List.of(imports("http://example.org/1")));
        assertEquals(List.of("b", "c1", "c2"), members(compile(all, valueSets)));
        ValueSetDefinition some = valueSet(VS, List.of(whole(A)), List.of(cut(isA(A, "c"), "http://example.org/1")));
        assertEquals(List.of("a", "b", "c1", "c2"), members(compile(some, valueSets)));
    }

    @Test
    void containedValueSetsAreFoundByTheirIdAndNotReported() {
        CompiledValueSet compiled =
                compile(containing(valueSet("#inner", codes(A, "b")), VS, imports("#inner"), codes(B, "x")));
        assertEquals(List.of("b", "x"), members(compiled));
        assertTrue(compiled.imports().isEmpty());
    }

    @Test
    void anImportOfAnotherVersionCountsByItsCodes() {
        MemoryValueSets valueSets = new MemoryValueSets(valueSet("http://example.org/1", whole(A + "|1.0")));
        ValueSetDefinition narrowed = valueSet(VS, cut(whole(A), "http://example.org/1"));
        assertEquals(List.of("a", "b", "c"), members(compile(narrowed, valueSets)));
    }

    @Test
    void statedVersionsAreApartAndTheNewestComesFirst() {
        CompiledValueSet compiled = compile(valueSet(VS, codes(A + "|1.0", "a", "d"), codes(A + "|2.0", "a", "c1")));
        assertEquals(List.of("a", "c1", "a", "d"), members(compiled));
        assertTrue(compiled.statesVersions());
        assertTrue(compiled.contains(one, Objects.requireNonNull(one.find("d"))));
        assertFalse(compiled.contains(two, Objects.requireNonNull(two.find("b"))));
    }

    @Test
    void versionsThatMatchAreOneMember() {
        ValueSetDefinition matching = Define.of(
                VS,
                new Compose(List.of(whole(A + "|1.0"), whole(A + "|2.0")), List.of(), null, null, List.of(), List.of()),
                null,
                List.of(ExpansionParameter.string("versionsMatch", "true")));
        assertMembers(List.of("a", "b", "c", "c1", "c2", "d"), matching);
    }

    @Test
    void anExcludeOfAnotherVersionCountsWhereItCouldNotDoAnythingElse() {
        ValueSetDefinition apart = valueSet(VS, List.of(whole(A + "|2.0")), List.of(whole(A + "|1.0")));
        assertMembers(List.of("c1", "c2"), apart);
        assertEquals(true, compile(apart).matchesVersions());
        ValueSetDefinition overlapping =
                valueSet(VS, List.of(codes(A + "|1.0", "a"), codes(A + "|2.0", "a")), List.of(codes(A + "|1.0", "a")));
        assertMembers(List.of("a"), overlapping);
    }

    @Test
    void whatIsMissingIsAProblemAndTheRestIsCompiled() {
        CompiledValueSet compiled = compile(valueSet(
                VS,
                whole("http://example.org/unknown"),
                whole(A + "|3.0"),
                imports("http://example.org/no"),
                codes(B, "x")));
        assertEquals(List.of("x"), members(compiled));
        assertEquals(3, compiled.problems().size());
        assertInstanceOf(
                CompileProblem.MissingValueSet.class, compiled.problems().get(2));
    }

    @Test
    void aSystemWithoutContentIsAProblem() {
        CodeSystem none = Table.named(A).content(ContentMode.NOT_PRESENT).build();
        CompiledValueSet compiled = new ValueSetCompiler(
                        new MemoryCodeSystems(none), new MemoryValueSets(), Budget.UNLIMITED)
                .compile(valueSet(VS, whole(A)), VersionRules.NONE, List.of());
        assertInstanceOf(CompileProblem.NoContent.class, compiled.problems().get(0));
    }

    @Test
    void aFilterMayAskForWhatOnlyARequiredSupplementKnows() {
        CodeSystem base = Table.of("http://example.org/base", "x", "y", "z");
        CodeSystem supplement = Table.supplement("http://example.org/s", "http://example.org/base")
                .codes("z", "y")
                .property("z", "note", "N")
                .property("y", "note", "N")
                .build();
        ValueSetDefinition noted = Define.supplemented(
                valueSet(VS, Define.where("http://example.org/base", "note", "N")), "http://example.org/s");
        CompiledValueSet compiled = new ValueSetCompiler(
                        new MemoryCodeSystems(base, supplement), new MemoryValueSets(), Budget.UNLIMITED)
                .compile(noted, VersionRules.NONE, List.of());
        assertEquals(List.of("y", "z"), members(compiled));
        assertTrue(compiled.contains(base, Objects.requireNonNull(base.find("y"))));
    }

    @Test
    void circularImportsAreRefusedWithTheirPath() {
        MemoryValueSets valueSets = new MemoryValueSets(
                valueSet("http://example.org/1|1", imports("http://example.org/2")),
                valueSet("http://example.org/2|1", imports("http://example.org/1")));
        ValueSetDefinition first = Objects.requireNonNull(valueSets.find("http://example.org/1", null));
        Issue issue = refusal(first, valueSets);
        assertEquals("VALUESET_CIRCULAR_REFERENCE", issue.messageId());
        assertTrue(issue.text().contains("[http://example.org/1|1, http://example.org/2|1]"), issue.text());
    }

    @Test
    void aDiamondOfImportsIsNotACircle() {
        MemoryValueSets valueSets = new MemoryValueSets(
                valueSet("http://example.org/1", imports("http://example.org/3")),
                valueSet("http://example.org/2", imports("http://example.org/3")),
                valueSet("http://example.org/3", codes(B, "y")));
        ValueSetDefinition top = valueSet(VS, imports("http://example.org/1"), imports("http://example.org/2"));
        CompiledValueSet compiled = compile(top, valueSets);
        assertEquals(List.of("y"), members(compiled));
        assertEquals(3, compiled.imports().size());
    }

    @Test
    void aLongChainOfImportsIsRefused() {
        ValueSetDefinition[] chain = new ValueSetDefinition[200];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = valueSet("http://example.org/chain" + i, imports("http://example.org/chain" + (i + 1)));
        }
        assertTrue(refusal(chain[0], new MemoryValueSets(chain)).text().contains("deep"));
    }

    @Test
    void aFilterWithoutAValueIsRefusedWithItsPlace() {
        Issue issue = refusal(valueSet(VS, whole(B), isA(A, "")), new MemoryValueSets());
        assertEquals("UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE", issue.messageId());
        assertEquals("ValueSet.compose.include[1].filter[0]", issue.expression());
    }

    @Test
    void anIncludeMustNameASource() {
        assertTrue(
                refusal(valueSet(VS, imports()), new MemoryValueSets()).text().contains("vsd-1"));
    }

    @Test
    void withoutAComposeTheStoredExpansionCounts() {
        StoredExpansion stored =
                new StoredExpansion(null, List.of(), List.of(entry(A, "q", entry(A, "r")), entry(B, "x")));
        CompiledValueSet compiled = compile(Define.of(VS, null, stored, List.of()));
        assertEquals(List.of("q", "r", "x"), members(compiled));
        assertTrue(compiled.problems().isEmpty());
    }

    @Test
    void withoutAComposeAndAnExpansionThereIsNothingToSay() {
        assertTrue(refusal(Define.of(VS, null, null, List.of()), new MemoryValueSets())
                .text()
                .contains("neither"));
    }

    @Test
    void aValueSetVersionIsPinnedByRuleAndReported() {
        MemoryValueSets valueSets = new MemoryValueSets(
                valueSet("http://example.org/1|1.0", codes(A, "a")),
                valueSet("http://example.org/1|2.0", codes(A, "b")));
        List<Canonical> rule = List.of(Canonical.parse("http://example.org/1|1.0"));
        VersionRules rules = new VersionRules(List.of(), List.of(), List.of(), rule);
        CompiledValueSet compiled = new ValueSetCompiler(systems, valueSets, Budget.UNLIMITED)
                .compile(valueSet(VS, imports("http://example.org/1")), rules, List.of());
        assertEquals(List.of("a"), members(compiled));
        assertEquals(rule, compiled.pinned());
    }

    private CompiledValueSet compile(ValueSetDefinition valueSet) {
        return compile(valueSet, new MemoryValueSets());
    }

    private CompiledValueSet compile(ValueSetDefinition valueSet, MemoryValueSets valueSets) {
        return new ValueSetCompiler(systems, valueSets, Budget.UNLIMITED)
                .compile(valueSet, VersionRules.NONE, List.of());
    }

    private Issue refusal(ValueSetDefinition valueSet, MemoryValueSets valueSets) {
        return assertThrows(TerminologyException.class, () -> compile(valueSet, valueSets))
                .issues()
                .get(0);
    }

    private void assertMembers(List<String> codes, ValueSetDefinition valueSet) {
        assertEquals(codes, members(compile(valueSet)));
    }

    private static List<String> members(CompiledValueSet compiled) {
        List<String> codes = new ArrayList<>();
        for (Selection selection : compiled.selections()) {
            selection.members().iterator(0).forEachRemaining(concept -> codes.add(concept.code()));
        }
        return codes;
    }
}
