package org.fixator.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the parts of this server that keep something of the database when another server has changed it. */
public final class ChangedElsewhere {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param listener called after every change, on the thread that heard of it */
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    public void tell() {
        listeners.forEach(Runnable::run);
    }
}
