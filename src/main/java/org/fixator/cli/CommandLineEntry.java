package org.fixator.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Runs commands. */
public final class CommandLineEntry {

    private final Installation installation;
    private final Supplier<String> version;

    /**
     * @param version of the program, for {@code --version}
     */
    public CommandLineEntry(Installation installation, Supplier<String> version) {
        this.installation = installation;
        this.version = version;
    }

    /** Runs one command and prints to these; returns its exit code. */
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new FixatorCommand(installation));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.getCommandSpec().versionProvider(() -> new String[] {"Fixator " + version.get()});
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
        int exitCode = line.execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static int failed(Exception e, PrintWriter err) throws Exception {
        if (e instanceof Failure failure) {
            err.println(failure.getMessage());
            return failure.exitCode();
        }
        if (e instanceof Installation.Busy) {
            err.println(e.getMessage());
            return ExitCode.BUSY;
        }
        throw e;
    }
}
