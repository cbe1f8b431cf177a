package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.fixator.wire.FlatParameters.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatParametersTest {

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static FlatParameters read(String json) {
        return Objects.requireNonNull(FlatParameters.read(utf8(json)));
    }

    private static String parameters(String inside) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + inside + "]}";
    }

    @Test
    void readsPrimitiveValuesAndCodings() {
        FlatParameters read =
                read(parameters("{\"name\":\"code\",\"valueCode\":\"é\"},{\"valueBoolean\":true,\"name\":\"b\"},"
                        + "{\"name\":\"n\",\"valueInteger\":12},{\"name\":\"c\",\"valueCoding\":{\"code\":\"x\"}}"));
        assertThat(read.parameters()).extracting(Parameter::name).containsExactly("code", "b", "n", "c");
        assertThat(read.parameters()).extracting(Parameter::text).containsExactly("é", "true", "12", null);
        assertThat(String.valueOf(read.parameters().get(3).object())).isEqualTo("{\"code\":\"x\"}");
    }

    @Test
    void readsParametersInsideOfParametersOnce() {
        String inner = parameters("{\"name\":\"code\",\"valueCode\":\"a\"}");
        String once = parameters("{\"name\":\"validation\",\"resource\":" + inner + "}");
        FlatParameters held =
                Objects.requireNonNull(read(once).parameters().get(0).resource());
        assertThat(held.parameters()).extracting(Parameter::text).containsExactly("a");
        String twice = parameters("{\"name\":\"validation\",\"resource\":" + once + "}");
        assertThat(FlatParameters.read(utf8(twice))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"resourceType\":\"ValueSet\"}",
                "{\"parameter\":[]}",
                "{\"resourceType\":\"Parameters\",\"id\":\"x\"}",
                "{\"resourceType\":\"Parameters\",\"resourceType\":\"Parameters\"}",
                "{\"resourceType\":\"Parameters\"} {}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"\",\"valueCode\":\"a\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueCode\":null}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueDecimal\":1.50}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueCode\":\"a\",\"valueUri\":\"b\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"_valueCode\":{},\"valueCode\":\"a\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"part\":[]}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"resource\":{\"resourceType\":\"ValueSet\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueCode\":\"a\""
            })
    void leavesWhatIsOfAnotherFormToTheTree(String json) {
        assertThat(FlatParameters.read(utf8(json))).isNull();
    }
}
