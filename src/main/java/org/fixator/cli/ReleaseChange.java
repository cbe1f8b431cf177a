package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Commands that change which releases answer. */
abstract class ReleaseChange implements Callable<Integer> {

    @ParentCommand
    @Nullable
    FixatorCommand parent;

    @Mixin
    Target target = new Target();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Parameters(index = "0", paramLabel = "<id>", description = "Id of the release, as 'fixator releases' shows it.")
    String id = "";

    abstract String operation();

    abstract String done(JsonNode answer);

    @Override
    public Integer call() {
        if (parent == null) {
            throw new IllegalStateException("The command was made without its parent");
        }
        Text text = new Text(parent.out(), parent.err());
        try (ServerConnection server = target.toChange(parent.installation())) {
            Reply reply = server.call("POST", null, operation(), new Query().with("id", id));
            if (target.json) {
                text.line(reply.pretty());
            } else if (reply.isOk()) {
                text.line(done(reply.resource().path("parameter")));
            } else {
                text.problems(reply.resource());
            }
            return reply.isOk() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private static String release(JsonNode answer) {
        return Text.part(answer, "id") + " (" + Text.part(answer, "title")
                + (ReleaseSize.isKnown(answer) ? ", " + ReleaseSize.of(answer) : "") + ")";
    }

    @Command(
            name = "activate",
            description =
                    "Serve a release, and answer from it where no version is asked for: $activate. This is how one"
                            + " goes back to an earlier release.")
    static final class Activate extends ReleaseChange {

        @Override
        String operation() {
            return "$activate";
        }

        @Override
        String done(JsonNode answer) {
            return release(answer) + " answers where no version is asked for";
        }
    }

    @Command(name = "retire", description = "Serve a release no longer, and keep it: $retire.")
    static final class Retire extends ReleaseChange {

        @Override
        String operation() {
            return "$retire";
        }

        @Override
        String done(JsonNode answer) {
            return release(answer) + " is kept and no longer served";
        }
    }

    @Command(name = "remove", description = "Forget a release; to serve it again it has to be imported: $remove.")
    static final class Remove extends ReleaseChange {

        @Override
        String operation() {
            return "$remove";
        }

        @Override
        String done(JsonNode answer) {
            return Text.part(answer, "id") + " is removed";
        }
    }
}
