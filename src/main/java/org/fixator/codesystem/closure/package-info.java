/**
 * Closure tables, which clients keep and this server maintains: {@code $closure}. {@link
 * org.fixator.codesystem.closure.ClosureOperation} works out what a client has to add to its table when it meets new
 * concepts; {@link org.fixator.codesystem.closure.ClosureTables} keeps what it was told. The trap: a table is only as good
 * as the release that it was made with, so it holds to that release until it is initialised anew.
 */
@NullMarked
package org.fixator.codesystem.closure;

import org.jspecify.annotations.NullMarked;
