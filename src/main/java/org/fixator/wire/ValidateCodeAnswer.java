package org.fixator.wire;

import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeResult;

/** Writes the answer that both validations give. Parameters stand in the order of their names. */
final class ValidateCodeAnswer {

    private ValidateCodeAnswer() {}

    static OperationAnswer of(ValidateCodeResult result) {
        return new OperationAnswer(200, ParametersWriter.write(out -> write(out, result)));
    }

    static void write(ParametersWriter out, ValidateCodeResult result) {
        out.code("code", result.code());
        if (result.value().form() == CodedValue.Form.CODEABLE_CONCEPT) {
            out.complex(
                    "codeableConcept",
                    "valueCodeableConcept",
                    json -> FhirJson.codeableConcept(
                            json, result.value().codings(), result.value().text()));
        }
        out.string("copyright", result.notice())
                .string("display", result.display())
                .bool("inactive", result.inactive());
        if (!result.issues().isEmpty()) {
            out.complex("issues", "resource", json -> OutcomeCodec.write(json, result.issues()));
        }
        out.string("message", result.message())
                .code("normalized-code", result.normalizedCode())
                .bool("result", result.result())
                .code("status", result.status())
                .uri("system", result.system())
                .string("version", result.version());
        canonicals(out, "x-caused-by-unknown-system", result.unknownSystems());
        out.canonical("x-unknown-system", result.unknownSystem());
    }

    private static void canonicals(ParametersWriter out, String name, List<String> canonicals) {
        canonicals.forEach(canonical -> out.canonical(name, canonical));
    }
}
