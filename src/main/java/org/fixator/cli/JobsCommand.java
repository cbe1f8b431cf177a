package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "jobs", description = "The imports of this server, the newest first, and what became of them: $jobs.")
final class JobsCommand extends AskingCommand {

    @Option(names = "--cancel", paramLabel = "<id>", description = "Cancel an import that has not ended.")
    @Nullable
    String cancel;

    @Option(names = "--kind", paramLabel = "<kind>", description = "Only imports of this kind.")
    @Nullable
    String kind;

    @Override
    Question question() {
        return new Question(null, "$jobs", new Query().with("kind", kind));
    }

    @Override
    public Integer call() {
        if (cancel == null) {
            return super.call();
        }
        FixatorCommand fixator = fixator();
        Text text = new Text(fixator.out(), fixator.err());
        try (ServerConnection server = target.toChange(fixator.installation())) {
            Reply reply = server.call("DELETE", null, "$job", new Query().with("id", cancel));
            // the answer tells how the job is now, and a job that is over at once is not there any more
            boolean cancelled = reply.status() == 202 || wasCancelled(reply);
            if (cancelled) {
                text.line(cancel + " is cancelled");
            } else {
                text.problems(reply.resource());
            }
            return cancelled ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private static boolean wasCancelled(Reply reply) {
        return reply.status() == 404
                && reply.resource()
                        .path("issue")
                        .path(0)
                        .path("details")
                        .path("text")
                        .asText()
                        .contains("was cancelled");
    }

    @Override
    int print(Reply reply, Text text) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode job : reply.resource().path("parameter")) {
            rows.add(row(job.path("part")));
        }
        if (rows.isEmpty()) {
            text.line("No imports");
        } else {
            text.table(List.of("ID", "STATE", "KIND", "BEGUN", "FILES", "WHAT HAPPENED"), rows);
        }
        return ExitCode.DONE;
    }

    private static List<String> row(JsonNode job) {
        boolean dry = Text.part(job, "dryRun").equals("true");
        String files = Text.all(job, "file").stream()
                .map(file -> Text.part(file.path("part"), "name"))
                .collect(Collectors.joining(", "));
        String release = Text.part(job, "release");
        String message = Text.part(job, "message");
        String live = release.isEmpty() ? "" : release + ", " + ReleaseSize.of(job);
        return List.of(
                Text.part(job, "id"),
                Text.part(job, "state") + (dry ? " (dry run)" : ""),
                Text.part(job, "kind"),
                Text.part(job, "created").replaceAll("\\.\\d+Z$", "Z"),
                files.length() > 60 ? files.substring(0, 57) + "..." : files,
                message.isEmpty() ? live : Text.asTyped(message));
    }
}
