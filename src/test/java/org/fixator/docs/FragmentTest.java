package org.fixator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentTest {
    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                  | {'a':1}",
                "{'a':1}             | {'b':2,'a':1}",
                "{'a':[2]}           | {'a':[1,2,3]}",
                "{'a':[3,1]}         | {'a':[1,2,3]}",
                "{'a':[{'b':true}]}  | {'a':[{'b':false},{'b':true,'c':1}]}",
                "{'a':'…middle…'}    | {'a':'the middle\\nof it'}",
                "{'a':'(begin…'}     | {'a':'(begin)'}",
                "{'a':'…'}           | {'a':''}"
            })
    void holds(String fragment, String answer) {
        assertThat(new Fragment(json(fragment)).differences(json(answer))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1}               | {}",
                "{'a':1}               | {'a':'1'}",
                "{'a':{'b':1}}         | {'a':[{'b':1}]}",
                "{'a':[1]}             | {'a':1}",
                "{'a':[{'b':1,'c':2}]} | {'a':[{'b':1},{'c':2}]}",
                "{'a':'…middle'}       | {'a':'the middle of it'}",
                "{'a':'…'}             | {'a':1}"
            })
    void doesNotHold(String fragment, String answer) {
        assertThat(new Fragment(json(fragment)).isIn(json(answer))).isFalse();
    }

    @Test
    void saysWhereAndWhatIsMissing() {
        JsonNode answer = json("{'status':'x','list':[{'n':1}]}");
        assertThat(new Fragment(json("{'status':'y','list':[{'n':2}],'gone':true}")).differences(answer))
                .isEqualTo(List.of(
                        "/status is \"x\" and not \"y\"",
                        "nothing at /list like {\"n\":2}",
                        "/gone is missing and not true"));
    }
}
