package org.fixator.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.wire.Requests.RESOURCES;
import static org.fixator.wire.Requests.code;
import static org.fixator.wire.Requests.coding;
import static org.fixator.wire.Requests.uri;

import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fixator.codesystem.CodeSystemValidateCodeRequest;
import org.fixator.codesystem.CodedValue.Form;
import org.fixator.codesystem.LookupRequest;
import org.fixator.codesystem.SubsumesRequest;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.ExpandRequest;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSetValidateCodeRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecRequestsTest {

    private static final String CS = "http://x/cs";

    private static LookupRequest lookup(String... parameters) {
        OperationCall call = Requests.call(OperationTables.LOOKUP, null, parameters);
        return LookupCodec.request(OperationParameters.read(OperationTables.LOOKUP, call), call, Requests.RESOURCES);
    }

    private static CodeSystemValidateCodeRequest validate(@Nullable String id, String... parameters) {
        OperationCall call = Requests.call(OperationTables.CODE_SYSTEM_VALIDATE_CODE, id, parameters);
        OperationParameters in = OperationParameters.read(OperationTables.CODE_SYSTEM_VALIDATE_CODE, call);
        return CodeSystemValidateCodeCodec.request(in, call, RESOURCES);
    }

    private static ValueSetValidateCodeRequest validateIn(@Nullable String id, String... parameters) {
        OperationCall call = Requests.call(OperationTables.VALUE_SET_VALIDATE_CODE, id, parameters);
        OperationParameters in = OperationParameters.read(OperationTables.VALUE_SET_VALIDATE_CODE, call);
        return ValueSetValidateCodeCodec.request(in, call, RESOURCES);
    }

    private static SubsumesRequest subsumes(@Nullable String id, String... parameters) {
        OperationCall call = Requests.call(OperationTables.SUBSUMES, id, parameters);
        return SubsumesCodec.request(OperationParameters.read(OperationTables.SUBSUMES, call), call, RESOURCES);
    }

    private static ExpandRequest expand(@Nullable String id, String... parameters) {
        OperationCall call = Requests.call(OperationTables.EXPAND, id, parameters);
        OperationParameters in = OperationParameters.read(OperationTables.EXPAND, call);
        return new ExpandCodec(Clock.systemUTC(), LargeAnswers.onHalfTheProcessors()).request(in, call, RESOURCES);
    }

    @Test
    void lookupTakesACodeOrACoding() {
        LookupRequest byCode =
                lookup(uri("system", CS), code("code", "a"), code("version", "2"), code("property", "*"));
        LookupRequest byCoding = lookup(coding("coding", CS, "a"), code("version", "2"), code("property", "*"));
        assertThat(byCoding).isEqualTo(byCode);
        assertThat(byCode.version()).isEqualTo("2");
        assertThat(byCode.languages().ranges().get(0).tag()).isEqualTo("fr");
    }

    @Test
    void lookupPrefersTheLanguageOfTheParameterToThatOfTheHeader() {
        assertThat(lookup(uri("system", CS), code("code", "a"), code("displayLanguage", "de-CH, de;q=0.5"))
                        .languages()
                        .ranges())
                .extracting(range -> range.tag())
                .containsExactly("de-CH", "de");
    }

    @Test
    void lookupRefusesWhatItCannotLookUp() {
        refused(400, "needs the parameters 'code' and 'system'", () -> lookup(code("code", "a")));
        refused(400, "needs the parameters 'code' and 'system'", () -> lookup(uri("system", CS)));
        refused(400, "takes only one of code, coding", () -> lookup(code("code", "a"), coding("coding", CS, "a")));
        refused(
                400,
                "'displayLanguage' is 'ü_x'; it should be a list of language tags",
                () -> lookup(uri("system", CS), code("code", "a"), code("displayLanguage", "ü_x")));
        refused(
                400,
                "coding.system: expected a string, found a number",
                () -> lookup("{'name':'coding','valueCoding':{'system':1}}"));
    }

    @Test
    void validateCodeTakesThreeForms() {
        assertThat(validate(null, uri("url", CS + "|2"), code("code", "a"), code("display", "A"))
                        .value())
                .satisfies(value -> {
                    assertThat(value.form()).isEqualTo(Form.CODE);
                    assertThat(value.codings()).containsExactly(new Coding(CS, "2", "a", "A"));
                });
        CodeSystemValidateCodeRequest byCoding = validate(null, coding("coding", CS, "a"));
        assertThat(byCoding.value().form()).isEqualTo(Form.CODING);
        assertThat(byCoding.system()).isNull();
        assertThat(validate(
                                null,
                                "{'name':'codeableConcept','valueCodeableConcept':{'text':'t','coding':[{'code':'a'},{}]}}")
                        .value())
                .satisfies(value -> {
                    assertThat(value.form()).isEqualTo(Form.CODEABLE_CONCEPT);
                    assertThat(value.codings()).hasSize(2);
                    assertThat(value.text()).isEqualTo("t");
                });
    }

    @Test
    void validateCodeTakesTheInstanceOrTheCodeSystemThatComesWithIt() {
        assertThat(validate("stored", code("code", "a")).value().codings())
                .containsExactly(new Coding("http://x/stored", "1", "a", null));
        assertThat(validate(
                                null,
                                code("code", "a"),
                                "{'name':'codeSystem','resource':{'resourceType':'CodeSystem','url':'http://x/own'}}")
                        .system())
                .isEqualTo("http://x/own");
    }

    @Test
    void validateCodeReadsWhatPublishersSend() {
        assertThat(validate(null, uri("system", CS), code("code", "a"), code("version", "current"))
                        .version())
                .isNull();
        assertThat(validate(null, "{'name':'valueCoding','valueCoding':{'system':'" + CS + "|3','code':'a'}}")
                        .value()
                        .codings())
                .containsExactly(new Coding(CS, "3", "a", null));
    }

    @Test
    void validateCodeReadsItsOptions() {
        assertThat(validate(
                                null,
                                coding("coding", CS, "a"),
                                code("mode", "CHECK_MEMBERSHIP_ONLY"),
                                "{'name':'lenient-display-validation','valueBoolean':true}",
                                "{'name':'abstract','valueBoolean':false}",
                                uri("system-version", CS + "|1.x"))
                        .options())
                .satisfies(options -> {
                    assertThat(options.membershipOnly()).isTrue();
                    assertThat(options.lenientDisplay()).isTrue();
                    assertThat(options.abstractAllowed()).isFalse();
                    assertThat(options.activeOnly()).isNull();
                    assertThat(options.versions().system()).containsExactly(new Canonical(CS, "1.x"));
                });
    }

    @Test
    void validateCodeRefusesWhatItCannotValidate() {
        refused(400, "needs one of the parameters code, coding, codeableConcept", () -> validate(null, uri("url", CS)));
        refused(400, "needs the parameter 'url' along with 'code'", () -> validate(null, code("code", "a")));
        refused(
                400,
                "takes only one of code, coding",
                () -> validate(null, code("code", "a"), coding("coding", CS, "a")));
        refused(
                400,
                "'mode' is 'x'; it should be ALL_CHECKS or CHECK_MEMBERSHIP_ONLY",
                () -> validate(null, coding("coding", CS, "a"), code("mode", "x")));
        refused(
                400,
                "'system-version' is '" + CS + "'; it should be a url and a version",
                () -> validate(null, coding("coding", CS, "a"), uri("system-version", CS)));
        refused(404, "no CodeSystem with the id 'other'", () -> validate("other", code("code", "a")));
    }

    @Test
    void valueSetsComeByUrlByInstanceOrThemselves() {
        assertThat(validateIn(null, uri("url", "http://x/vs|2"), code("code", "a"))
                        .valueSet()
                        .canonical())
                .isEqualTo(new Canonical("http://x/vs", "2"));
        assertThat(validateIn(null, uri("url", "http://x/vs"), code("valueSetVersion", "3"), code("code", "a"))
                        .valueSet()
                        .canonical())
                .isEqualTo(new Canonical("http://x/vs", "3"));
        assertThat(validateIn(
                                null,
                                uri("url", "http://x/vs"),
                                uri("default-valueset-version", "http://x/vs|4"),
                                code("code", "a"))
                        .valueSet()
                        .canonical())
                .isEqualTo(new Canonical("http://x/vs", "4"));
        ValueSetDefinition stored = validateIn("stored", code("code", "a")).valueSet();
        assertThat(requireNonNull(stored.canonical()).url()).isEqualTo("http://x/stored");
        assertThat(validateIn(null, "{'name':'valueSet','resource':{'resourceType':'ValueSet'}}", code("code", "a"))
                        .valueSet()
                        .canonical())
                .isNull();
        refused(
                404,
                "'http://y/vs|1' could not be found",
                () -> validateIn(null, uri("url", "http://y/vs|1"), code("code", "a")));
        refused(
                400,
                "'valueSetVersion' is '2'; it should be '1', as in http://x/vs|1",
                () -> validateIn(null, uri("url", "http://x/vs|1"), code("valueSetVersion", "2"), code("code", "a")));
        refused(404, "no ValueSet with the id 'other'", () -> validateIn("other", code("code", "a")));
        refused(400, "needs the parameter 'url' or 'valueSet'", () -> validateIn(null, code("code", "a")));
    }

    @Test
    void subsumesTakesCodesOrCodings() {
        SubsumesRequest byCode = subsumes(null, uri("system", CS), code("codeA", "a"), code("codeB", "b"));
        assertThat(byCode).isEqualTo(new SubsumesRequest(CS, null, "a", "b"));
        assertThat(subsumes(null, coding("codingA", CS, "a"), coding("codingB", CS, "b")))
                .isEqualTo(byCode);
        assertThat(subsumes("stored", code("codeA", "a"), code("codeB", "b")).version())
                .isEqualTo("1");
        refused(
                400,
                "needs 'codeA', 'codeB' and 'system'",
                () -> subsumes(null, uri("system", CS), code("codeA", "a")));
        refused(
                400,
                "'codingB' is of the system http://x/other; it should be of the system " + CS,
                () -> subsumes(null, coding("codingA", CS, "a"), coding("codingB", "http://x/other", "b")));
    }

    @Test
    void expandReadsItsPageAndItsLanguages() {
        ExpandRequest request = expand(
                "stored",
                "{'name':'count','valueInteger':0}",
                "{'name':'offset','valueInteger':20}",
                "{'name':'limit','valueInteger':100}",
                code("displayLanguage", "de"),
                code("designation", "fr"),
                uri("exclude-system", CS));
        assertThat(request.count()).isZero();
        assertThat(request.offset()).isEqualTo(20);
        assertThat(request.costThreshold()).isEqualTo(100);
        assertThat(request.languages().source()).isEqualTo("de");
        assertThat(request.acceptLanguages().source()).isEqualTo("fr;q=0.5");
        assertThat(request.activeOnly()).isNull();
        assertThat(request.excludeSystems()).containsExactly(new Canonical(CS, null));
        refused(
                400,
                "'count' is -1; it should be 0 or more",
                () -> expand("stored", "{'name':'count','valueInteger':-1}"));
        refused(400, "needs the parameter 'url' or 'valueSet'", () -> expand(null));
    }

    private static void refused(int status, String complaint, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining(complaint)
                .extracting(e -> ((TerminologyException) e).status())
                .isEqualTo(status);
    }
}
