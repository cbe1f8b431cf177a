package org.fixator.wire;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.CompareRequest;
import org.fixator.valueset.CompareResult;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** {@code ValueSet/$compare} on the wire. */
public final class CompareCodec {

    private static final ResourceNames THIS = new ResourceNames("thisUrl", "thisValueSet", "thisValueSetVersion");
    private static final ResourceNames OTHER = new ResourceNames("otherUrl", "otherValueSet", "otherValueSetVersion");

    private CompareCodec() {}

    /**
     * @throws TerminologyException (400) where one of the value sets is missing; (404) where it does not exist
     */
    public static CompareRequest request(OperationParameters in, OperationCall call, RequestResources resources) {
        VersionRules versions = OptionReader.versions(in);
        return new CompareRequest(
                valueSet(in, THIS, call.id(), versions, resources),
                valueSet(in, OTHER, null, versions, resources),
                versions,
                in.canonicals("useSupplement"),
                in.flag("activeOnly"));
    }

    private static ValueSetDefinition valueSet(
            OperationParameters in,
            ResourceNames names,
            @Nullable String id,
            VersionRules versions,
            RequestResources all) {
        ValueSetDefinition found = all.valueSet(in, names, id, versions.valueSet());
        if (found == null) {
            throw new TerminologyException(WireMessages.parameterMissing(
                    in.table().label(), "the parameter '" + names.url() + "' or '" + names.resource() + "'"));
        }
        return found;
    }

    /** The relation in words and as a code, and how it was found for a client that asks for diagnostics. */
    public static OperationAnswer answer(CompareResult result, OperationParameters in) {
        boolean diagnostics = in.flag("diagnostics");
        return ParametersWriter.answer(out -> {
            out.code("result", result.relation().code()).string("message", result.message());
            if (diagnostics) {
                out.bool("performed-expansion", result.expanded())
                        .string("common-codes", listed(result.codes().common()))
                        .string("missing-codes", listed(result.codes().missing()))
                        .string("extra-codes", listed(result.codes().extra()));
            }
        });
    }

    private static @Nullable String listed(List<String> codes) {
        return codes.isEmpty() ? null : String.join(",", codes);
    }
}
