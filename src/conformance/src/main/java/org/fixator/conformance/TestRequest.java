package org.fixator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.r4.formats.IParser.OutputStyle;
import org.hl7.fhir.r5.formats.IParser;
import org.hl7.fhir.r5.model.Parameters;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The request of one test as the runner sends it to a server without a cache: the test's parameters, the set-up of its
 * suite as {@code tx-resource}, the profile. Written beside a failing answer, so that it can be sent again by hand.
 */
public final class TestRequest {
    private static final Map<String, String> PATHS = Map.of(
            "expand", "/ValueSet/$expand",
            "validate-code", "/ValueSet/$validate-code",
            "batch-validate", "/ValueSet/$batch-validate-code",
            "compare", "/ValueSet/$compare",
            "cs-validate-code", "/CodeSystem/$validate-code",
            "lookup", "/CodeSystem/$lookup",
            "subsumes", "/CodeSystem/$subsumes",
            "translate", "/ConceptMap/$translate");

    private final TestFolder folder;
    private final JsonObject suite;
    private final JsonObject test;
    private final Set<String> modes;

    TestRequest(TestFolder folder, JsonObject suite, JsonObject test, Set<String> modes) {
        this.folder = folder;
        this.suite = suite;
        this.test = test;
        this.modes = modes;
    }

    /** Where the operation is, below the base; null for what is not a single operation. */
    @Nullable
    String path() {
        return PATHS.get(test.asString("operation"));
    }

    /** The command that sends the file again. */
    String curl(String base, Path file) {
        String language =
                test.has("Accept-Language") ? " -H 'Accept-Language: " + test.asString("Accept-Language") + "'" : "";
        return "curl -s -H 'Accept: application/fhir+json' -H 'Content-Type: application/fhir+json'" + language
                + " -d @" + file + " '" + base + path() + "'";
    }

    void write(FhirBase base, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, base == FhirBase.R4 ? r4(parameters()) : r5(parameters()));
    }

    private Parameters parameters() throws IOException {
        Parameters parameters = (Parameters) folder.loadResource(requestFile());
        if (test.has("lenient-display")) {
            parameters.addParameter("lenient-display-validation", test.asBoolean("lenient-display"));
        }
        for (String file : suite.getStrings("setup")) {
            parameters.addParameter().setName("tx-resource").setResource(folder.loadResource(file));
        }
        String profile = test.has("profile") ? test.asString("profile") : "parameters-default.json";
        parameters.getParameter().addAll(((Parameters) folder.loadResource(profile)).getParameter());
        return parameters;
    }

    private String requestFile() {
        List<String> names =
                modes.stream().map(mode -> "request:" + mode).filter(test::has).toList();
        return test.asString(names.isEmpty() ? "request" : names.get(0));
    }

    private static String r4(Resource resource) throws IOException {
        return new org.hl7.fhir.r4.formats.JsonParser()
                .setOutputStyle(OutputStyle.PRETTY)
                .composeString(VersionConvertorFactory_40_50.convertResource(resource));
    }

    private static String r5(Resource resource) throws IOException {
        return new org.hl7.fhir.r5.formats.JsonParser()
                .setOutputStyle(IParser.OutputStyle.PRETTY)
                .composeString(resource);
    }
}
