package org.fixator.codesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CodeSystem} keeps, whatever it is made of. A subclass for each implementation says which codes it may
 * be asked about.
 */
public abstract class CodeSystemContract {

    /** The code system under test, made once. */
    protected abstract CodeSystem system();

    /** At least three codes that exist, none a parent of another. */
    protected abstract List<String> codes();

    /** A code that does not exist. */
    protected abstract String unknownCode();

    @Test
    protected void findsConceptsByTheirCodes() {
        for (String code : codes()) {
            Concept concept = concept(code);
            assertThat(concept.code()).isEqualTo(code);
            assertThat(concept).isEqualTo(concept(code)).hasSameHashCodeAs(concept(code));
        }
        assertThat(concept(codes().get(0))).isNotEqualTo(concept(codes().get(1)));
    }

    @Test
    protected void doesNotFindWhatDoesNotExist() {
        assertThat(system().find(unknownCode())).isNull();
        assertThat(system().find("")).isNull();
        assertThat(system().absence(unknownCode())).isNotNull();
        assertThat(system().absence("")).isNotNull();
    }

    @Test
    protected void nearestCodesExist() {
        for (String near : system().absence(unknownCode()).nearest()) {
            assertThat(system().find(near)).as(near).isNotNull();
        }
    }

    @Test
    protected void allConceptsAreInTheWhole() {
        ConceptSet all = system().all();
        codes().forEach(code -> assertThat(all.contains(concept(code))).as(code).isTrue());
        Iterator<Concept> members = all.iterator(0);
        while (members.hasNext()) {
            Concept member = members.next();
            assertThat(system().find(member.code())).as(member.code()).isEqualTo(member);
        }
    }

    @Test
    protected void aPageIsAPieceOfTheWhole() {
        ConceptSet all = system().all();
        List<Concept> whole = list(all, 0);
        assertThat(whole).hasSize(all.size()).doesNotHaveDuplicates();
        for (int offset : new int[] {1, whole.size() / 2, whole.size(), whole.size() + 3}) {
            assertThat(list(all, offset)).isEqualTo(whole.subList(Math.min(offset, whole.size()), whole.size()));
        }
        assertThatThrownBy(() -> all.iterator(whole.size()).next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    protected void enumeratedSetsHoldJustTheirConcepts() {
        ConceptSet two = set(0, 1);
        assertThat(two.isClosed()).isTrue();
        assertThat(two.size()).isEqualTo(2);
        assertThat(two.contains(concept(codes().get(0)))).isTrue();
        assertThat(two.contains(concept(codes().get(2)))).isFalse();
    }

    @Test
    protected void setsObeyTheLawsOfSets() {
        ConceptSet ab = set(0, 1);
        ConceptSet bc = set(1, 2);
        assertThat(codesOf(ab.and(bc))).containsExactly(codes().get(1));
        assertThat(codesOf(ab.or(bc))).containsExactlyInAnyOrderElementsOf(codes().subList(0, 3));
        assertThat(codesOf(ab.without(bc))).containsExactly(codes().get(0));
        assertThat(codesOf(ab.and(system().all()))).containsExactlyInAnyOrderElementsOf(codes().subList(0, 2));
        assertThat(codesOf(system().all().and(ab))).containsExactlyInAnyOrderElementsOf(codes().subList(0, 2));
        assertThat(codesOf(ab.without(system().all()))).isEmpty();
        ConceptSet rest = system().all().without(ab);
        assertThat(rest.contains(concept(codes().get(0)))).isFalse();
        assertThat(rest.contains(concept(codes().get(2)))).isTrue();
        assertThat(rest.isClosed()).isEqualTo(system().all().isClosed());
    }

    @Test
    protected void aFilterByCodeSelectsOne() {
        ConceptSet one = system().filter(new PropertyFilter("code", "=", codes().get(0)));
        assertThat(one.contains(concept(codes().get(0)))).isTrue();
        assertThat(one.contains(concept(codes().get(1)))).isFalse();
    }

    @Test
    protected void unknownFiltersAreRefused() {
        assertThatThrownBy(() -> system().filter(new PropertyFilter("no-such-property", "=", "x")))
                .isInstanceOf(TerminologyException.class);
    }

    @Test
    protected void aCodeIsEquivalentToItself() {
        codes().forEach(code ->
                assertThat(system().subsumes(concept(code), concept(code))).isEqualTo(Subsumption.EQUIVALENT));
    }

    @Test
    protected void searchFindsListedMembersOnly() {
        RankedConcepts found = system().search("zzzz no such words", system().all(), 0, 10);
        assertThat(found.total()).isZero();
        Concept first = list(set(0, 1), 0).get(0);
        RankedConcepts byCode = system().search(first.code(), set(0, 1), 0, 10);
        assertThat(byCode.concepts()).allMatch(concept -> set(0, 1).contains(concept));
        assertThat(byCode.total()).isGreaterThanOrEqualTo(byCode.concepts().size());
    }

    @Test
    protected void inactiveAndAbstractConceptsAreWhatTheirSetsHold() {
        list(system().inactive(), 0)
                .forEach(concept -> assertThat(concept.isInactive()).isTrue());
        list(system().abstracts(), 0)
                .forEach(concept -> assertThat(concept.isAbstract()).isTrue());
    }

    protected final Concept concept(String code) {
        Concept concept = system().find(code);
        assertThat(concept).as(code).isNotNull();
        return java.util.Objects.requireNonNull(concept);
    }

    protected static List<Concept> list(ConceptSet set, int offset) {
        List<Concept> members = new ArrayList<>();
        set.iterator(offset).forEachRemaining(members::add);
        return members;
    }

    protected static List<String> codesOf(ConceptSet set) {
        return list(set, 0).stream().map(Concept::code).toList();
    }

    private ConceptSet set(int a, int b) {
        return system().enumerated(List.of(concept(codes().get(a)), concept(codes().get(b))));
    }
}
