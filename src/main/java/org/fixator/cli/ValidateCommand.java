package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Whether a code is in a code system or value set: $validate-code. Exit code 0 for yes, 1 for no.",
        footer = {"", "  fixator validate icd-10-cm S72.301A", "  fixator validate cpt 20697 --value-set http://…"})
final class ValidateCommand extends AskingCommand {

    @Parameters(index = "0", paramLabel = "<system>", description = SystemName.HELP)
    String system = "";

    @Parameters(index = "1", paramLabel = "<code>")
    String code = "";

    @Option(names = "--value-set", paramLabel = "<url>", description = "The value set to look in.")
    @Nullable
    String valueSet;

    @Option(names = "--display", paramLabel = "<text>", description = "A display to check along with the code.")
    @Nullable
    String display;

    @Option(names = "--provenance", description = "Tell which files and which import the answer comes from.")
    boolean provenance;

    @Mixin
    More more = new More();

    @Override
    Question question() {
        SystemName name = SystemName.of(system);
        Query query = new Query()
                .with("url", valueSet == null ? name.url() : valueSet)
                .with("code", code);
        if (valueSet == null) {
            query.with("version", name.version());
        } else {
            query.with("system", name.url()).with("systemVersion", name.version());
        }
        query.with("display", display).flag("provenance", provenance);
        return new Question(valueSet == null ? "CodeSystem" : "ValueSet", "$validate-code", more.addTo(query));
    }

    @Override
    int print(Reply reply, Text text) {
        JsonNode answer = reply.resource().path("parameter");
        boolean valid = Text.part(answer, "result").equals("true");
        String shown = Text.part(answer, "display");
        text.line((valid ? "yes: " : "no: ") + code + (shown.isEmpty() ? "" : "  " + shown));
        JsonNode issues = Text.find(answer, "issues");
        if (issues != null) {
            for (JsonNode issue : issues.path("resource").path("issue")) {
                text.line("  " + issue.path("severity").asText() + ": "
                        + issue.path("details").path("text").asText());
            }
        }
        JsonNode origin = Text.find(answer, "provenance");
        if (origin != null) {
            text.parameters(origin.path("part"), "  ", List.of());
        }
        return valid ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
