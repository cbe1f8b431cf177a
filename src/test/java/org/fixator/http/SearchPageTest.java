package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fixator.catalog.ResourceKey;
import org.fixator.wire.SearchsetWriter.Link;
import org.junit.jupiter.api.Test;

class SearchPageTest {
    private static final List<ResourceKey> FIVE = IntStream.range(0, 5)
            .mapToObj(i -> new ResourceKey("ValueSet", "set-" + i))
            .toList();

    private static List<Link> links(int offset, int count) {
        return SearchPage.of(FIVE, offset, count).links("base/ValueSet", Map.of("_summary", List.of("true")));
    }

    private static Link to(String relation, String query) {
        return new Link(relation, "base/ValueSet?" + query);
    }

    private static final Link SELF = to("self", "_summary=true");

    @Test
    void aWholeListHasNoNeighbours() {
        assertThat(SearchPage.of(FIVE, 0, 5).isWhole()).isTrue();
        assertThat(links(0, 5)).containsExactly(SELF);
    }

    @Test
    void aPageInTheMiddleHasTwoNeighbours() {
        assertThat(SearchPage.of(FIVE, 2, 2).keys()).isEqualTo(FIVE.subList(2, 4));
        assertThat(links(2, 2))
                .containsExactly(
                        SELF,
                        to("next", "_count=2&_offset=4&_summary=true"),
                        to("previous", "_count=2&_offset=0&_summary=true"));
    }

    @Test
    void thePageBeforeOneThatBeginsEarlyBeginsAtTheStart() {
        assertThat(links(1, 2)).contains(to("previous", "_count=2&_offset=0&_summary=true"));
    }

    @Test
    void thePageBehindTheEndIsEmptyAndLeadsToTheLast() {
        assertThat(SearchPage.of(FIVE, 100, 2).keys()).isEmpty();
        assertThat(links(100, 2)).containsExactly(SELF, to("previous", "_count=2&_offset=3&_summary=true"));
    }

    @Test
    void offsetsDoNotOverflow() {
        assertThat(SearchPage.of(FIVE, 999_999_999, 999_999_999).keys()).isEmpty();
        assertThat(links(4, 999_999_999)).hasSize(2);
    }
}
