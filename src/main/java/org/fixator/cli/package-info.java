/**
 * The command line. {@link org.fixator.cli.CommandLineEntry} runs a command and gives its exit code: 0 done, 1 refused,
 * 2 wrong usage, 3 busy. Every command is one call of the server's own operations, over HTTP where a server runs on the
 * data directory or is named, else in this process ({@link org.fixator.cli.Installation}); what it prints is the answer,
 * as text or as the JSON that the server gives.
 */
@NullMarked
package org.fixator.cli;

import org.jspecify.annotations.NullMarked;
