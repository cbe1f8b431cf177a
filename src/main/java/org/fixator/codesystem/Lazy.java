package org.fixator.codesystem;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that the first caller computes and all others get. */
final class Lazy<T> {

    private final Supplier<T> supplier;
    private volatile @Nullable T value;

    Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** One that is computed already. */
    static <T> Lazy<T> of(T value) {
        Lazy<T> lazy = new Lazy<>(() -> value);
        lazy.value = value;
        return lazy;
    }

    /** The value, where somebody has asked for it. */
    @Nullable
    T known() {
        return value;
    }

    T get() {
        T known = value;
        return known == null ? compute() : known;
    }

    private synchronized T compute() {
        T known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }
}
