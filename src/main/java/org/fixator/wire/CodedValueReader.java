package org.fixator.wire;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** Reads the value that an operation is asked about, which comes in exactly one of three forms. */
final class CodedValueReader {

    private static final Names NAMES = new Names("code", "coding", "codeableConcept");

    private CodedValueReader() {}

    /**
     * The value of a validation.
     *
     * @param system the system of a bare code, with the version asked for
     */
    static CodedValue read(OperationParameters in, @Nullable Canonical system) {
        return read(in, NAMES, system);
    }

    /** The names of the parameters for the three forms. */
    record Names(String code, String coding, String codeableConcept) {

        private List<String> all() {
            return List.of(code, coding, codeableConcept);
        }

        boolean anyGiven(OperationParameters in) {
            return in.has(code) || in.has(coding) || in.has(codeableConcept);
        }

        private int given(OperationParameters in) {
            return (in.has(code) ? 1 : 0) + (in.has(coding) ? 1 : 0) + (in.has(codeableConcept) ? 1 : 0);
        }
    }

    static CodedValue read(OperationParameters in, Names names, @Nullable Canonical system) {
        if (names.given(in) > 1) {
            List<String> given = names.all().stream().filter(in::has).toList();
            throw new TerminologyException(
                    WireMessages.parametersExclude(in.table().label(), given));
        }
        String display = names.code().equals("code") && in.table().find("display") != null ? in.text("display") : null;
        String code = in.text(names.code());
        if (code != null) {
            Coding coding = new Coding(
                    system == null ? null : system.url(), system == null ? null : system.version(), code, display);
            return new CodedValue(CodedValue.Form.CODE, List.of(coding), null);
        }
        Element coding = in.element(names.coding());
        if (coding != null) {
            Coding value = withDisplay(coding(coding), display);
            return new CodedValue(CodedValue.Form.CODING, List.of(value), null);
        }
        Element concept = in.element(names.codeableConcept());
        if (concept != null) {
            List<Coding> codings = new ArrayList<>(concept.map("coding", CodedValueReader::coding));
            return new CodedValue(CodedValue.Form.CODEABLE_CONCEPT, codings, concept.nonEmpty("text"));
        }
        throw new TerminologyException(WireMessages.parameterMissing(
                in.table().label(), "one of the parameters " + String.join(", ", names.all())));
    }

    /** A Coding whose system may carry the version behind a bar, as canonicals have it. */
    static Coding coding(Element element) {
        Coding coding = element.coding();
        String system = coding.system();
        if (system == null || coding.version() != null || system.indexOf('|') < 0) {
            return coding;
        }
        Canonical canonical = Canonical.parse(system);
        return new Coding(canonical.url(), canonical.version(), coding.code(), coding.display());
    }

    private static Coding withDisplay(Coding coding, @Nullable String display) {
        return coding.display() != null || display == null
                ? coding
                : new Coding(coding.system(), coding.version(), coding.code(), display);
    }
}
