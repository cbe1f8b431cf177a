package org.fixator.wire;

import java.util.List;
import org.fixator.codesystem.LookupRequest;
import org.fixator.codesystem.LookupResult;
import org.fixator.codesystem.LookupResult.Found;
import org.fixator.codesystem.LookupResult.NotFound;
import org.fixator.codesystem.LookupResult.SourcedDesignation;
import org.fixator.codesystem.LookupResult.SourcedProperty;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.issue.IssueType;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$lookup} on the wire. */
public final class LookupCodec {

    private LookupCodec() {}

    /**
     * @throws TerminologyException (400) where code or system is missing, or both a code and a Coding are given; (404)
     *     where the instance does not exist
     */
    public static LookupRequest request(OperationParameters in, OperationCall call, RequestResources resources) {
        Coding coding = coding(in, resources.codeSystem(call.id()));
        String system = coding.system();
        String code = coding.code();
        if (system == null || code == null) {
            throw new TerminologyException(WireMessages.parameterMissing(
                    in.table().label(), "the parameters 'code' and 'system', or a 'coding' with both"));
        }
        return new LookupRequest(
                system,
                coding.version(),
                code,
                OptionReader.languages(in, call),
                in.texts("property"),
                in.canonicals("useSupplement"));
    }

    private static Coding coding(OperationParameters in, @Nullable Canonical instance) {
        Element element = in.element("coding");
        if (element == null) {
            Canonical system = instance != null ? instance : SystemReader.read(in, "system", "version");
            return new Coding(
                    system == null ? null : system.url(),
                    system == null ? null : system.version(),
                    in.text("code"),
                    null);
        }
        if (in.has("code")) {
            throw new TerminologyException(
                    WireMessages.parametersExclude(in.table().label(), List.of("code", "coding")));
        }
        Coding coding = CodedValueReader.coding(element);
        return coding.version() != null
                ? coding
                : new Coding(coding.system(), SystemReader.version(in, "version"), coding.code(), null);
    }

    /** 200 with Parameters, or 404 with an OperationOutcome. */
    public static OperationAnswer answer(LookupResult result) {
        if (result instanceof NotFound notFound) {
            return new OperationAnswer(IssueType.NOT_FOUND.status(), OutcomeCodec.write(notFound.issues()));
        }
        Found found = (Found) result;
        return ParametersWriter.answer(out -> write(out, found));
    }

    /** What people look for first comes first. */
    private static void write(ParametersWriter out, Found found) {
        String name = found.system().name();
        out.string("name", name == null ? found.system().url() : name)
                .string("version", found.system().version())
                .string("display", found.display())
                .string("definition", found.definition())
                .code("code", found.code())
                .uri("system", found.system().url())
                .bool("abstract", found.isAbstract());
        for (SourcedDesignation designation : found.designations()) {
            designation(out, designation);
        }
        for (SourcedProperty property : found.properties()) {
            property(out, property);
        }
        for (Canonical supplement : found.usedSupplements()) {
            out.canonical("used-supplement", supplement.toString());
        }
    }

    private static void designation(ParametersWriter out, SourcedDesignation sourced) {
        Designation designation = sourced.designation();
        out.beginParts("designation")
                .code("language", designation.language())
                .canonical("source", text(sourced.source()))
                .coding("use", designation.use())
                .string("value", designation.value())
                .endParts();
    }

    private static void property(ParametersWriter out, SourcedProperty sourced) {
        Property property = sourced.property();
        out.beginParts("property")
                .code("code", property.code())
                .string("description", property.description())
                .canonical("source", text(sourced.source()));
        Coding coding = property.coding();
        if (coding != null) {
            out.coding("value", coding);
        } else {
            out.primitive("value", property.type().element(), property.value());
        }
        out.endParts();
    }

    private static @Nullable String text(@Nullable Canonical canonical) {
        return canonical == null ? null : canonical.toString();
    }
}
