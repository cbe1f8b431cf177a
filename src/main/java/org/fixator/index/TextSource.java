package org.fixator.index;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts of concepts, by ordinal, as a text index reads them. */
public interface TextSource {

    int size();

    @Nullable
    String display(int ordinal);

    /** Visits the further names of a concept. */
    void forEachName(int ordinal, Consumer<String> visitor);
}
