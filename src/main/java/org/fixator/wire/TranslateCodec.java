package org.fixator.wire;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.coding.Canonical;
import org.fixator.coding.FhirVersion;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.TranslateRequest;
import org.fixator.conceptmap.TranslateResult;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConceptMap/$translate} on the wire, in the names of R4, of R5 and of HL7's suite.
 *
 * <p>The trap: when translating in reverse, the suite's {@code targetSystem} is the system of {@code targetCode}, and
 * {@code sourceSystem} is the one asked for; R4's {@code targetsystem} is the one asked for in either direction.
 */
public final class TranslateCodec {

    private static final CodedValueReader.Names R4_NAMES =
            new CodedValueReader.Names("code", "coding", "codeableConcept");
    private static final CodedValueReader.Names SOURCE_NAMES =
            new CodedValueReader.Names("sourceCode", "sourceCoding", "sourceCodeableConcept");
    private static final CodedValueReader.Names TARGET_NAMES =
            new CodedValueReader.Names("targetCode", "targetCoding", "targetCodeableConcept");

    /** More matches than this would outgrow the buffer that a thread keeps for its answers. */
    private static final int MANY = 200;

    private TranslateCodec() {}

    /**
     * @throws TerminologyException (400) where there is no value, or more than one; (404) where the map does not exist
     */
    public static TranslateRequest request(OperationParameters in, OperationCall call, RequestResources resources) {
        boolean byTarget = TARGET_NAMES.anyGiven(in);
        boolean reverse = byTarget || in.flag("reverse");
        return new TranslateRequest(
                resources.conceptMap(in, call.id()),
                value(in, byTarget),
                reverse,
                first(in, "sourceScope", "source"),
                first(in, "targetScope", "target"),
                asked(in, byTarget),
                dependencies(in));
    }

    private static CodedValue value(OperationParameters in, boolean byTarget) {
        boolean bySource = SOURCE_NAMES.anyGiven(in);
        boolean r4 = R4_NAMES.anyGiven(in);
        if ((byTarget && (bySource || r4)) || (bySource && r4)) {
            throw new TerminologyException(WireMessages.parametersExclude(
                    in.table().label(), List.of("code", "sourceCode", "targetCode", "and their coding forms")));
        }
        if (byTarget) {
            return requireSystem(
                    in, CodedValueReader.read(in, TARGET_NAMES, system(in, "targetSystem")), "targetSystem");
        }
        CodedValueReader.Names names = bySource ? SOURCE_NAMES : R4_NAMES;
        return requireSystem(in, CodedValueReader.read(in, names, system(in, "sourceSystem")), "system");
    }

    /** The system of a bare code: {@code system}, for which the suite has names of its own. */
    private static @Nullable Canonical system(OperationParameters in, String suiteName) {
        Canonical system = SystemReader.read(in, suiteName, "version");
        return system != null ? system : SystemReader.read(in, "system", "version");
    }

    private static CodedValue requireSystem(OperationParameters in, CodedValue value, String name) {
        if (value.form() == CodedValue.Form.CODE && value.codings().get(0).system() == null) {
            throw new TerminologyException(WireMessages.parameterMissing(
                    in.table().label(), "the parameter '" + name + "' along with the code"));
        }
        return value;
    }

    /** The system of the codes asked for. */
    private static @Nullable Canonical asked(OperationParameters in, boolean byTarget) {
        if (!byTarget) {
            Canonical r5 = in.canonical("targetSystem");
            return r5 != null ? r5 : in.canonical("targetsystem");
        }
        Canonical source = in.canonical("sourceSystem");
        boolean systemIsFree = in.has("targetSystem") || !in.has("targetCode");
        return source != null || !systemIsFree ? source : in.canonical("system");
    }

    private static @Nullable String first(OperationParameters in, String one, String other) {
        String value = in.text(one);
        return value != null ? value : in.text(other);
    }

    private static List<DependsOn> dependencies(OperationParameters in) {
        if (!in.has("dependency")) {
            return List.of();
        }
        List<DependsOn> dependencies = new ArrayList<>();
        in.objects("dependency").forEach(parameter -> dependencies.addAll(DependencyReader.read(parameter)));
        return dependencies;
    }

    /** The answer in the dialect of the request; in pieces where there are many matches. */
    public static OperationAnswer answer(TranslateResult result, OperationParameters in, FhirVersion version) {
        MatchWriter matches = new MatchWriter(TranslateDialect.of(in), version.isR5(), TARGET_NAMES.anyGiven(in));
        if (result.matches().size() < MANY) {
            JsonBytes json = JsonBytes.begin();
            write(json, result, matches);
            return new OperationAnswer(200, json);
        }
        JsonBytes json = JsonBytes.inPieces();
        write(json, result, matches);
        return new OperationAnswer(200, json.pieces());
    }

    private static void write(JsonBytes json, TranslateResult result, MatchWriter writer) {
        ParametersWriter out = ParametersWriter.begin(json);
        out.bool("result", result.result()).string("message", result.message());
        List<TranslateResult.Match> matches = result.matches();
        for (int i = 0; i < matches.size(); i++) {
            writer.write(out, matches.get(i));
        }
        out.end();
    }
}
