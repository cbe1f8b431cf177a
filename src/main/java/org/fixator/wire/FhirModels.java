package org.fixator.wire;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import java.nio.charset.StandardCharsets;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * JSON and XML as the models of HAPI FHIR, and back. Contexts are made at first use and shared with whatever else uses
 * HAPI in this process: each takes seconds to make.
 */
public final class FhirModels {

    /** What a client adds beyond FHIR is passed over, as in JSON; what it gets wrong is an error. */
    private static final class Tolerant extends ErrorHandlerAdapter {

        @Override
        public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
            throw new DataFormatException("'" + value + "' is not a valid value: " + error);
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation location,
                @Nullable String name,
                BaseJsonLikeValue.@Nullable ValueType expected,
                BaseJsonLikeValue.@Nullable ScalarType expectedScalar,
                BaseJsonLikeValue.@Nullable ValueType found,
                BaseJsonLikeValue.@Nullable ScalarType foundScalar) {
            throw new DataFormatException("The element '" + name + "' has the wrong type");
        }
    }

    public FhirModels() {}

    /** @throws TerminologyException (400) where the text is not a resource of the release */
    public IBaseResource fromJson(byte[] utf8, FhirVersion version) {
        try {
            return parser(context(version).newJsonParser()).parseResource(text(utf8));
        } catch (DataFormatException e) {
            throw new TerminologyException(WireMessages.malformedJson(String.valueOf(e.getMessage())));
        }
    }

    /** @throws TerminologyException (400) where the text is not a resource of the release */
    public IBaseResource fromXml(byte[] utf8, FhirVersion version) {
        try {
            return parser(context(version).newXmlParser()).parseResource(text(utf8));
        } catch (DataFormatException e) {
            throw new TerminologyException(WireMessages.malformedXml(String.valueOf(e.getMessage())));
        }
    }

    public byte[] toJson(IBaseResource resource, FhirVersion version) {
        return bytes(parser(context(version).newJsonParser()).encodeResourceToString(resource));
    }

    public byte[] toXml(IBaseResource resource, FhirVersion version) {
        return bytes(parser(context(version).newXmlParser()).encodeResourceToString(resource));
    }

    private static FhirContext context(FhirVersion version) {
        return FhirContext.forCached(version.isR5() ? FhirVersionEnum.R5 : FhirVersionEnum.R4);
    }

    private static IParser parser(IParser parser) {
        parser.setParserErrorHandler(new Tolerant());
        parser.setStripVersionsFromReferences(false);
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        return parser;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
