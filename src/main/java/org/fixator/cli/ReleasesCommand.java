package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "releases", description = "The releases that are kept, with their state and period: $releases.")
final class ReleasesCommand extends AskingCommand {

    @Option(names = "--kind", paramLabel = "<kind>", description = "Only releases of this kind.")
    @Nullable
    String kind;

    @Override
    Question question() {
        return new Question(null, "$releases", new Query().with("kind", kind));
    }

    @Override
    int print(Reply reply, Text text) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode release : reply.resource().path("parameter")) {
            rows.add(row(release.path("part")));
        }
        if (rows.isEmpty()) {
            text.line("No releases" + (kind == null ? "" : " of " + kind));
        } else {
            text.table(List.of("ID", "STATE", "CONCEPTS", "MAPPINGS", "IN FORCE", "TITLE"), rows);
        }
        return ExitCode.DONE;
    }

    private static List<String> row(JsonNode release) {
        String from = Text.part(release, "from");
        String to = Text.part(release, "to");
        boolean pinned = Text.part(release, "pinned").equals("true");
        return List.of(
                Text.part(release, "id"),
                Text.part(release, "state") + (pinned ? ", default" : ""),
                number(release, "concepts"),
                number(release, "mappings"),
                from.isEmpty() && to.isEmpty() ? "" : (from + " to " + to).strip(),
                Text.part(release, "title"));
    }

    /** Empty where there is none: a package's resources are not counted here. */
    private static String number(JsonNode release, String name) {
        long number = Text.number(release, name);
        return number == 0 ? "" : FixatorCommand.number(number);
    }
}
