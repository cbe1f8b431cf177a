package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Extension;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class SubsumesOperationTest {

    private final Systems systems = new Systems(Systems.simple());

    private static Subsumption outcome(Systems systems, String a, String b) {
        return new SubsumesOperation(systems)
                .run(new SubsumesRequest(Systems.SIMPLE, null, a, b))
                .outcome();
    }

    private static int refusal(Systems systems, String url, String a, String b) {
        SubsumesOperation operation = new SubsumesOperation(systems);
        return assertThrows(TerminologyException.class, () -> operation.run(new SubsumesRequest(url, null, a, b)))
                .status();
    }

    @Test
    void theFourOutcomes() {
        assertEquals(Subsumption.EQUIVALENT, outcome(systems, "code1", "code1"));
        assertEquals(Subsumption.SUBSUMES, outcome(systems, "code2", "code2aI"));
        assertEquals(Subsumption.SUBSUMED_BY, outcome(systems, "code2aI", "code2"));
        assertEquals(Subsumption.NOT_SUBSUMED, outcome(systems, "code2b", "code2aI"));
    }

    @Test
    void whatCannotBeFoundIsRefused() {
        assertEquals(422, refusal(systems, Systems.SIMPLE, "code1", "codeX"));
        assertEquals(404, refusal(systems, "http://nowhere", "a", "b"));
    }

    @Test
    void aFragmentDoesNotDenyWhatItDoesNotSee() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description(Systems.SIMPLE).withContent(ContentMode.FRAGMENT));
        builder.begin();
        builder.code("A");
        builder.add("B", null);
        builder.end();
        builder.add("C", null);
        Systems fragment = new Systems(builder.build());
        assertEquals(Subsumption.SUBSUMES, outcome(fragment, "A", "B"));
        assertEquals(422, refusal(fragment, Systems.SIMPLE, "A", "C"));
    }

    @Test
    void aFragmentDeniesWhatNothingMissingCanStandBetween() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        Extension prefix =
                new Extension("https://fixator.example.org/fhir/StructureDefinition/complete-prefix", "S82.2", "{}");
        builder.describe(
                Systems.description(Systems.SIMPLE, "en", null, List.of(prefix)).withContent(ContentMode.FRAGMENT));
        builder.begin();
        builder.code("S82");
        builder.begin();
        builder.code("S82.24");
        builder.add("S82.241A", null);
        builder.end();
        builder.begin();
        builder.code("S82.25");
        builder.add("S82.251A", null);
        builder.end();
        builder.add("S82.8", null);
        builder.end();
        builder.add("S83", null);
        Systems fragment = new Systems(builder.build());
        assertEquals(Subsumption.NOT_SUBSUMED, outcome(fragment, "S82.24", "S82.251A"));
        assertEquals(Subsumption.NOT_SUBSUMED, outcome(fragment, "S82.251A", "S82.241A"));
        assertEquals(Subsumption.SUBSUMES, outcome(fragment, "S82.25", "S82.251A"));
        // of S82.8 it is not said that all its parents are here, and of S82 neither
        assertEquals(422, refusal(fragment, Systems.SIMPLE, "S82.8", "S82.251A"));
        assertEquals(422, refusal(fragment, Systems.SIMPLE, "S83", "S82.251A"));
    }
}
