package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * One version of a code system, ready to answer. Immutable and safe for use by many threads.
 */
public interface CodeSystem {

    CodeSystemDescription description();

    /**
     * The concept of a code, compared as the code system's case sensitivity says; {@code null} where there is none.
     * The concept's own code may then differ from the argument by case.
     */
    @Nullable
    Concept find(String code);

    /** What is known of a code that {@link #find} does not find. */
    Absence absence(String code);

    /**
     * Existing codes that look like one that {@link #find} does not find, best first, at most a handful.
     *
     * @param likeness how far to look; whoever needs no guesses is not to pay for them
     */
    List<String> nearest(String code, Likeness likeness);

    /** All concepts. */
    ConceptSet all();

    /**
     * Canonical of the value set that stands for the whole in an expansion where {@link #all} cannot be listed;
     * {@code null} where it can, or where no value set does.
     */
    default @Nullable String commonCodes() {
        return null;
    }

    /**
     * The filters of a value set that the system itself defines under a url of its own, such as those of an answer list;
     * empty for all codes, {@code null} where it defines no such value set.
     */
    default @Nullable List<PropertyFilter> impliedFilters(String valueSet) {
        return null;
    }

    /** The line that has to stand in every answer with concepts of this system; {@code null} where none has to. */
    default @Nullable String notice() {
        return null;
    }

    /** How many of its concepts one expansion may show, by whatever pages; its licence may limit that. */
    default int maximumExpansion() {
        return Integer.MAX_VALUE;
    }

    /**
     * All concepts that are no longer for use ({@link Concept#isInactive}). Systems of size answer from what they have
     * prepared; this answer asks every concept.
     */
    default ConceptSet inactive() {
        return select(Concept::isInactive);
    }

    /** All concepts that only group others ({@link Concept#isAbstract}), prepared like {@link #inactive}. */
    default ConceptSet abstracts() {
        return select(Concept::isAbstract);
    }

    private ConceptSet select(Predicate<Concept> wanted) {
        List<Concept> selected = new ArrayList<>();
        all().iterator(0).forEachRemaining(concept -> {
            if (wanted.test(concept)) {
                selected.add(concept);
            }
        });
        return enumerated(selected);
    }

    /** The set of just these concepts of this system, in the order given. */
    ConceptSet enumerated(List<Concept> concepts);

    /**
     * The concepts that a filter selects.
     *
     * @throws TerminologyException for a property or operator that the code system does not know, or a bad value
     */
    ConceptSet filter(PropertyFilter filter);

    /**
     * Concepts of {@code within} whose code, display or designation matches every word of the text by prefix, ranked.
     *
     * @param offset number of best matches to leave out
     * @param count length of the page
     */
    RankedConcepts search(String text, ConceptSet within, int offset, int count);

    /**
     * How two concepts of this system relate.
     *
     * @throws TerminologyException where the system cannot tell
     */
    Subsumption subsumes(Concept a, Concept b);
}
