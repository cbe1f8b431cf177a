package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
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

    @Nullable
    String definition();

    /** Further names; the display is not among them. */
    List<Designation> designations();

    /** All property values, without {@code parent} and {@code child}, in the order of the source. */
    List<Property> properties();

    List<Extension> extensions();

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
