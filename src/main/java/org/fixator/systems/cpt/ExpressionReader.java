package org.fixator.systems.cpt;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.Absence;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.issue.CptMessages;
import org.jspecify.annotations.Nullable;

/** Reads expressions: a code and, each after a colon, modifiers in any order. */
final class ExpressionReader {

    private final CodeSystem table;
    private final ModifierRules rules;

    ExpressionReader(CodeSystem table) {
        this.table = table;
        this.rules = new ModifierRules(table);
    }

    static boolean isExpression(String code) {
        return code.indexOf(':') >= 0;
    }

    /** The expression; {@code null} where it is not a valid one. */
    @Nullable
    Expression read(String code) {
        Parts parts = parts(code);
        Concept base = parts.base;
        return base == null || parts.absence != null ? null : new Expression(code, base, parts.modifiers);
    }

    /** Why {@link #read} reads nothing. */
    Absence absence(String code) {
        Absence absence = parts(code).absence;
        return absence == null ? wrong(CptMessages.notAnExpression(code)) : absence;
    }

    private Parts parts(String code) {
        String[] written = code.split(":", -1);
        Concept base = table.find(written[0]);
        if (base == null) {
            return new Parts(null, List.of(), missing(written[0], CptMessages.unknownBase(written[0])));
        }
        if (Cpt.isModifier(base)) {
            return new Parts(base, List.of(), wrong(CptMessages.baseIsModifier(written[0])));
        }
        List<Concept> modifiers = new ArrayList<>();
        for (int i = 1; i < written.length; i++) {
            Concept modifier = table.find(written[i]);
            if (modifier == null) {
                return new Parts(base, List.of(), missing(written[i], CptMessages.unknownModifier(written[i])));
            }
            if (!Cpt.isModifier(modifier)) {
                return new Parts(base, List.of(), wrong(CptMessages.notAModifier(written[i])));
            }
            modifiers.add(modifier);
        }
        String broken = rules.broken(base, modifiers);
        return new Parts(base, modifiers, broken == null ? null : wrong(broken));
    }

    /** An expression with a part that is not here is as certainly wrong as the part is. */
    private Absence missing(String part, String reason) {
        Absence absence = table.absence(part);
        String known = absence.reason();
        return new Absence(
                absence.certain() || part.isEmpty(), known == null ? reason : reason + ". " + known, true, List.of());
    }

    private static Absence wrong(String reason) {
        return Absence.malformed(reason);
    }

    /** @param absence what is wrong; {@code null} where nothing is */
    private record Parts(@Nullable Concept base, List<Concept> modifiers, @Nullable Absence absence) {}
}
