package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts of concepts, by ordinal, as a text index reads them. */
public interface TextSource {

    int size();

    @Nullable
    String display(int ordinal);

    /** Hands over the display; nothing where there is none. */
    default void display(int ordinal, Utf8Sink sink) {
        String display = display(ordinal);
        if (display != null) {
            byte[] utf8 = display.getBytes(StandardCharsets.UTF_8);
            sink.accept(utf8, 0, utf8.length);
        }
    }

    /** Visits the further names of a concept. */
    void forEachName(int ordinal, Consumer<String> visitor);
}
