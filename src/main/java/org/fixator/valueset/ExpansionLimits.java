package org.fixator.valueset;

import java.util.List;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;

/**
 * The limits that the licences of code systems set to expansions ({@link org.fixator.codesystem.CodeSystem#maximumExpansion}):
 * however a client pages, it sees no more concepts of a value set than that.
 */
final class ExpansionLimits {

    private ExpansionLimits() {}

    /**
     * @throws TerminologyException (too-costly) where the page reaches behind what may be shown of one of the systems
     */
    static void require(List<Selection> selections, int offset, int count, ExpansionSettings settings) {
        long end = (long) offset + count;
        long before = 0;
        for (Selection selection : selections) {
            int size = selection.members().size();
            int limit = selection.system().maximumExpansion();
            boolean shown = count > 0 && end > before && offset < before + size;
            if (shown && Math.min(size, end - before) > limit) {
                throw refusal(settings, limit);
            }
            before += size;
        }
    }

    /**
     * As {@link #require}, for a page of what a text found.
     */
    static void requireFound(ExpansionPage page, int offset, ExpansionSettings settings) {
        long reached = offset;
        for (Pick pick : page.picks()) {
            int limit = pick.selection().system().maximumExpansion();
            if (++reached > limit) {
                throw refusal(settings, limit);
            }
        }
    }

    private static TerminologyException refusal(ExpansionSettings settings, int limit) {
        return new TerminologyException(
                ExpansionMessages.tooCostly(settings.request().valueSet().label(), limit));
    }
}
