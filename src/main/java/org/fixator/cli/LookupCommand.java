package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lookup",
        description = "What a code means: CodeSystem/$lookup.",
        footer = {"", "  fixator lookup icd-10-cm S72.301A", "  fixator lookup 'icd-10-cm|2025' S72.301A --provenance"})
final class LookupCommand extends AskingCommand {

    @Parameters(index = "0", paramLabel = "<system>", description = SystemName.HELP)
    String system = "";

    @Parameters(index = "1", paramLabel = "<code>")
    String code = "";

    @Option(names = "--property", paramLabel = "<code>", description = "A property to show; all without one.")
    @Nullable
    List<String> properties;

    @Option(names = "--language", paramLabel = "<tag>", description = "Language of the display.")
    @Nullable
    String language;

    @Option(names = "--provenance", description = "Tell which files and which import the answer comes from.")
    boolean provenance;

    @Mixin
    More more = new More();

    @Override
    Question question() {
        SystemName name = SystemName.of(system);
        Query query = new Query()
                .with("system", name.url())
                .with("version", name.version())
                .with("code", code)
                .all("property", orEmpty(properties))
                .with("displayLanguage", language)
                .flag("provenance", provenance);
        return new Question("CodeSystem", "$lookup", more.addTo(query));
    }

    @Override
    int print(Reply reply, Text text) {
        JsonNode answer = reply.resource().path("parameter");
        text.line(Text.part(answer, "code") + "  " + Text.part(answer, "display"));
        text.line("  of " + Text.part(answer, "name") + " " + Text.part(answer, "version"));
        text.parameters(answer, "  ", List.of("code", "display", "name", "version", "system", "abstract"));
        return ExitCode.DONE;
    }
}
