package org.fixator.http;

import org.fixator.wire.Capabilities.Software;
import org.jspecify.annotations.Nullable;

/**
 * The program as its metadata names it.
 *
 * @param suiteVersion the version of HL7's terminology suite that this build has passed as a whole; null where it has
 *     not, and then nothing is claimed
 */
public record ServerIdentity(Software software, @Nullable String suiteVersion) {}
