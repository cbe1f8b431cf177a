package org.fixator.index;

import java.util.Arrays;

/**
 * Moves the columns of one structure to texts that another one has already: what reads the same is stored once, and only
 * the rest is added behind it. Two yearly releases of a code system have nearly all their texts in common. Belongs to one
 * thread and is used once.
 */
public final class SharedTexts {

    private final Texts from;
    private final Texts.Builder into;
    private int[] table = new int[1 << 10];
    private int used;

    /**
     * @param from the texts that the columns speak of
     * @param base the texts that are there already; its pages become a part of the result
     */
    public SharedTexts(Texts from, Texts base) {
        this.from = from;
        this.into = new Texts.Builder(base);
    }

    /** Makes known a text of the base; one that is not made known is not shared. */
    public void offer(int address) {
        if (address != Texts.NONE) {
            slotOf(into.bytes(address), address);
        }
    }

    public void offer(int[] addresses) {
        for (int address : addresses) {
            offer(address);
        }
    }

    public void offer(IntLists addresses) {
        for (int i = 0; i < addresses.entries(); i++) {
            offer(addresses.entry(i));
        }
    }

    /** The address that a text has in the result. */
    public int map(int address) {
        if (address == Texts.NONE) {
            return Texts.NONE;
        }
        byte[] text = from.bytes(address);
        int slot = slotOf(text, Texts.NONE);
        return table[slot];
    }

    public int[] map(int[] addresses) {
        int[] mapped = new int[addresses.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = map(addresses[i]);
        }
        return mapped;
    }

    /** The base's texts and those that were added. */
    public Texts freeze() {
        return into.freeze();
    }

    /** The slot that holds a text; where there is none, it is put there, at an address or as a new text. */
    private int slotOf(byte[] text, int address) {
        int slot = find(text);
        if (table[slot] == Texts.NONE) {
            table[slot] = address == Texts.NONE ? into.add(text) : address;
            if (++used > table.length / 2) {
                grow();
                return find(text);
            }
        }
        return slot;
    }

    private int find(byte[] text) {
        int mask = table.length - 1;
        int slot = hash(text) & mask;
        while (table[slot] != Texts.NONE && !into.equals(table[slot], text, 0, text.length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        int mask = table.length - 1;
        for (int address : old) {
            if (address != Texts.NONE) {
                int slot = hash(into.bytes(address)) & mask;
                while (table[slot] != Texts.NONE) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = address;
            }
        }
    }

    private static int hash(byte[] text) {
        int hash = Arrays.hashCode(text) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
