package org.fixator.app;

import org.fixator.http.ServerIdentity;
import org.fixator.wire.Capabilities.Software;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the build has written down of itself.
 *
 * @param version of the program
 * @param date of its release
 */
@ConfigurationProperties("fixator.build")
record BuildFacts(@DefaultValue("development") String version, @Nullable String date) {

    ServerIdentity identity() {
        String day = date != null && date.matches("\\d{4}-\\d{2}-\\d{2}.*") ? date.substring(0, 10) : null;
        return new ServerIdentity(
                new Software("Fixator", version, day),
                ConformanceBaseline.ofThisBuild().passedSuite());
    }
}
