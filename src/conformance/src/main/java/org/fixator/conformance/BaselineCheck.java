package org.fixator.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Holds what a run found against the committed baseline, and says in which lines they differ. */
public final class BaselineCheck {
    private static final int SHOWN = 200;

    private final Path file;
    private final PrintStream out;

    BaselineCheck(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    /** Whether the run found what is recorded: a test that newly passes is a difference like one that newly fails. */
    boolean holds(Baseline found) throws IOException {
        Baseline recorded = Baseline.read(file);
        List<String> differences = recorded.differencesTo(found);
        if (!recorded.suiteVersion().equals(found.suiteVersion())) {
            out.println("The baseline is of suite version " + recorded.suiteVersion() + ", the tests are "
                    + found.suiteVersion());
        } else if (differences.isEmpty()) {
            out.println("As in " + file);
            return true;
        }
        print(differences);
        out.println("The results differ from " + file + ". If they are right, run with -Dbaseline.write=true"
                + " and commit the file with the change that made the difference.");
        return false;
    }

    /** For a run of some tests, or one that only looks: says what changed and judges nothing. */
    void tell(Baseline found) throws IOException {
        List<String> changes = Baseline.read(file).changesIn(found);
        if (!changes.isEmpty()) {
            out.println();
            out.println("Changes against the baseline:");
            print(changes);
        }
    }

    void write(Baseline found) throws IOException {
        Baseline.read(file).updatedBy(found).write(file);
        out.println("Wrote " + file);
    }

    private void print(List<String> differences) {
        differences.stream().limit(SHOWN).forEach(out::println);
        if (differences.size() > SHOWN) {
            out.println("… and " + (differences.size() - SHOWN) + " lines more");
        }
    }
}
