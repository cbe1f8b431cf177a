package org.fixator.wire;

import java.util.List;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** {@code $versions} and {@code $cache-control} on the wire. */
public final class SystemOperationsCodec {

    private static final List<String> MODES = List.of("start", "check", "end");

    private SystemOperationsCodec() {}

    /**
     * A call of {@code $cache-control}.
     *
     * @param mode {@code start}, {@code check} or {@code end}
     * @param sealed whether later requests add nothing to the cache; so the protocol has it where nothing is said
     * @param cacheId the cache to check or to end: from the parameter or the header
     */
    public record CacheControl(String mode, boolean sealed, @Nullable String cacheId) {}

    /** @throws TerminologyException (400) for another mode, and for check and end where no cache is named */
    public static CacheControl cacheControl(OperationParameters in, OperationCall call) {
        String mode = in.required("mode");
        if (!MODES.contains(mode)) {
            throw ParameterReader.value("mode", "'" + mode + "'", "one of " + String.join(", ", MODES));
        }
        String id = in.text("cache-id");
        String cacheId = id == null ? call.cacheId() : id;
        if (cacheId == null && !mode.equals("start")) {
            throw new TerminologyException(WireMessages.parameterMissing(
                    in.table().label(), "the header X-Cache-Id or the parameter 'cache-id'"));
        }
        return new CacheControl(mode, !Boolean.FALSE.equals(in.bool("sealed")), cacheId);
    }

    /** The answer to {@code $cache-control}: the cache that was started or is alive, nothing where it was ended. */
    public static OperationAnswer cacheAnswer(@Nullable String cacheId) {
        return ParametersWriter.answer(out -> out.string("cache-id", cacheId));
    }

    /**
     * The answer to {@code $versions}. The validator reads strings, whatever the specification calls them.
     *
     * @param served the FHIR releases that the server speaks
     * @param own that of the endpoint that was asked
     */
    public static OperationAnswer versions(List<FhirVersion> served, FhirVersion own) {
        return ParametersWriter.answer(out -> {
            out.string("default", number(own));
            served.forEach(version -> out.string("version", number(version)));
        });
    }

    private static String number(FhirVersion version) {
        String release = MetadataHeader.release(version);
        return release.substring(0, release.lastIndexOf('.'));
    }
}
