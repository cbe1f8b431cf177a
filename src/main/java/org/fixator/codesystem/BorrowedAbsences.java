package org.fixator.codesystem;

import java.util.List;
import java.util.Objects;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.jspecify.annotations.Nullable;

/**
 * A complete code system that says of a code that it does not hold what other resources of the same system have found out:
 * where the code was looked for and what is meant instead ({@code verified-absent}). That the code does not exist is its
 * own knowledge, and a code that it holds is not absent, whatever others claim. Immutable.
 */
public final class BorrowedAbsences extends WrappedCodeSystem {

    private final List<AbsenceClaims> claims;

    private BorrowedAbsences(CodeSystem base, List<AbsenceClaims> claims) {
        super(base);
        this.claims = List.copyOf(claims);
    }

    /**
     * @param lenders other resources of the same system, the one that is asked first before the others
     * @return the system itself where it is not complete or nobody has anything to lend
     */
    public static CodeSystem of(CodeSystem system, List<CodeSystem> lenders) {
        if (system.description().content() != ContentMode.COMPLETE) {
            return system;
        }
        List<AbsenceClaims> claims = lenders.stream()
                .map(lender -> new AbsenceClaims(lender.description()))
                .filter(AbsenceClaims::hasVerifiedAbsent)
                .toList();
        return claims.isEmpty() ? system : new BorrowedAbsences(system, claims);
    }

    @Override
    public Absence absence(String code) {
        Absence own = super.absence(code);
        if (!own.certain() || own.reason() != null || !own.meant().isEmpty()) {
            return own;
        }
        return claims.stream()
                .map(claim -> claim.verifiedAbsent(code))
                .filter(Objects::nonNull)
                .findFirst()
                .map(claim -> Absence.unlisted(true, claim.reason(), existing(claim.meant())))
                .orElse(own);
    }

    /** A code of this system that this version does not hold cannot be meant in it. */
    private List<Coding> existing(List<Coding> meant) {
        String url = description().url();
        return meant.stream()
                .filter(coding -> !url.equals(coding.system()) || holds(coding.code()))
                .toList();
    }

    private boolean holds(@Nullable String code) {
        return code != null && find(code) != null;
    }
}
