package org.fixator.catalog;

import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;
import org.jspecify.annotations.Nullable;

/** The terminology operations, freed from their transport. */
public interface Terminology extends Operations {

    /**
     * Answers an operation. A request that cannot be answered is answered by an OperationOutcome with its status; whatever
     * is thrown is a bug.
     */
    @Override
    OperationAnswer answer(OperationCall call);

    /**
     * A statement of capabilities, made once for what is served.
     *
     * @param base url of the endpoint
     * @param mode {@code terminology} for TerminologyCapabilities; else the CapabilityStatement
     * @return JSON in UTF-8
     */
    byte[] capabilities(FhirVersion version, String base, @Nullable String mode);
}
