package org.fixator.catalog;

import java.util.IdentityHashMap;
import java.util.List;
import org.fixator.codesystem.BorrowedAbsences;
import org.fixator.codesystem.CodeSystem;

/**
 * What complete code systems borrow of what lower ranks of the same system know of codes that do not exist: a fragment that
 * has stepped behind a release no longer answers, but what it found out stays true. Immutable.
 */
final class AbsenceLoans {

    private final IdentityHashMap<CodeSystem, CodeSystem> borrowers = new IdentityHashMap<>();

    private AbsenceLoans() {}

    static AbsenceLoans of(Shelf<CodeSystem> systems) {
        AbsenceLoans loans = new AbsenceLoans();
        for (VersionLine<CodeSystem> line : systems.lines()) {
            if (line.held().size() > 1) {
                line.held().forEach(held -> loans.lend(line, held));
            }
        }
        return loans;
    }

    private void lend(VersionLine<CodeSystem> line, Held<CodeSystem> to) {
        List<CodeSystem> lenders = line.held().stream()
                .filter(held -> held.rank() < to.rank())
                .map(Held::value)
                .toList();
        CodeSystem borrower = BorrowedAbsences.of(to.value(), lenders);
        if (borrower instanceof BorrowedAbsences) {
            borrowers.put(to.value(), borrower);
        }
    }

    /** The system with what it borrows, or as it is. */
    CodeSystem over(CodeSystem system) {
        return borrowers.isEmpty() ? system : borrowers.getOrDefault(system, system);
    }
}
