package org.fixator.valueset;

import static org.fixator.valueset.Define.codes;
import static org.fixator.valueset.Define.imports;
import static org.fixator.valueset.Define.isA;
import static org.fixator.valueset.Define.valueSet;
import static org.fixator.valueset.Define.where;
import static org.fixator.valueset.Define.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class CompareOperationTest {

    private static final String A = "http://example.org/a";
    private static final String B = "http://example.org/b";
    private static final String ONE = "http://example.org/one|1";
    private static final String OTHER = "http://example.org/other|1";

    private final CodeSystem tree = Table.of(A + "|1", "a", "a>a1", "a1>a11", "a>a2!", "b", "b>b1");
    private final CodeSystem later = Table.of(A + "|2", "a", "a>a1", "a1>a11", "a>a2!", "a>a3", "b", "b>b1");
    private final MemoryCodeSystems systems = new MemoryCodeSystems(tree, later, Table.of(B, "x", "y"));

    private static ValueSetDefinition one(Include... include) {
        return valueSet(ONE, include);
    }

    private static ValueSetDefinition other(Include... include) {
        return valueSet(OTHER, include);
    }

    private static ValueSetDefinition activeOnly(ValueSetDefinition valueSet) {
        Compose compose = Objects.requireNonNull(valueSet.compose());
        return Define.of(
                valueSet.label(),
                new Compose(compose.include(), compose.exclude(), false, null, List.of(), List.of()),
                null,
                List.of());
    }

    private CompareResult compare(ValueSetDefinition one, ValueSetDefinition other) {
        return compare(one, other, Budget.UNLIMITED, false);
    }

    private CompareResult compare(ValueSetDefinition one, ValueSetDefinition other, Budget budget, boolean activeOnly) {
        ValueSetCompiler compiler = new ValueSetCompiler(systems, new MemoryValueSets(one, other), Budget.UNLIMITED);
        return new CompareOperation(systems, compiler, budget)
                .run(new CompareRequest(one, other, VersionRules.NONE, List.of(), activeOnly));
    }

    private void assertCompares(String expected, ValueSetDefinition one, ValueSetDefinition other) {
        CompareResult result = compare(one, other);
        assertEquals(expected, result.relation().code() + (result.expanded() ? " by members" : ""), result.message());
    }

    @Test
    void theOrderOfADefinitionMeansNothing() {
        assertCompares(
                "same", one(isA(A, "a"), codes(A, "b", "b1")), other(codes(A, "b1"), codes(A, "b"), isA(A, "a")));
        assertCompares("same", one(whole(A), whole(B)), other(whole(B), whole(A), codes(A, "a1")));
    }

    @Test
    void listsAreComparedEvenIfTheirSystemIsUnknown() {
        CompareResult result = compare(one(codes("urn:none", "x", "y")), other(codes("urn:none", "z", "y")));
        assertEquals(SetRelation.OVERLAPPING, result.relation());
        assertFalse(result.expanded());
        assertEquals(new CodeLists(List.of("y"), List.of("x"), List.of("z")), result.codes());
    }

    @Test
    void codesOfOneSystemSayNothingOfAnother() {
        assertCompares("disjoint", one(codes(A, "a")), other(codes(B, "a")));
        assertCompares("subset", one(codes(A, "a")), other(codes(A, "a"), codes(B, "x")));
        assertCompares("disjoint", one(isA(A, "a")), other(whole(B)));
        assertCompares("subset", one(whole(B)), other(whole("urn:none"), whole(B)));
    }

    @Test
    void treesAreComparedByTheirRoots() {
        assertCompares("subset", one(isA(A, "a1")), other(isA(A, "a")));
        assertCompares("superset", one(isA(A, "a")), other(isA(A, "a1")));
        assertCompares("disjoint", one(isA(A, "a")), other(isA(A, "b")));
    }

    @Test
    void treesThatShareADescendantOverlap() {
        String url = "http://example.org/two";
        CodeSystem two =
                Table.named(url).codes("a", "b", "a>c").parent("c", "b").build();
        MemoryCodeSystems only = new MemoryCodeSystems(two);
        ValueSetCompiler compiler = new ValueSetCompiler(only, new MemoryValueSets(), Budget.UNLIMITED);
        CompareResult result = new CompareOperation(only, compiler, Budget.UNLIMITED)
                .run(new CompareRequest(one(isA(url, "a")), other(isA(url, "b")), VersionRules.NONE, List.of(), false));
        assertEquals(SetRelation.OVERLAPPING, result.relation());
    }

    @Test
    void aListThatNamesEverythingIsTheWhole() {
        assertCompares("same", one(whole(B)), other(codes(B, "x", "y")));
        assertCompares("superset", one(whole(B)), other(codes(B, "x")));
    }

    @Test
    void whatDefinitionsDoNotTellMembersDo() {
        assertCompares("same by members", one(isA(A, "b")), other(codes(A, "b", "b1")));
        assertCompares(
                "superset by members",
                one(isA(A, "a")),
                valueSet(OTHER, List.of(isA(A, "a")), List.of(codes(A, "a2", "a3"))));
        assertCompares("same by members", one(isA(A, "b")), other(imports(ONE)));
    }

    @Test
    void codesThatMakeTheDifferenceAreListedInTheOrderOfExpansions() {
        CompareResult result = compare(one(isA(A, "a")), other(codes(A, "b", "a11", "a")));
        assertEquals(new CodeLists(List.of("a", "a11"), List.of("a1", "a2", "a3"), List.of("b")), result.codes());
    }

    @Test
    void aVersionCountsWhereAFilterDoes() {
        assertCompares("subset by members", one(isA(A + "|1", "a")), other(isA(A + "|2", "a")));
        assertCompares("same", one(isA(A + "|2", "a")), other(isA(A, "a")));
        assertCompares("same by members", one(isA(A + "|1", "b")), other(isA(A + "|2", "b")));
    }

    @Test
    void aVersionDoesNotCountForWholeSystemsAndLists() {
        assertCompares("same", one(whole(A + "|1")), other(whole(A + "|2")));
        assertCompares("same", one(codes(A + "|1", "a")), other(codes(A + "|2", "a")));
    }

    @Test
    void nothingOnBothSidesIsEmpty() {
        assertCompares("empty by members", one(where(A, "code", "none")), other(where(A, "code", "no")));
        assertCompares("disjoint by members", one(where(A, "code", "none")), other(codes(A, "a")));
    }

    @Test
    void whatIsInactiveIsLeftOutWhereEitherSideSaysSo() {
        assertCompares("subset by members", activeOnly(one(isA(A, "a"))), other(isA(A, "a")));
        assertCompares("same", activeOnly(one(isA(A, "a"))), activeOnly(other(isA(A, "a"))));
        assertCompares("same by members", activeOnly(one(codes(A, "a", "a2"))), activeOnly(other(codes(A, "a"))));
        CompareResult asked = compare(one(codes(A, "a", "a2")), other(codes(A, "a")), Budget.UNLIMITED, true);
        assertEquals(SetRelation.SAME, asked.relation());
    }

    @Test
    void whatCannotBeExpandedCannotBeTold() {
        assertCompares("indeterminate by members", one(isA("urn:none", "x")), other(codes("urn:none", "y")));
        assertTrue(compare(one(isA("urn:none", "x")), other(whole(B))).message().contains("This expansion failed: "));
        assertTrue(
                compare(one(whole(B)), other(imports("urn:missing"))).message().contains("Other expansion failed: "));
        assertTrue(compare(one(isA("urn:none", "x")), other(isA("urn:none", "y")))
                .message()
                .contains("Both expansions failed: "));
    }

    @Test
    void aFragmentMayHoldMoreThanIsKnown() {
        String url = "http://example.org/part";
        CodeSystem part =
                Table.named(url).content(ContentMode.FRAGMENT).codes("a", "a>b").build();
        MemoryCodeSystems only = new MemoryCodeSystems(part);
        ValueSetCompiler compiler = new ValueSetCompiler(only, new MemoryValueSets(), Budget.UNLIMITED);
        CompareOperation operation = new CompareOperation(only, compiler, Budget.UNLIMITED);
        assertEquals(
                SetRelation.INDETERMINATE,
                operation
                        .run(new CompareRequest(
                                one(isA(url, "a")), other(isA(url, "b")), VersionRules.NONE, List.of(), false))
                        .relation());
        assertEquals(
                SetRelation.SAME,
                operation
                        .run(new CompareRequest(
                                one(whole(url)), other(whole(url)), VersionRules.NONE, List.of(), false))
                        .relation());
    }

    @Test
    void aSupplementThatIsNotHereIsRefused() {
        ValueSetCompiler compiler = new ValueSetCompiler(systems, new MemoryValueSets(), Budget.UNLIMITED);
        CompareOperation operation = new CompareOperation(systems, compiler, Budget.UNLIMITED);
        CompareRequest request = new CompareRequest(
                one(whole(A)), other(whole(A)), VersionRules.NONE, List.of(Canonical.parse("urn:none")), false);
        assertThrows(TerminologyException.class, () -> operation.run(request));
    }

    /** Members are listed under the limit and counted above it: the relation is the same, and the definitions agree. */
    @Test
    void allWaysToCompareAgree() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Budget small = new Budget() {
            @Override
            public void check() {}

            @Override
            public int maximumExpansion() {
                return 0;
            }
        };
        for (int round = 0; round < 2000; round++) {
            ValueSetDefinition one = random(random, ONE);
            ValueSetDefinition other = random(random, OTHER);
            String message = "seed " + seed + ": " + one.compose() + " and " + other.compose();
            // An exclude of nothing changes no member and makes the definition unfit to reason with.
            ValueSetDefinition opaque =
                    valueSet(ONE, Objects.requireNonNull(one.compose()).include(), List.of(codes(B, "none")));
            CompareResult told = compare(one, other);
            CompareResult listed = compare(opaque, other);
            CompareResult counted = compare(opaque, other, small, false);
            assertTrue(listed.expanded(), message);
            assertEquals(listed.relation(), told.relation(), message);
            assertEquals(listed.relation(), counted.relation(), message);
            assertEquals(mirrored(told.relation()), compare(other, one).relation(), message);
        }
    }

    private static SetRelation mirrored(SetRelation relation) {
        return switch (relation) {
            case SUBSET -> SetRelation.SUPERSET;
            case SUPERSET -> SetRelation.SUBSET;
            default -> relation;
        };
    }

    private static ValueSetDefinition random(Random random, String canonical) {
        List<Include> includes = new ArrayList<>();
        String[] all = {"a", "a1", "a11", "a2", "a3", "b", "b1"};
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            includes.add(
                    switch (random.nextInt(6)) {
                        case 0 -> whole(A);
                        case 1, 2 -> isA(A, all[random.nextInt(all.length)]);
                        case 3 -> codes(B, random.nextBoolean() ? "x" : "y");
                        default -> codes(A, all[random.nextInt(all.length)], all[random.nextInt(all.length)]);
                    });
        }
        return valueSet(canonical, includes.toArray(Include[]::new));
    }
}
