package org.fixator.wire;

import org.jspecify.annotations.Nullable;

/**
 * The bytes with which a parameter begins, up to its value: <code>{"name":"code","valueCode":</code>. There are few of them
 * and each is written with every answer, so they are kept, one in each slot of a table; whoever finds another in the slot
 * makes its own and leaves it there. Threads may do so at the same time: what is kept never changes.
 */
final class ParameterStarts {

    private static final int SLOTS = 1024;

    private static final @Nullable Start[] KEPT = new Start[SLOTS];

    private ParameterStarts() {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Start(String name, String member, byte[] json) {}

    /**
     * @param name of the parameter
     * @param member what its value is called
     */
    static byte[] of(String name, String member) {
        int hash = name.hashCode() * 31 + member.hashCode();
        int slot = (hash ^ hash >>> 10) & (SLOTS - 1);
        Start kept = KEPT[slot];
        if (kept == null || !kept.name.equals(name) || !kept.member.equals(member)) {
            kept = new Start(name, member, json(name, member));
            KEPT[slot] = kept;
        }
        return kept.json;
    }

    private static byte[] json(String name, String member) {
        return new JsonBytes(64).object().member("name", name).name(member).bytes();
    }
}
