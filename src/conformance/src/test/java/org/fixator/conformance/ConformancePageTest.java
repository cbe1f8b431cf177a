package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformancePageTest {
    private final String page = new ConformancePage(
                    "1.9.3",
                    List.of(
                            Results.of(
                                    Results.HOT, Results.pass("a/1"), Results.fail("a/2", "why"), Results.pass("b/1")),
                            Results.of(Results.PLAIN, Results.pass("a/1"), Results.pass("a/2"), Results.pass("b/1"))),
                    Map.of("c (3)", "licensed"))
            .text();

    @Test
    void suitesAreCountedPerPass() {
        assertTrue(page.contains("| suite | r4-hot-cache | r5-hapi-nocache |"), page);
        assertTrue(page.contains("| a | 1/2 | 2/2 |"), page);
        assertTrue(page.contains("| **all** | **2/3** | **3/3** |"), page);
    }

    @Test
    void aSuiteThatAPassDoesNotRunIsADash() {
        String other = new ConformancePage(
                        "1.9.3",
                        List.of(
                                Results.of(Results.HOT, Results.pass("a/1")),
                                Results.of(Results.PLAIN, Results.pass("b/1"))),
                        Map.of())
                .text();
        assertTrue(other.contains("| a | 1/1 | – |\n| b | – | 1/1 |"), other);
    }

    @Test
    void theRunnersOwnSentenceIsQuoted() {
        assertTrue(page.contains("- r4-hot-cache: Server ran the tests\n"), page);
    }

    @Test
    void whatIsNotRunIsListedWithItsReason() {
        assertTrue(page.contains("## Not run\n\n- c (3): licensed\n"), page);
    }
}
