package org.fixator.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way to run all tests: the version of FHIR, the server's hot path on or off, and a client that uses the server's
 * cache or one that sends every resource with every request. The same answer is owed in each of the eight.
 */
public record Pass(FhirBase base, boolean hotPath, boolean cache) {

    /** Four passes that hold every pair of two dimensions' values: enough to see where two of them disturb each other. */
    static List<Pass> covering() {
        return List.of(
                new Pass(FhirBase.R4, true, true),
                new Pass(FhirBase.R5, true, false),
                new Pass(FhirBase.R4, false, false),
                new Pass(FhirBase.R5, false, true));
    }

    /** All eight, ordered so that a server is started only once per setting of its hot path. */
    static List<Pass> all() {
        List<Pass> passes = new ArrayList<>();
        for (boolean hotPath : new boolean[] {true, false}) {
            for (FhirBase base : FhirBase.values()) {
                passes.add(new Pass(base, hotPath, true));
                passes.add(new Pass(base, hotPath, false));
            }
        }
        return List.copyOf(passes);
    }

    /** Reads {@code covering}, {@code all}, or names separated by commas; a prefix such as {@code r4} takes all it fits. */
    static List<Pass> parse(String text) {
        if (text.equals("covering")) {
            return covering();
        }
        if (text.equals("all")) {
            return all();
        }
        List<String> wanted = Arrays.asList(text.split(",", -1));
        List<Pass> passes = all().stream()
                .filter(pass -> wanted.stream().anyMatch(pass::isMeantBy))
                .toList();
        for (String word : wanted) {
            if (passes.stream().noneMatch(pass -> pass.isMeantBy(word))) {
                throw new IllegalArgumentException("No pass '" + word + "'; there are " + all());
            }
        }
        return passes;
    }

    private boolean isMeantBy(String word) {
        return name().equals(word) || name().startsWith(word + "-");
    }

    /** The name used in the baseline, for example {@code r4-hot-cache} or {@code r5-hapi-nocache}. */
    String name() {
        return base.code() + (hotPath ? "-hot" : "-hapi") + (cache ? "-cache" : "-nocache");
    }

    @Override
    public String toString() {
        return name();
    }
}
