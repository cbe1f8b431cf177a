package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;

/** All that a value set holds of one version of one code system, whichever include brought it in. */
public record Membership(CodeSystem system, ConceptSet members) {

    /**
     * The members as concepts of another version of the code system: those whose codes it has. Only a set that crosses
     * versions is enumerated for this.
     */
    ConceptSet in(CodeSystem other) {
        if (other == system) {
            return members;
        }
        List<Concept> found = new ArrayList<>();
        members.iterator(0).forEachRemaining(member -> {
            Concept same = other.find(member.code());
            if (same != null) {
                found.add(same);
            }
        });
        return other.enumerated(found);
    }
}
