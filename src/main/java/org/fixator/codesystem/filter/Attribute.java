package org.fixator.codesystem.filter;

import java.util.function.Predicate;
import org.fixator.index.OrdinalSet;

/** Something that concepts have values of: a property, their code, their texts. Values compare by their text. */
public interface Attribute {

    /** Concepts with a value that fulfils a condition. */
    OrdinalSet where(Predicate<String> condition);

    /** Concepts with this value. */
    default OrdinalSet having(String value) {
        return where(value::equals);
    }

    /** Concepts with any value. */
    default OrdinalSet present() {
        return where(value -> true);
    }
}
