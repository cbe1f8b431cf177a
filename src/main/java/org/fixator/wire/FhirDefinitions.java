package org.fixator.wire;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.util.BundleUtil;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.fixator.coding.FhirVersion;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * The code systems and value sets that FHIR itself defines ({@code http://hl7.org/fhir/…}), as HAPI ships them. What the
 * specification only carries along for others (V2, V3, HL7 Terminology) is left out: its owners publish it, and the
 * copies are often cut.
 */
public final class FhirDefinitions {

    /** How the url of every definition starts. */
    public static final String OWN = "http://hl7.org/fhir/";

    private static final Pattern DEFINITION = Pattern.compile("package/(CodeSystem|ValueSet)-(.+)\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FhirDefinitions() {}

    /**
     * One definition.
     *
     * @param type {@code CodeSystem} or {@code ValueSet}
     * @param json the resource in UTF-8, in the shape of its own FHIR release
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Definition(String type, String id, byte[] json) {}

    /** Hands over every definition of a FHIR release. Takes seconds: the sources are made for other readers. */
    public static void read(FhirVersion version, Consumer<Definition> sink) {
        if (version.isR5()) {
            readPackage("/org/hl7/fhir/r5/packages/hl7.fhir.r5.core-5.0.0.tgz", sink);
        } else if (version == FhirVersion.R4B) {
            readBundle(FhirContext.forR4BCached(), "/org/hl7/fhir/r4b/model/valueset/valuesets.xml", sink);
        } else {
            readBundle(FhirContext.forR4Cached(), "/org/hl7/fhir/r4/model/valueset/valuesets.xml", sink);
        }
    }

    private static void readBundle(FhirContext context, String file, Consumer<Definition> sink) {
        IParser json = context.newJsonParser();
        for (IBaseResource resource : BundleUtil.toListOfResources(context, bundle(context, file))) {
            String url = context.newTerser().getSinglePrimitiveValueOrNull(resource, "url");
            if (url != null && url.startsWith(OWN)) {
                sink.accept(new Definition(
                        resource.fhirType(),
                        resource.getIdElement().getIdPart(),
                        json.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static IBaseBundle bundle(FhirContext context, String file) {
        IParser xml = context.newXmlParser().setParserErrorHandler(new LenientErrorHandler(false));
        try (InputStream in = open(file)) {
            return (IBaseBundle) xml.parseResource(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readPackage(String file, Consumer<Definition> sink) {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(open(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Matcher name = DEFINITION.matcher(entry.getName());
                if (name.matches()) {
                    byte[] json = tar.readAllBytes();
                    if (JSON.readTree(json).path("url").asText().startsWith(OWN)) {
                        sink.accept(new Definition(name.group(1), name.group(2), json));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = FhirDefinitions.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("Not on the class path: " + file);
        }
        return in;
    }
}
