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
        name = "expand",
        description = "The codes of a value set: ValueSet/$expand.",
        footer = {"", "  fixator expand http://… --filter 'fracture tibia' --count 10"})
final class ExpandCommand extends AskingCommand {

    @Parameters(
            index = "0",
            paramLabel = "<value set>",
            description = "Its url; a version may follow after a bar. <code system>?fhir_vs stands for all its codes.")
    String valueSet = "";

    @Option(names = "--filter", paramLabel = "<text>", description = "Only codes whose names have these words.")
    @Nullable
    String filter;

    @Option(names = "--count", paramLabel = "<n>", description = "At most so many codes.")
    @Nullable
    Integer count;

    @Option(names = "--offset", paramLabel = "<n>", description = "Leave out so many at the beginning.")
    @Nullable
    Integer offset;

    @Option(names = "--active-only", description = "Leave out what is no longer for use.")
    boolean activeOnly;

    @Option(names = "--language", paramLabel = "<tag>", description = "Language of the displays.")
    @Nullable
    String language;

    @Option(names = "--provenance", description = "Tell which files and which import the answer comes from.")
    boolean provenance;

    @Mixin
    More more = new More();

    @Override
    Question question() {
        int bar = valueSet.lastIndexOf('|');
        Query query = new Query()
                .with("url", bar < 0 ? valueSet : valueSet.substring(0, bar))
                .with("valueSetVersion", bar < 0 ? null : valueSet.substring(bar + 1))
                .with("filter", filter)
                .with("count", count)
                .with("offset", offset)
                .flag("activeOnly", activeOnly)
                .with("displayLanguage", language)
                .flag("provenance", provenance);
        return new Question("ValueSet", "$expand", more.addTo(query));
    }

    @Override
    int print(Reply reply, Text text) {
        JsonNode expansion = reply.resource().path("expansion");
        List<List<String>> rows = new ArrayList<>();
        collect(expansion.path("contains"), "", rows);
        text.table(List.of("CODE", "DISPLAY"), rows);
        long total = expansion.path("total").asLong(rows.size());
        text.line(FixatorCommand.number(rows.size()) + " of " + FixatorCommand.number(total) + " codes");
        for (JsonNode parameter : expansion.path("parameter")) {
            String name = parameter.path("name").asText();
            if (name.startsWith("used-") || name.equals("provenance")) {
                text.line(name + ": " + Text.shown(parameter));
            }
        }
        return ExitCode.DONE;
    }

    private static void collect(JsonNode contains, String indent, List<List<String>> rows) {
        for (JsonNode entry : contains) {
            String inactive = entry.path("inactive").asBoolean() ? " (inactive)" : "";
            rows.add(List.of(
                    indent + entry.path("code").asText(), entry.path("display").asText() + inactive));
            collect(entry.path("contains"), indent + "  ", rows);
        }
    }
}
