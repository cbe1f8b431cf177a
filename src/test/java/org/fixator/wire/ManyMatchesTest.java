package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.FhirVersion;
import org.fixator.conceptmap.Relationship;
import org.fixator.conceptmap.TranslateResult;
import org.fixator.conceptmap.TranslateResult.Match;
import org.junit.jupiter.api.Test;

class ManyMatchesTest {

    @Test
    void anAnswerInPiecesReadsAsOneThatIsNot() {
        OperationParameters in = OperationParameters.read(
                OperationTables.TRANSLATE,
                Requests.call(
                        OperationTables.TRANSLATE, null, Requests.code("code", "1"), Requests.uri("system", "s")));
        JsonNode one = matches(in, 1);
        JsonNode many = matches(in, 1_000);
        assertThat(many.size()).isEqualTo(1_001);
        assertThat(many.get(1)).isEqualTo(one.get(1));
        assertThat(many.get(1_000).toString()).isEqualTo(one.get(1).toString().replace("\"c0\"", "\"c999\""));
    }

    private static JsonNode matches(OperationParameters in, int count) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            matches.add(new Match(
                    "http://x/cm",
                    Relationship.WIDER,
                    Coding.of("http://x/a", "1"),
                    Coding.of("http://x/b", "c" + i),
                    null,
                    List.of(),
                    List.of(),
                    List.of()));
        }
        OperationAnswer answer = TranslateCodec.answer(new TranslateResult(true, null, matches), in, FhirVersion.R4);
        assertThat(answer.json()).hasSize(answer.length());
        return Json.parse(answer.json()).path("parameter");
    }
}
