package org.fixator.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
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
    /** Written by the build that has run HL7's suite, and only where every case passed. */
    private static final String CONFORMANCE = "/conformance.properties";

    ServerIdentity identity() {
        String day = date != null && date.matches("\\d{4}-\\d{2}-\\d{2}.*") ? date.substring(0, 10) : null;
        return new ServerIdentity(new Software("Fixator", version, day), suiteVersion());
    }

    private static @Nullable String suiteVersion() {
        try (InputStream in = BuildFacts.class.getResourceAsStream(CONFORMANCE)) {
            if (in == null) {
                return null;
            }
            Properties conformance = new Properties();
            conformance.load(in);
            return conformance.getProperty("suite-version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
