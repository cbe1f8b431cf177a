package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler.IParseLocation;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to store a resource of which a part would be lost. By itself HAPI drops what it cannot read, such as an element
 * of another FHIR version, and says so only in the log.
 */
@Interceptor
public final class NothingLost {
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void read(ServletRequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(request);
        boolean reads = operation == RestOperationTypeEnum.CREATE
                || operation == RestOperationTypeEnum.UPDATE
                || operation == RestOperationTypeEnum.TRANSACTION;
        byte[] body = reads && encoding != null ? request.loadRequestContents() : null;
        if (encoding == null || body == null || body.length == 0) {
            return;
        }
        Losses losses = new Losses();
        IParser parser = encoding.newParser(request.getFhirContext());
        parser.setParserErrorHandler(losses);
        parser.setServerBaseUrl(request.getFhirServerBase());
        IBaseResource resource = parse(parser, new String(body, StandardCharsets.UTF_8), request.getFhirContext());
        if (operation == RestOperationTypeEnum.TRANSACTION && !(resource instanceof IBaseBundle)) {
            throw new RefusedException(
                    new Refusal(400, "structure", "Only a Bundle can be posted here, not a " + resource.fhirType()));
        }
        if (!losses.found.isEmpty() && isStored(operation, body, encoding)) {
            throw new RefusedException(new Refusal(400, "structure", String.join("; ", losses.found)));
        }
        // HAPI takes what has been parsed already.
        request.setResource(resource);
    }

    private static IBaseResource parse(IParser parser, String body, FhirContext fhirContext) {
        try {
            return parser.parseResource(body);
        } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new RefusedException(new Refusal(
                    400,
                    "structure",
                    "Not a FHIR " + fhirContext.getVersion().getVersion() + " resource: "
                            + Failures.plain(String.valueOf(e.getMessage()))));
        }
    }

    /** In a batch that only asks, a part that the release does not know does no harm. */
    private static boolean isStored(@Nullable RestOperationTypeEnum operation, byte[] body, EncodingEnum encoding) {
        return operation != RestOperationTypeEnum.TRANSACTION
                || BundleEntries.read(body, encoding == EncodingEnum.XML).stream()
                        .anyMatch(entry ->
                                AccessRules.decideEntry(entry.method(), entry.url()) == AccessRules.Decision.TOKEN);
    }

    private static final class Losses extends LenientErrorHandler {
        final List<String> found = new ArrayList<>();

        Losses() {
            super(false);
        }

        @Override
        public void unknownElement(@Nullable IParseLocation location, String name) {
            found.add("Unknown element '" + name + "'" + at(location));
        }

        @Override
        public void unknownAttribute(@Nullable IParseLocation location, String name) {
            found.add("Unknown attribute '" + name + "'" + at(location));
        }

        @Override
        public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
            found.add("Element '" + name + "' is given more than once" + at(location));
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation location,
                String name,
                ValueType expected,
                @Nullable ScalarType expectedScalar,
                ValueType actual,
                @Nullable ScalarType actualScalar) {
            // A number for a string and the like is read, only other shapes are lost.
            if (expected != actual) {
                found.add("Element '" + name + "' must be of JSON type " + expected + at(location));
            }
        }

        private static String at(@Nullable IParseLocation location) {
            String parent = location == null ? null : location.getParentElementName();
            return parent == null ? "" : " in '" + parent + "'";
        }
    }
}
