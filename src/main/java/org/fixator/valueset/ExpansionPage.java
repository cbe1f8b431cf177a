package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.Concept;

/**
 * A page of the concepts of a value set.
 *
 * @param total how many concepts there are
 * @param picks those of the page
 */
record ExpansionPage(long total, List<Pick> picks) {

    ExpansionPage {
        picks = List.copyOf(picks);
    }

    static long total(List<Selection> selections) {
        long total = 0;
        for (Selection selection : selections) {
            total += selection.members().size();
        }
        return total;
    }

    /** So many concepts are walked between two looks at the budget, of which a look at the clock is a part. */
    private static final int UNCHECKED = 64;

    /** The room that a page without a limit begins with. */
    private static final int FIRST_ROOM = 1024;

    /** Walks the selections from the offset on: concepts before it are skipped without being looked at. */
    static ExpansionPage walk(List<Selection> selections, int offset, int count, Budget budget) {
        List<Pick> picks = new ArrayList<>(Math.min(count, FIRST_ROOM));
        long skip = offset;
        long total = 0;
        for (Selection selection : selections) {
            int size = selection.members().size();
            total += size;
            if (skip >= size) {
                skip -= size;
            } else if (picks.size() < count) {
                Iterator<Concept> members = selection.members().iterator((int) skip);
                skip = 0;
                while (members.hasNext() && picks.size() < count) {
                    if (picks.size() % UNCHECKED == 0) {
                        budget.check();
                    }
                    picks.add(new Pick(selection, members.next()));
                }
            }
        }
        return new ExpansionPage(total, picks);
    }
}
