package org.fixator.wire;

import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeResult;

/** Writes the answer that both validations give. The verdict comes first, the issues that explain it last. */
final class ValidateCodeAnswer {

    private ValidateCodeAnswer() {}

    static OperationAnswer of(ValidateCodeResult result) {
        return ParametersWriter.answer(out -> write(out, result));
    }

    static void write(ParametersWriter out, ValidateCodeResult result) {
        out.bool("result", result.result())
                .string("message", result.message())
                .string("display", result.display())
                .code("code", result.code())
                .uri("system", result.system())
                .string("version", result.version())
                .bool("inactive", result.inactive())
                .code("status", result.status())
                .code("normalized-code", result.normalizedCode());
        if (result.value().form() == CodedValue.Form.CODEABLE_CONCEPT) {
            out.complex(
                    "codeableConcept",
                    "valueCodeableConcept",
                    json -> FhirJson.codeableConcept(
                            json, result.value().codings(), result.value().text()));
        }
        canonicals(out, "x-caused-by-unknown-system", result.unknownSystems());
        out.canonical("x-unknown-system", result.unknownSystem());
        out.string("copyright", result.notice());
        if (!result.issues().isEmpty()) {
            OutcomeCodec.write(out.beginComplex("issues", "resource"), result.issues());
            out.endComplex();
        }
    }

    private static void canonicals(ParametersWriter out, String name, List<String> canonicals) {
        for (String canonical : canonicals) {
            out.canonical(name, canonical);
        }
    }
}
