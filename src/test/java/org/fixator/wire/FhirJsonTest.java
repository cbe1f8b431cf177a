package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.coding.Coding;
import org.junit.jupiter.api.Test;

class FhirJsonTest {

    private static String concept(List<Coding> codings) {
        JsonBytes json = new JsonBytes();
        FhirJson.codeableConcept(json, codings, "t");
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aCodingThatStatesNothingIsLeftOut() {
        assertThat(concept(List.of(Coding.of("http://x", "a"), Coding.NONE)))
                .isEqualTo("{\"coding\":[{\"system\":\"http://x\",\"code\":\"a\"}],\"text\":\"t\"}");
        assertThat(concept(List.of(Coding.NONE))).isEqualTo("{\"text\":\"t\"}");
    }

    private static String value(String element, String lexical) {
        JsonBytes json = new JsonBytes();
        FhirJson.value(json, element, lexical);
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesAWholeNumberThatJsonHasAsOne() {
        for (String number : List.of("0", "-0", "7", "-12", "2147483648", "10")) {
            assertThat(value("valueInteger", number)).isEqualTo("\"valueInteger\":" + number);
        }
    }

    @Test
    void writesAWholeNumberThatJsonHasNotAsAString() {
        for (String number : List.of("", "-", "+1", "01", "-01", "1.0", "1e3", " 1", "1x", "٣")) {
            assertThat(value("valueInteger", number)).isEqualTo("\"valueString\":\"" + number + "\"");
        }
    }
}
