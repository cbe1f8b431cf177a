package org.fixator.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that is one call of an operation and prints its answer. */
abstract class AskingCommand implements Callable<Integer> {

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

    /** What is called. */
    record Question(@Nullable String type, String operation, Query query) {}

    abstract Question question();

    /** Prints a good answer for people; returns the exit code. */
    abstract int print(Reply reply, Text text);

    @Override
    public Integer call() {
        FixatorCommand fixator = fixator();
        Question question = question();
        try (Connection connection = target.toAsk(fixator.installation())) {
            Reply reply = connection.call("GET", question.type(), question.operation(), question.query());
            return show(reply, new Text(fixator.out(), fixator.err()));
        }
    }

    private int show(Reply reply, Text text) {
        if (target.json) {
            text.line(reply.pretty());
            return reply.isOk() ? print(reply, text.silent()) : reply.exitCode();
        }
        if (!reply.isOk()) {
            text.problems(reply.resource());
            return reply.exitCode();
        }
        return print(reply, text);
    }

    FixatorCommand fixator() {
        if (parent == null) {
            throw new IllegalStateException("The command was made without its parent");
        }
        return parent;
    }

    /** Parameters of an operation that a command has no option for. */
    static final class More {

        @Option(
                names = {"-p", "--parameter"},
                paramLabel = "<name=value>",
                description = "A further parameter of the operation, as the server's documentation names it.")
        Map<String, String> parameters = Map.of();

        Query addTo(Query query) {
            parameters.forEach(query::with);
            return query;
        }
    }

    static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
