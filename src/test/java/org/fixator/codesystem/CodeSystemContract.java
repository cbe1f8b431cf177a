package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CodeSystem} owes its callers. One subclass for each implementation. */
public abstract class CodeSystemContract {

    /** The system to be tested. */
    protected abstract CodeSystem system();

    /** Three different codes that the system holds, in its own order. */
    protected abstract List<String> codes();

    /** A code that it does not hold. */
    protected abstract String unknownCode();

    private Concept concept(int index) {
        Concept concept = system().find(codes().get(index));
        assertNotNull(concept);
        return concept;
    }

    private static List<String> codes(ConceptSet set) {
        List<String> codes = new ArrayList<>();
        set.iterator(0).forEachRemaining(concept -> codes.add(concept.code()));
        return codes;
    }

    @Test
    void aCodeIsFoundAndAMissingOneIsNot() {
        assertEquals(codes().get(0), concept(0).code());
        assertNull(system().find(unknownCode()));
        assertNotNull(system().absence(unknownCode()));
    }

    @Test
    void conceptsAreEqualByTheirCodes() {
        assertEquals(concept(0), concept(0));
        assertEquals(concept(0).hashCode(), concept(0).hashCode());
        assertNotEquals(concept(0), concept(1));
    }

    @Test
    void allHoldsEveryConcept() {
        for (int i = 0; i < codes().size(); i++) {
            assertTrue(system().all().contains(concept(i)));
        }
    }

    @Test
    void anEnumerationKeepsItsOrder() {
        ConceptSet set = system().enumerated(List.of(concept(2), concept(0)));
        assertTrue(set.isClosed());
        assertEquals(2, set.size());
        assertEquals(List.of(codes().get(2), codes().get(0)), codes(set));
        assertEquals(codes().get(0), set.iterator(1).next().code());
        assertFalse(set.iterator(2).hasNext());
        assertFalse(set.contains(concept(1)));
    }

    @Test
    void setsCombine() {
        ConceptSet first = system().enumerated(List.of(concept(0), concept(1)));
        ConceptSet last = system().enumerated(List.of(concept(1), concept(2)));
        assertEquals(List.of(codes().get(1)), codes(first.and(last)));
        assertEquals(List.of(codes().get(0)), codes(first.without(last)));
        assertEquals(3, first.or(last).size());
        assertEquals(2, first.and(system().all()).size());
        assertTrue(first.or(system().all()).contains(concept(2)));
        assertFalse(system().all().without(first).contains(concept(0)));
    }

    @Test
    void aConceptSubsumesItself() {
        assertEquals(Subsumption.EQUIVALENT, system().subsumes(concept(1), concept(1)));
    }

    @Test
    void aSearchFindsOnlyWhatIsWithin() {
        ConceptSet within = system().enumerated(List.of(concept(0)));
        RankedConcepts found = system().search(codes().get(0), within, 0, 10);
        assertTrue(found.total() <= 1);
        assertTrue(found.concepts().stream().allMatch(concept(0)::equals));
    }

    @Test
    void aFilterThatMakesNoSenseIsRefused() {
        assertThrows(
                TerminologyException.class, () -> system().filter(new PropertyFilter("no-such-property", "=", "x")));
        assertThrows(TerminologyException.class, () -> system().filter(new PropertyFilter("concept", "is-a", null)));
    }

    @Test
    void nearestCodesExist() {
        for (String near : system().nearest(unknownCode(), Likeness.GUESS)) {
            assertNotNull(system().find(near), near);
        }
    }

    @Test
    void aPageIsAPieceOfTheWhole() {
        ConceptSet all = system().all();
        List<String> whole = codes(all);
        assertEquals(all.size(), whole.size());
        for (int offset : new int[] {1, whole.size() / 2, whole.size(), whole.size() + 3}) {
            List<String> page = new ArrayList<>();
            all.iterator(offset).forEachRemaining(concept -> page.add(concept.code()));
            assertEquals(whole.subList(Math.min(offset, whole.size()), whole.size()), page);
        }
    }

    @Test
    void whatIsListedCanBeFound() {
        for (String code : codes(system().all())) {
            assertEquals(code, concept(code).code());
        }
    }

    @Test
    void aFilterByCodeSelectsOne() {
        ConceptSet one = system().filter(new PropertyFilter("code", "=", codes().get(0)));
        assertTrue(one.contains(concept(0)));
        assertFalse(one.contains(concept(1)));
    }

    @Test
    void inactiveAndAbstractConceptsAreWhatTheirSetsHold() {
        system().inactive().iterator(0).forEachRemaining(concept -> assertTrue(concept.isInactive()));
        system().abstracts().iterator(0).forEachRemaining(concept -> assertTrue(concept.isAbstract()));
    }

    /** The concept of a code that exists. */
    protected final Concept concept(String code) {
        Concept concept = system().find(code);
        assertNotNull(concept, code);
        return concept;
    }
}
