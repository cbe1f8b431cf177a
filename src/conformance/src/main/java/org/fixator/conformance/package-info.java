/**
 * Runs HL7's terminology tests against a Fixator server and holds the result against the recorded one.
 *
 * <p>{@link org.fixator.conformance.Main} reads the {@link org.fixator.conformance.Options}, starts the packaged jar
 * ({@link org.fixator.conformance.ServerProcess}) or uses a running server, and runs each
 * {@link org.fixator.conformance.Pass} ({@link org.fixator.conformance.PassRun}). Every test becomes one line of the
 * {@link org.fixator.conformance.Baseline}; any difference from the committed file, up or down, fails the run.
 *
 * <p>The trap: the tests' runner keeps state in statics (web access, log appenders), so passes run one after another.
 */
@NullMarked
package org.fixator.conformance;

import org.jspecify.annotations.NullMarked;
