package org.fixator.conformance;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r5.model.CapabilityStatement;
import org.hl7.fhir.r5.model.TestReport.TestReportActionResult;
import org.hl7.fhir.r5.model.TestReport.TestReportTestComponent;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.validation.special.TxTester;
import org.jspecify.annotations.Nullable;

/** Runs the tests of a folder in one {@link Pass}, by HL7's own runner and with its own judgement. */
public final class PassRun {
    private final Path tests;
    private final @Nullable JsonObject externals;
    private final Path output;

    /**
     * @param externals the server's own texts, or null to have texts judged by the fragments that the tests give
     * @param output receives one folder per pass and selection
     */
    PassRun(Path tests, @Nullable JsonObject externals, Path output) {
        this.tests = tests;
        this.externals = externals;
        this.output = output;
    }

    PassResult run(Pass pass, Selection selection, TestPattern filter, URI root) throws IOException {
        Manifest manifest = Manifest.read(tests).keep(selection.tests()).keep(filter);
        Path folder = output.resolve(pass.name()).resolve(selection.name());
        Files.createDirectories(folder.resolve("actual"));
        TxTester tester = new TxTester(
                new TestFolder(tests, manifest),
                pass.base().on(root),
                false,
                externals == null ? null : manifest.rekey(externals),
                null);
        tester.setOutput(folder.toString());
        try (Sentence sentence = Sentence.listening()) {
            execute(tester, pass, selection.modes());
            return new PassResult(pass, selection, outcomes(tester), sentence.heard(), folder);
        }
    }

    private static void execute(TxTester tester, Pass pass, Set<String> modes) throws IOException {
        try {
            tester.initialise(modes);
            if (!pass.cache()) {
                forgetCache(tester);
            }
            tester.execute(modes, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        } catch (Error e) {
            // the runner's way to say that it does not understand a test
            throw new IllegalStateException("The tests' runner broke off: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a client that does not know of the server's cache, as older ones do not. The runner has no setting for it: it
     * uses the cache whenever the capability statement offers it.
     */
    private static void forgetCache(TxTester tester) {
        try {
            Field field = TxTester.class.getDeclaredField("capabilityStatement");
            field.setAccessible(true);
            for (var rest : ((CapabilityStatement) field.get(tester)).getRest()) {
                rest.getOperation().removeIf(operation -> "cache-control".equals(operation.getName()));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The tests' runner is not the version this was written for", e);
        }
    }

    private static List<TestOutcome> outcomes(TxTester tester) {
        List<TestOutcome> outcomes = new ArrayList<>();
        for (TestReportTestComponent test : tester.getTestReport().getTest()) {
            var operation = test.getActionFirstRep().getOperation();
            if (operation.getResult() == TestReportActionResult.PASS) {
                outcomes.add(new TestOutcome(test.getName(), null));
            } else if (operation.getResult() != TestReportActionResult.SKIP) {
                String message = operation.getMessage();
                outcomes.add(new TestOutcome(test.getName(), message == null ? "" : message));
            }
        }
        return outcomes;
    }
}
