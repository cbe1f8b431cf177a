/**
 * Real clients against the packaged server, as a process of its own: HL7's validator, and HL7's terminology package with
 * HL7's own evaluator beside it. They run with {@code -Pclients}.
 */
@NullMarked
package org.fixator.clients;

import org.jspecify.annotations.NullMarked;
