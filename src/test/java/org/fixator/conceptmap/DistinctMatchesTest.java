package org.fixator.conceptmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.TranslateResult.Match;
import org.junit.jupiter.api.Test;

class DistinctMatchesTest {

    private static final Coding ASKED = Coding.of(Maps.DIAGNOSES, "d1");

    /** Source codes repeat, some with a condition, so that many rows say the same and others only nearly. */
    private static CompiledConceptMap map() {
        List<MapElement> elements = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String code = i % 10 == 0 ? "é" + i % 90 : "p" + i % 90;
            elements.add(
                    i % 7 == 0
                            ? Maps.element(code, Maps.target("d1", Relationship.WIDER, Maps.side("RT")))
                            : Maps.element(code, Maps.target("d1", Relationship.WIDER)));
        }
        return CompiledConceptMap.of(Maps.map("many", Maps.group(null, elements.toArray(new MapElement[0]))));
    }

    private static Match stated(Match match) {
        return new Match(
                match.map(),
                match.relationship(),
                match.asked(),
                match.coding(),
                match.comment(),
                match.dependsOn(),
                match.products(),
                match.properties());
    }

    @Test
    void holdsEachMatchOnceAndThoseWithoutAConditionFirst() {
        CompiledConceptMap map = map();
        DistinctMatches distinct = new DistinctMatches();
        Set<Match> plain = new LinkedHashSet<>();
        Set<Match> conditional = new LinkedHashSet<>();
        for (int row = 0; row < map.size(); row++) {
            Match match = new Match(ASKED, map.sourceSide(), row);
            distinct.add(match);
            (match.dependsOn().isEmpty() ? plain : conditional).add(stated(match));
        }
        List<Match> expected = new ArrayList<>(plain);
        expected.addAll(conditional);
        assertThat(distinct.unconditionalFirst()).hasSizeGreaterThan(90).isEqualTo(expected);
    }

    @Test
    void aRowIsEqualToTheSameRowOfAnotherMapAndToWhatItSays() {
        CompiledConceptMap one = map();
        CompiledConceptMap other = map();
        for (int row = 0; row < one.size(); row++) {
            Match match = new Match(ASKED, one.sourceSide(), row);
            Match twin = new Match(ASKED, other.sourceSide(), row);
            assertThat(match).isEqualTo(twin).hasSameHashCodeAs(twin).isEqualTo(stated(match));
            assertThat(stated(match)).isEqualTo(match).hasSameHashCodeAs(match);
        }
    }
}
