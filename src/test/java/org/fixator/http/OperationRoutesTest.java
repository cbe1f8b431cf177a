package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.fixator.coding.FhirVersion;
import org.junit.jupiter.api.Test;

class OperationRoutesTest {

    @Test
    void findsAnOperationUnderEveryBaseAndInBothSpellings() {
        OperationTarget lookup = new OperationTarget("$lookup", "CodeSystem", null);
        OperationRoutes.Route r4 = new OperationRoutes.Route(lookup, FhirVersion.R4);
        assertThat(OperationRoutes.find("/fhir/CodeSystem/$lookup")).isEqualTo(r4);
        assertThat(OperationRoutes.find("/fhir/r4/CodeSystem/$lookup")).isEqualTo(r4);
        assertThat(OperationRoutes.find("/fhir/CodeSystem/%24lookup")).isEqualTo(r4);
        OperationRoutes.Route r5 = Objects.requireNonNull(OperationRoutes.find("/fhir/r5/$versions"));
        assertThat(r5.version()).isEqualTo(FhirVersion.R5);
    }

    @Test
    void findsNothingThatIsOfOneResourceOrOfAnotherSpelling() {
        assertThat(OperationRoutes.find("/fhir/CodeSystem/a/$lookup")).isNull();
        assertThat(OperationRoutes.find("/fhir/CodeSystem/$lookup/")).isNull();
        assertThat(OperationRoutes.find("/fhir/CodeSystem/$translate")).isNull();
        assertThat(OperationRoutes.find("/fhir/codesystem/$lookup")).isNull();
    }

    /** It is answered before access is decided, so everything that is found here must be open to all. */
    @Test
    void findsNoOperationThatNeedsTheToken() {
        for (OperationTarget target : OperationTarget.TERMINOLOGY) {
            String path = "/fhir/" + (target.type() == null ? "" : target.type() + "/") + target.operation();
            boolean open = AccessRules.decide("POST", path) == AccessRules.Decision.OPEN;
            assertThat(OperationRoutes.find(path) != null).as(path).isEqualTo(open);
        }
    }
}
