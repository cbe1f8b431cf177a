package org.fixator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command and keeps what it prints. */
record Cli(int exitCode, String out, String err) {

    static Cli run(Installation installation, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLineEntry(installation, () -> "1.2.3")
                .run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Cli(exitCode, out.toString(), err.toString());
    }
}
