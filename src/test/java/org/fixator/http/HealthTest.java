package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.fixator.app.RunningServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

class HealthTest extends RunningServer {
    @Autowired
    ApplicationContext context;

    @Test
    void liveAndReady() {
        assertThat(get(root() + "/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(root() + "/health/ready").statusCode()).isEqualTo(200);
        assertThat(get(root() + "/health/ready").body())
                .isEqualTo("{\"status\":\"UP\",\"terminology\":\"UP\",\"fhirDefinitions\":\"UP\",\"store\":\"UP\"}");
    }

    @Test
    void answersNothingBeforeItIsReady() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(get(root() + "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(root() + "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get("/CodeSystem/$lookup?code=a").statusCode()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }
}
