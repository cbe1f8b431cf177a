package org.fixator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fixator.app.FixatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The README shows every call as it is made, and names only what exists. */
class ReadmeTest {
    private static final Pattern SOURCE = Pattern.compile("`([a-z0-9/]+/\\w+\\.java)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    private static Stream<ReadmeCall> calls() {
        return ReadmeCall.all().stream();
    }

    private static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of(".github", "CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(Path.of("src", "docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages.stream();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void showsTheCallBetweenItsMarks(ReadmeCall call) throws IOException {
        assertThat(readme()).contains("<!-- call " + call.name() + " -->\n```sh\n" + call.curl() + "\n```\n");
    }

    @Test
    void marksOnlyCallsThatExist() throws IOException {
        List<String> marked = Pattern.compile("<!-- call (\\S+) -->")
                .matcher(readme())
                .results()
                .map(mark -> mark.group(1))
                .toList();
        assertThat(marked)
                .containsExactlyElementsOf(calls().map(ReadmeCall::name).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void callsAreWellFormed(ReadmeCall call) {
        assertThat(call.method()).isIn("GET", "POST");
        assertThat(call.path()).startsWith("/").doesNotContain(" ", "|");
        assertThat(call.method().equals("POST")).isEqualTo(!call.body().isEmpty());
        assertThat(call.body()).doesNotContain("'");
        JsonNode expected = call.expected();
        assertThat(expected.path("status").isInt()).isTrue();
        assertThat(expected.path("contains").path("resourceType").isTextual()).isTrue();
        expected.fieldNames().forEachRemaining(name -> assertThat(name).isIn("status", "contains", "lacks"));
    }

    @Test
    void configurationTableNamesEverySettingWithItsDefault() throws IOException {
        for (Parameter setting : FixatorSettings.class.getDeclaredConstructors()[0].getParameters()) {
            String name = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            DefaultValue otherwise = setting.getAnnotation(DefaultValue.class);
            // a group of settings has no default of its own and a line of its own
            assertThat(readme())
                    .contains(
                            otherwise.value().length == 0
                                    ? "| `fixator." + name + "."
                                    : "| `fixator." + name + "` | `" + otherwise.value()[0] + "` |");
        }
    }

    @Test
    void filesThatTheArchitecturePageNamesExist() throws IOException {
        Path sources = Path.of("src", "main", "java", "org", "fixator");
        Matcher files = SOURCE.matcher(Files.readString(Path.of("src", "docs", "ARCHITECTURE.md")));
        while (files.find()) {
            assertThat(sources.resolve(files.group(1))).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        Matcher links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            assertThat(folder.resolve(links.group(1)).normalize()).exists();
        }
    }
}
