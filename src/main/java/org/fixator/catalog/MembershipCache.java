package org.fixator.catalog;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.valueset.CompiledValueSet;
import org.fixator.valueset.CompiledValueSets;
import org.fixator.valueset.ValueSetDefinition;

/**
 * Compiled value sets of one snapshot. They depend on nothing but the definition, the version rules and the snapshot, so
 * they are right as long as the snapshot is; a write makes a new snapshot with an empty cache. When it is full it forgets
 * everything, which costs less than knowing what was used last.
 */
final class MembershipCache {

    private static final int FULL = 5_000;

    private final Map<Key, CompiledValueSet> compiled = new ConcurrentHashMap<>();

    /**
     * The same answers as {@code compiler} gives, kept for definitions that are asked for again: those that the snapshot
     * holds, and not one that was read from a single request.
     */
    CompiledValueSets over(CompiledValueSets compiler, Predicate<ValueSetDefinition> isHeld) {
        return (valueSet, rules, preferred) -> {
            if (!isHeld.test(valueSet)) {
                return compiler.compile(valueSet, rules, preferred);
            }
            Key key = new Key(new Definition(valueSet), rules, preferred);
            CompiledValueSet known = compiled.get(key);
            if (known != null) {
                return known;
            }
            CompiledValueSet made = compiler.compile(valueSet, rules, preferred);
            if (compiled.size() >= FULL) {
                compiled.clear();
            }
            compiled.put(key, made);
            return made;
        };
    }

    private record Key(Definition definition, VersionRules rules, List<Canonical> preferred) {}

    /** A definition by identity: comparing two of them by content would take longer than many a compilation. */
    private static final class Definition {

        private final ValueSetDefinition valueSet;

        Definition(ValueSetDefinition valueSet) {
            this.valueSet = valueSet;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // see above
        public boolean equals(Object other) {
            return other instanceof Definition that && valueSet == that.valueSet;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(valueSet);
        }
    }
}
