package org.fixator.wire;

import org.fixator.coding.FhirVersion;

/**
 * The answer of {@code $versions}: the FHIR release of the endpoint that was asked.
 *
 * @see <a href="https://hl7.org/fhir/R5/capabilitystatement-operation-versions.html">$versions</a>
 */
public final class VersionsCodec {

    private VersionsCodec() {}

    public static OperationAnswer answer(FhirVersion version) {
        String release = release(version);
        return new OperationAnswer(
                200, ParametersWriter.write(out -> out.code("version", release).code("default", release)));
    }

    private static String release(FhirVersion version) {
        return switch (version) {
            case R4 -> "4.0";
            case R4B -> "4.3";
            case R5 -> "5.0";
        };
    }
}
