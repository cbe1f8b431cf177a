package org.fixator.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Results made by hand for tests. */
final class Results {
    static final Selection GENERAL = new Selection("general", Set.of("general"), TestPattern.parse("*"));
    static final Pass HOT = new Pass(FhirBase.R4, true, true);
    static final Pass PLAIN = new Pass(FhirBase.R5, false, false);

    private Results() {}

    static TestOutcome pass(String test) {
        return new TestOutcome(test, null);
    }

    static TestOutcome fail(String test, String why) {
        return new TestOutcome(test, why);
    }

    static PassResult of(Pass pass, TestOutcome... outcomes) {
        return new PassResult(pass, GENERAL, List.of(outcomes), "Server ran the tests", Path.of("target"));
    }
}
