package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "translate",
        description = "What a code is in another code system: ConceptMap/$translate. Exit code 1 where there is none.",
        footer = {"", "  fixator translate icd-9-cm 820.8 --to icd-10-cm"})
final class TranslateCommand extends AskingCommand {

    @Parameters(index = "0", paramLabel = "<system>", description = SystemName.HELP)
    String system = "";

    @Parameters(index = "1", paramLabel = "<code>")
    String code = "";

    @Option(names = "--to", paramLabel = "<system>", description = "The code system to translate into.")
    @Nullable
    String to;

    @Option(names = "--map", paramLabel = "<url>", description = "The map to use; all that fit without one.")
    @Nullable
    String map;

    @Option(names = "--reverse", description = "Ask which codes are mapped to this one.")
    boolean reverse;

    @Option(names = "--provenance", description = "Tell which files and which import the answer comes from.")
    boolean provenance;

    @Mixin
    More more = new More();

    @Override
    Question question() {
        SystemName name = SystemName.of(system);
        Query query = new Query()
                .with("url", map)
                .with("system", name.url())
                .with("version", name.version())
                .with("code", code)
                .with("targetsystem", to == null ? null : SystemName.of(to).url())
                .flag("reverse", reverse)
                .flag("provenance", provenance);
        return new Question("ConceptMap", "$translate", more.addTo(query));
    }

    @Override
    int print(Reply reply, Text text) {
        JsonNode answer = reply.resource().path("parameter");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode match : Text.all(answer, "match")) {
            JsonNode parts = match.path("part");
            JsonNode concept = Text.find(parts, "concept");
            JsonNode coding = concept == null ? parts : concept.path("valueCoding");
            String relation = Text.part(parts, "equivalence");
            rows.add(List.of(
                    relation.isEmpty() ? Text.part(parts, "relationship") : relation,
                    coding.path("code").asText(),
                    coding.path("display").asText(),
                    coding.path("system").asText()));
        }
        if (!rows.isEmpty()) {
            text.table(List.of("RELATION", "CODE", "DISPLAY", "SYSTEM"), rows);
        }
        String message = Text.part(answer, "message");
        if (!message.isEmpty()) {
            text.line(message);
        }
        JsonNode origin = Text.find(answer, "provenance");
        if (origin != null) {
            text.parameters(origin.path("part"), "", List.of());
        }
        return Text.part(answer, "result").equals("true") ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
