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
    /** Addresses, by open addressing with linear probing, filled to at most half. */
    private int[] table = new int[1 << 10];
    /** The hash of the text at each slot: where it differs, no text is looked at. */
    private int[] hashes = new int[1 << 10];

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
            addressOf(into.bytes(address), address);
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
        return addressOf(from.bytes(address), Texts.NONE);
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

    /** The address of a text; where it is not known, it becomes so, at an address or as a new text. */
    private int addressOf(byte[] text, int address) {
        int hash = hash(text);
        int slot = slot(text, hash);
        if (table[slot] != Texts.NONE) {
            return table[slot];
        }
        int known = address == Texts.NONE ? into.add(text) : address;
        table[slot] = known;
        hashes[slot] = hash;
        if (++used > table.length / 2) {
            grow();
        }
        return known;
    }

    /** The slot of a text, or the free one where it would be. */
    private int slot(byte[] text, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != Texts.NONE && !(hashes[slot] == hash && into.equals(table[slot], text, 0, text.length))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] addresses = table;
        int[] known = hashes;
        table = new int[addresses.length * 2];
        hashes = new int[table.length];
        int mask = table.length - 1;
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] != Texts.NONE) {
                int slot = known[i] & mask;
                while (table[slot] != Texts.NONE) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = addresses[i];
                hashes[slot] = known[i];
            }
        }
    }

    private static int hash(byte[] text) {
        int hash = Arrays.hashCode(text) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
