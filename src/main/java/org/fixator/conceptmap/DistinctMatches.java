package org.fixator.conceptmap;

import java.util.ArrayList;
import java.util.List;
import org.fixator.conceptmap.TranslateResult.Match;
import org.jspecify.annotations.Nullable;

/** Matches, each once, in the order in which they came. Belongs to one thread. */
final class DistinctMatches {

    /** More matches than this are compared by their hashes. */
    private static final int FEW = 16;

    private final List<Match> matches = new ArrayList<>();
    private boolean conditional;
    /** Indices of matches plus one, at the place that the hash gives or the next free one; 0 is free. */
    private int @Nullable [] table;

    void add(Match match) {
        if (matches.size() < FEW ? isAmongFew(match) : isInTable(match)) {
            return;
        }
        matches.add(match);
        conditional |= match.isConditional();
    }

    private boolean isAmongFew(Match match) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).equals(match)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves the number of the match in the table where it is new. */
    private boolean isInTable(Match match) {
        int[] places = table;
        if (places == null || matches.size() * 2 >= places.length) {
            places = tableOfAll();
            table = places;
        }
        int place = place(places, match);
        if (places[place] != 0) {
            return true;
        }
        places[place] = matches.size() + 1;
        return false;
    }

    private int[] tableOfAll() {
        int[] places = new int[Integer.highestOneBit(matches.size()) * 8];
        for (int i = 0; i < matches.size(); i++) {
            places[place(places, matches.get(i))] = i + 1;
        }
        return places;
    }

    /** Where the match is, or the free place that it would have. */
    private int place(int[] places, Match match) {
        int hash = match.hashCode();
        int place = (hash ^ hash >>> 15) & (places.length - 1);
        while (places[place] != 0 && !matches.get(places[place] - 1).equals(match)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    /** Those without a condition first. */
    List<Match> unconditionalFirst() {
        if (!conditional) {
            return matches;
        }
        List<Match> last = new ArrayList<>();
        List<Match> ordered = new ArrayList<>(matches.size());
        for (Match match : matches) {
            (match.isConditional() ? last : ordered).add(match);
        }
        ordered.addAll(last);
        return ordered;
    }
}
