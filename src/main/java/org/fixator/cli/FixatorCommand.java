package org.fixator.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The first word, and what all commands share: where to print, and what they are connected with. */
@Command(
        name = "fixator",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A FHIR terminology server. Without a command it starts the server.",
        subcommands = {
            ImportCommand.class,
            ReleasesCommand.class,
            ReleaseChange.Activate.class,
            ReleaseChange.Retire.class,
            ReleaseChange.Remove.class,
            JobsCommand.class,
            LookupCommand.class,
            ValidateCommand.class,
            ExpandCommand.class,
            TranslateCommand.class,
            SubsumesCommand.class
        },
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  done, or the answer is yes",
            "  1  refused, or the answer is no",
            "  2  wrong usage",
            "  3  busy: another import of the kind, or another process on the data directory",
            "",
            "Without a command: --server.port=8080, --fixator.data=./data and other settings start the server with them."
        })
final class FixatorCommand implements Runnable {

    private final Installation installation;

    @Spec
    CommandSpec spec;

    FixatorCommand(Installation installation) {
        this.installation = installation;
        this.spec = CommandSpec.create(); // picocli puts the real one here
    }

    Installation installation() {
        return installation;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    @Override
    public void run() {
        spec.commandLine().usage(err());
    }

    /** A whole number with separators: {@code 98,186}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
