package org.fixator.wire;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystemValidateCodeRequest;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.issue.Messages;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.ValueSetValidateCodeRequest;

/**
 * {@code ValueSet/$batch-validate-code} on the wire: many validations in one call. What the call says outside of them
 * holds for each that does not say otherwise. One without a value set is a question to the code system, and so is each where
 * the operation is called on CodeSystem: there {@code url} is that of the code system, as in its {@code $validate-code}.
 */
public final class BatchValidateCodeCodec {

    private BatchValidateCodeCodec() {}

    /** One validation of a batch. */
    public sealed interface Question {}

    /** A validation against a value set. */
    public record OfValueSet(ValueSetValidateCodeRequest request) implements Question {}

    /** A validation against the code system only. */
    public record OfCodeSystem(CodeSystemValidateCodeRequest request) implements Question {}

    /** A validation that cannot be asked; the others are answered all the same. */
    public record Refused(TerminologyException problem) implements Question {}

    /** The answer to one validation of a batch. */
    public sealed interface Reply {}

    /** The validation was made. */
    public record Made(ValidateCodeResult result) implements Reply {}

    /** The validation could not be made. */
    public record Failed(TerminologyException problem) implements Reply {}

    /**
     * The validations in the order of the call.
     *
     * @throws TerminologyException (400) where there is none
     */
    public static List<Question> questions(OperationParameters in, OperationCall call, RequestResources resources) {
        List<Question> questions = new ArrayList<>();
        for (OperationParameters.Enclosed validation : in.enclosed("validation")) {
            questions.add(question(in, validation, call, resources));
        }
        if (questions.isEmpty()) {
            throw new TerminologyException(
                    WireMessages.parameterMissing(in.table().label(), "at least one parameter 'validation'"));
        }
        return questions;
    }

    private static Question question(
            OperationParameters in,
            OperationParameters.Enclosed validation,
            OperationCall call,
            RequestResources resources) {
        try {
            if ("CodeSystem".equals(call.type())) {
                return ofCodeSystem(in, validation, call, resources);
            }
            OperationParameters own = parameters(OperationTables.VALUE_SET_VALIDATE_CODE, in, validation, call);
            if (own.has("url") || own.has("valueSet") || call.id() != null) {
                return new OfValueSet(ValueSetValidateCodeCodec.request(own, call, resources));
            }
            return ofCodeSystem(in, validation, call, resources);
        } catch (TerminologyException e) {
            return new Refused(e);
        }
    }

    private static Question ofCodeSystem(
            OperationParameters in,
            OperationParameters.Enclosed validation,
            OperationCall call,
            RequestResources resources) {
        OperationParameters bare = parameters(OperationTables.CODE_SYSTEM_VALIDATE_CODE, in, validation, call);
        return new OfCodeSystem(CodeSystemValidateCodeCodec.request(bare, call, resources));
    }

    /** Whether a validation can be read without a tree, whichever operation it turns out to ask for. */
    static boolean takes(FlatParameters validation) {
        for (FlatParameters.Parameter parameter : validation.parameters()) {
            if (!OperationParameters.takes(OperationTables.VALUE_SET_VALIDATE_CODE, parameter)
                    || !OperationParameters.takes(OperationTables.CODE_SYSTEM_VALIDATE_CODE, parameter)) {
                return false;
            }
        }
        return true;
    }

    private static OperationParameters parameters(
            ParameterTable table, OperationParameters in, OperationParameters.Enclosed validation, OperationCall call) {
        OperationParameters own =
                OperationParameters.of(table, validation, call.strict()).over(in);
        if (own.has("date")) {
            // The questions of a batch see the same versions.
            throw new TerminologyException(Messages.unsupportedParameter("date"));
        }
        return own;
    }

    /** As many replies as questions, in their order. */
    public static OperationAnswer answer(List<Reply> replies) {
        return ParametersWriter.answer(out -> {
            for (Reply reply : replies) {
                reply(out.beginComplex("validation", "resource"), reply);
                out.endComplex();
            }
        });
    }

    private static void reply(JsonBytes json, Reply reply) {
        if (reply instanceof Made made) {
            ParametersWriter out = ParametersWriter.begin(json);
            ValidateCodeAnswer.write(out, made.result());
            out.end();
        } else {
            OutcomeCodec.write(json, ((Failed) reply).problem().issues());
        }
    }
}
