package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.ParameterDefinition.Support;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter of each operation is read, or refused by name; none is listed and then passed over. */
class EveryParameterTest {

    private static String code = "";

    /** The code that reads parameters: all but the tables. */
    @BeforeAll
    static void readCode() throws IOException {
        Path root = Path.of("src/main/java/org/fixator");
        try (Stream<Path> files = Files.walk(root)) {
            code = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("OperationTables.java") && !file.endsWith("CommonParameters.java"))
                    .map(EveryParameterTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> parameters() {
        return OperationTables.ALL.stream().flatMap(table -> table.definitions().stream()
                .map(definition -> Arguments.of(table.label(), definition.name(), table, definition)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("parameters")
    void isReadOrRefusedByName(String operation, String name, ParameterTable table, ParameterDefinition definition) {
        if (definition.support() == Support.REFUSED) {
            assertThatThrownBy(() -> read(table, name, List.of("x")))
                    .isInstanceOf(TerminologyException.class)
                    .hasMessageContaining("'" + name + "'");
            return;
        }
        if (definition.support() == Support.USED) {
            assertThat(code.contains("\"" + name + "\""))
                    .as("some code asks for it")
                    .isTrue();
        }
        if (OperationDefinitionCodec.isForUrl(definition)) {
            assertThat(read(table, name, List.of(valid(definition))).has(name)).isTrue();
        }
        if (!definition.repeats() && OperationDefinitionCodec.isForUrl(definition)) {
            assertThatThrownBy(() -> read(table, name, List.of(valid(definition), other(definition))))
                    .isInstanceOf(TerminologyException.class)
                    .hasMessageContaining("'" + name + "'");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("parameters")
    void isReadUnderEachOfItsNames(
            String operation, String name, ParameterTable table, ParameterDefinition definition) {
        for (String alias : definition.aliases()) {
            if (definition.support() != Support.REFUSED && OperationDefinitionCodec.isForUrl(definition)) {
                assertThat(read(table, alias, List.of(valid(definition))).has(name))
                        .as(operation + " " + alias)
                        .isTrue();
            }
        }
    }

    private static OperationParameters read(ParameterTable table, String name, List<String> values) {
        return OperationParameters.read(
                table,
                new OperationCall(
                        table.operation(),
                        table.type(),
                        null,
                        FhirVersion.R4,
                        Map.of(name, values),
                        null,
                        null,
                        null,
                        null,
                        false));
    }

    private static String valid(ParameterDefinition definition) {
        return switch (definition.kind()) {
            case BOOLEAN -> "true";
            case INTEGER -> "1";
            case DATE_TIME -> "2026-01-01";
            default -> "http://example.org/a";
        };
    }

    private static String other(ParameterDefinition definition) {
        return switch (definition.kind()) {
            case BOOLEAN -> "false";
            case INTEGER -> "2";
            case DATE_TIME -> "2026-01-02";
            default -> "http://example.org/b";
        };
    }
}
