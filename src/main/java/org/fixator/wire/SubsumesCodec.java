package org.fixator.wire;

import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.SubsumesRequest;
import org.fixator.codesystem.SubsumesResult;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$subsumes} on the wire. */
public final class SubsumesCodec {

    private SubsumesCodec() {}

    /**
     * @throws TerminologyException (400) where a code or the system is missing, or the two Codings are of different
     *     systems; (404) where the instance does not exist
     */
    public static SubsumesRequest request(OperationParameters in, OperationCall call, RequestResources resources) {
        Canonical named = resources.codeSystem(call.id());
        if (named == null) {
            named = SystemReader.read(in, "system", "version");
        } else {
            SystemReader.requireSame(in, "system", named.url());
        }
        Coding a = coding(in, "codeA", "codingA", named);
        Coding b = coding(in, "codeB", "codingB", named);
        if (!Objects.equals(a.system(), b.system())) {
            throw ParameterReader.value("codingB", "of the system " + b.system(), "of the system " + a.system());
        }
        String version = a.version() != null ? a.version() : b.version();
        return new SubsumesRequest(
                require(a.system(), in),
                version != null ? version : SystemReader.version(in, "version"),
                require(a.code(), in),
                require(b.code(), in));
    }

    private static Coding coding(OperationParameters in, String code, String coding, @Nullable Canonical system) {
        Element element = in.element(coding);
        if (element == null) {
            return new Coding(
                    system == null ? null : system.url(),
                    system == null ? null : system.version(),
                    in.text(code),
                    null);
        }
        if (in.has(code)) {
            throw new TerminologyException(
                    WireMessages.parametersExclude(in.table().label(), List.of(code, coding)));
        }
        Coding value = CodedValueReader.coding(element);
        return value.system() != null || system == null
                ? value
                : new Coding(system.url(), system.version(), value.code(), null);
    }

    private static String require(@Nullable String value, OperationParameters in) {
        if (value == null) {
            throw new TerminologyException(WireMessages.parameterMissing(
                    in.table().label(), "'codeA', 'codeB' and 'system', or 'codingA' and 'codingB'"));
        }
        return value;
    }

    public static OperationAnswer answer(SubsumesResult result) {
        return ParametersWriter.answer(
                out -> out.code("outcome", result.outcome().code()));
    }
}
