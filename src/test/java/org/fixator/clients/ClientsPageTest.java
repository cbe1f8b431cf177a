package org.fixator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about clients shows is what is run. */
class ClientsPageTest {
    private static final Path PAGE = Path.of("src/docs/CLIENTS.md");
    private static final Pattern SHOWN = Pattern.compile("<!-- from (\\S+) -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern LEFT_OUT = Pattern.compile("^…$", Pattern.MULTILINE);

    private static String withoutLayout(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void everyBlockOfCodeNamesTheTestThatRunsIt() throws IOException {
        String page = Files.readString(PAGE);
        long blocks = page.lines().filter(line -> line.matches("```\\w+")).count();
        assertThat(SHOWN.matcher(page).results().count()).isEqualTo(blocks).isPositive();
    }

    @Test
    void everyBlockOfCodeStandsInItsTestInTheSameOrder() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(PAGE));
        while (shown.find()) {
            String test = withoutLayout(Files.readString(Path.of(shown.group(1))));
            int from = 0;
            for (String piece : LEFT_OUT.splitAsStream(shown.group(2)).toList()) {
                int at = test.indexOf(withoutLayout(piece), from);
                assertThat(at).as("in %s: %s", shown.group(1), piece).isNotNegative();
                from = at;
            }
        }
    }

    @Test
    void versionsOnThePageAreThoseThatAreRun() throws IOException {
        String page = Files.readString(PAGE);
        JsonNode clients = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/clients/npm/package.json")))
                .path("dependencies");
        List<String> tools = List.of("esbuild-wasm", "playwright-core");
        clients.properties().forEach(client -> {
            if (!tools.contains(client.getKey())) {
                assertThat(page)
                        .contains("| `" + client.getKey() + "` "
                                + client.getValue().asText() + " |");
            }
        });
        assertThat(page).contains("| engine " + version("cql") + " |", "| " + version("pathling") + " |");
    }

    private static String version(String client) throws IOException {
        Matcher version = Pattern.compile("<" + client + ".version>(.*?)<")
                .matcher(Files.readString(Path.of("src/clients/jvm", client, "pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
