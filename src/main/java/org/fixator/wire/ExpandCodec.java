package org.fixator.wire;

import java.time.Clock;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.ExpandRequest;
import org.fixator.valueset.ExpandResult;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** {@code ValueSet/$expand} on the wire. */
public final class ExpandCodec {

    private final Clock clock;
    private final LargeAnswers large;
    private final AnswerIds ids = new AnswerIds();
    private final Timestamps timestamps = new Timestamps();

    /**
     * @param clock for the time of an expansion
     * @param large the turns of large expansions
     */
    public ExpandCodec(Clock clock, LargeAnswers large) {
        this.clock = clock;
        this.large = large;
    }

    /**
     * @throws TerminologyException (400) where there is no value set, or the page is not one; (404) where the value set
     *     does not exist
     */
    public ExpandRequest request(OperationParameters in, OperationCall call, RequestResources resources) {
        VersionRules versions = OptionReader.versions(in);
        ValueSetDefinition valueSet = resources.valueSet(in, call.id(), versions.valueSet());
        if (valueSet == null) {
            throw new TerminologyException(
                    WireMessages.parameterMissing(in.table().label(), "the parameter 'url' or 'valueSet'"));
        }
        return new ExpandRequest(
                valueSet,
                in.text("filter"),
                notNegative(in, "offset"),
                notNegative(in, "count"),
                in.bool("activeOnly"),
                in.bool("excludeNested"),
                in.bool("includeDesignations"),
                in.bool("includeDefinition"),
                in.bool("excludeNotForUI"),
                in.bool("excludePostCoordinated"),
                in.texts("property"),
                in.texts("designation"),
                OptionReader.displayLanguages(in),
                OptionReader.acceptLanguages(in, call),
                versions,
                in.canonicals("useSupplement"),
                in.canonicals("exclude-system"),
                costThreshold(in, call));
    }

    private static @Nullable Integer notNegative(OperationParameters in, String name) {
        Integer number = in.integer(name);
        if (number != null && number < 0) {
            throw ParameterReader.value(name, number.toString(), "0 or more");
        }
        return number;
    }

    /** The lower of the limits that the header and the parameter ask for. */
    private static @Nullable Integer costThreshold(OperationParameters in, OperationCall call) {
        Integer limit = notNegative(in, "limit");
        Integer header = call.costThreshold();
        if (limit == null || header == null) {
            return limit == null ? header : limit;
        }
        return Integer.valueOf(Math.min(limit, header));
    }

    /** The value set with its expansion, in the shape of a FHIR release. */
    public OperationAnswer answer(ExpandResult result, FhirVersion version) {
        int size = result.entries().size();
        if (size < LargeAnswers.CODES) {
            JsonBytes json = JsonBytes.begin(1024 + 160 * size);
            write(result, version, json);
            return new OperationAnswer(200, json);
        }
        try (LargeAnswers.Turn turn = large.take()) {
            JsonBytes json = JsonBytes.inPieces();
            write(result, version, json);
            return new OperationAnswer(200, json.pieces());
        }
    }

    private void write(ExpandResult result, FhirVersion version, JsonBytes json) {
        json.object().member("resourceType", "ValueSet");
        new ValueSetHeaderWriter(json, version.isR5(), result.includeDefinition(), result.notices())
                .write(result.valueSet().source());
        json.name("expansion");
        String timestamp = timestamps.of(clock.instant());
        new ExpansionWriter(json, version.isR5()).write(result, "urn:uuid:" + ids.next(), timestamp);
        json.endObject();
    }
}
