package org.fixator.codesystem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/**
 * One concept of one code system version. Implementations are immutable and cheap to make: a table-backed concept is a
 * reference to its table and an ordinal. Two concepts are equal when system and code are.
 */
public interface Concept {

    /** The code as the code system writes it. */
    String code();

    /** The preferred display in the code system's own language. */
    @Nullable
    String display();

    /** Whether there is a display. */
    default boolean hasDisplay() {
        return display() != null;
    }

    /** Hands over the code as the code system writes it. */
    default void code(Utf8Sink sink) {
        byte[] utf8 = code().getBytes(StandardCharsets.UTF_8);
        sink.accept(utf8, 0, utf8.length);
    }

    /** Hands over the display; nothing where there is none. */
    default void display(Utf8Sink sink) {
        String display = display();
        if (display != null) {
            byte[] utf8 = display.getBytes(StandardCharsets.UTF_8);
            sink.accept(utf8, 0, utf8.length);
        }
    }

    @Nullable
    String definition();

    /** Further names; the display is not among them. */
    List<Designation> designations();

    /** Whether there are further names. */
    default boolean hasDesignations() {
        return !designations().isEmpty();
    }

    /** All property values, without {@code parent} and {@code child}, in the order of the source. */
    List<Property> properties();

    List<Extension> extensions();

    /** Whether there are extensions. */
    default boolean hasExtensions() {
        return !extensions().isEmpty();
    }

    /** Whether the concept groups others and is not for use itself ({@code notSelectable}). */
    boolean isAbstract();

    /** Whether the concept is no longer for use. */
    boolean isInactive();

    /** Whether the publisher leaves it to users what the code means, so that any display may be right. */
    default boolean isUserAssigned() {
        return false;
    }

    /** The status that the source gives the concept ({@code retired}, {@code deprecated}, …), as it writes it. */
    @Nullable
    String status();

    /** Direct parents, in the order of the source. */
    List<Concept> parents();

    /** Direct children, in the order of the source. */
    List<Concept> children();
}
