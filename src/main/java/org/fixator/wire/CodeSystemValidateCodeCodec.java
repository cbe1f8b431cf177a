package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fixator.codesystem.CodeSystemValidateCodeRequest;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$validate-code} on the wire. */
public final class CodeSystemValidateCodeCodec {

    private CodeSystemValidateCodeCodec() {}

    /**
     * @throws TerminologyException (400) where there is no value, more than one, or a bare code without a system; (404)
     *     where the instance does not exist
     */
    public static CodeSystemValidateCodeRequest request(
            OperationParameters in, OperationCall call, RequestResources resources) {
        Canonical system = system(in, resources.codeSystem(call.id()));
        CodedValue value = CodedValueReader.read(in, system);
        if (value.form() == CodedValue.Form.CODE && system == null && !in.flag("inferSystem")) {
            throw new TerminologyException(
                    WireMessages.parameterMissing(in.table().label(), "the parameter 'url' along with 'code'"));
        }
        return new CodeSystemValidateCodeRequest(
                value,
                system == null ? null : system.url(),
                system == null ? SystemReader.version(in, "version") : system.version(),
                OptionReader.validation(in, call));
    }

    private static @Nullable Canonical system(OperationParameters in, @Nullable Canonical instance) {
        if (instance != null) {
            SystemReader.requireSame(in, "url", instance.url());
            return instance;
        }
        ObjectNode inline = in.object("codeSystem");
        if (inline != null) {
            return Resources.canonical(Element.of(inline));
        }
        return SystemReader.read(in, "url", "version");
    }

    public static OperationAnswer answer(ValidateCodeResult result) {
        return ValidateCodeAnswer.of(result);
    }
}
