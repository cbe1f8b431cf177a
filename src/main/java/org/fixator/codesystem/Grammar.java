package org.fixator.codesystem;

import java.util.List;
import java.util.function.Predicate;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the codes of a code system are formed, for systems whose codes no table can list.
 * {@link GrammarCodeSystem} makes a code system of it.
 */
public interface Grammar {

    /** The concept that a code means; {@code null} where the code is not well-formed or means nothing. */
    @Nullable
    Concept read(String code);

    /** What is wrong with a code that {@link #read} does not read; {@code null} where nothing more can be said. */
    @Nullable
    String complaint(String code);

    /** Well-formed codes that someone who wrote this one may have meant, best first. */
    default List<String> suggestions(String code) {
        return common().stream()
                .map(Concept::code)
                .filter(common -> common.equalsIgnoreCase(code))
                .limit(5)
                .toList();
    }

    /** The codes in common use, in the order to be listed; they may stand for the whole in an expansion. */
    List<Concept> common();

    /** Whether {@link #common} lists every code there is. */
    default boolean isClosed() {
        return false;
    }

    /**
     * The test that a filter stands for.
     *
     * @return {@code null} for a property or operator that this system does not have
     * @throws TerminologyException for a bad value
     */
    @Nullable
    Predicate<Concept> filter(PropertyFilter filter);

    /** Whether two codes mean the same though they are written differently. */
    default boolean isSame(Concept a, Concept b) {
        return a.equals(b);
    }
}
