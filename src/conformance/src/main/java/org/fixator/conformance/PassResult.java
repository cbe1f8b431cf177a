package org.fixator.conformance;

import java.nio.file.Path;
import java.util.List;

/** All that one pass over one selection gave: each test's outcome, the runner's own sentence, and the files it left. */
public record PassResult(Pass pass, Selection selection, List<TestOutcome> outcomes, String sentence, Path output) {

    public PassResult {
        outcomes = List.copyOf(outcomes);
    }

    List<TestOutcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
    }
}
