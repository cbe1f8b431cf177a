package org.fixator.wire;

import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeOptions;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSetValidateCodeRequest;

/** {@code ValueSet/$validate-code} on the wire. */
public final class ValueSetValidateCodeCodec {

    private ValueSetValidateCodeCodec() {}

    /**
     * @throws TerminologyException (400) where there is no value set, no value or more than one; (404) where the value
     *     set does not exist
     */
    public static ValueSetValidateCodeRequest request(
            OperationParameters in, OperationCall call, RequestResources resources) {
        ValidateCodeOptions options = OptionReader.validation(in, call);
        CodedValue value = CodedValueReader.read(in, SystemReader.read(in, "system", "systemVersion"));
        ValueSetDefinition valueSet =
                resources.valueSet(in, call.id(), options.versions().valueSet());
        if (valueSet == null) {
            throw new TerminologyException(
                    WireMessages.parameterMissing(in.table().label(), "the parameter 'url' or 'valueSet'"));
        }
        return new ValueSetValidateCodeRequest(
                valueSet, value, options.with(OptionReader.languages(in, call, valueSet)));
    }

    public static OperationAnswer answer(ValidateCodeResult result) {
        return ValidateCodeAnswer.of(result);
    }
}
