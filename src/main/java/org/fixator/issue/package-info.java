/**
 * What can be wrong, said once: every issue text, its severity, its issue type, its tx-issue-type and its message id are
 * made by {@link org.fixator.issue.Messages}, and a request that cannot be answered throws
 * {@link org.fixator.issue.TerminologyException}. A negative answer (a wrong display, a code outside a value set) is not
 * an exception: it is a result that carries issues.
 */
@NullMarked
package org.fixator.issue;

import org.jspecify.annotations.NullMarked;
