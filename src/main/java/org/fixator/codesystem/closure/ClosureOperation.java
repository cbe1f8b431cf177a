package org.fixator.codesystem.closure;

import java.util.List;
import java.util.regex.Pattern;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystems;
import org.fixator.issue.ClosureMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * {@code $closure}: initialises a closure table, adds concepts to it, or repeats what was added. A table holds to the
 * versions of the code systems that it was begun with; where one of them is no longer served, or says something else than
 * it did, the client is told to begin anew (422). Source: FHIR R4 and R5, "Maintaining a Closure Table".
 */
public final class ClosureOperation {

    private static final int UNPROCESSABLE = 422;
    private static final int NOT_FOUND = 404;

    /** Names are ids of the resource that answers. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");
    private static final String BEGINNING = "0";

    private final CodeSystems codeSystems;
    private final ClosureTables tables;
    private final CheckedClosures checked;
    private final ClosureLimits limits;
    private final Budget budget;

    /** @param checked what is known of tables that were compared with the code systems before */
    public ClosureOperation(
            CodeSystems codeSystems,
            ClosureTables tables,
            CheckedClosures checked,
            ClosureLimits limits,
            Budget budget) {
        this.codeSystems = codeSystems;
        this.tables = tables;
        this.checked = checked;
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * @throws TerminologyException (400) for a name that cannot be one, concepts and a version together, a concept without
     *     code or system; (404) for a table that was not initialised; (422) where it has to be initialised anew, for an
     *     unknown code or system, where subsumption cannot be told, and beyond a limit
     */
    public ClosureResult run(ClosureRequest request) {
        if (!NAME.matcher(request.name()).matches()) {
            throw new TerminologyException(ClosureMessages.name(request.name()));
        }
        String version = request.version();
        if (version != null && !request.concepts().isEmpty()) {
            throw new TerminologyException(ClosureMessages.conceptsAndVersion());
        }
        if (version != null) {
            return repeat(request.name(), version);
        }
        return request.concepts().isEmpty() ? initialise(request.name()) : add(request);
    }

    private ClosureResult initialise(String name) {
        ClosureTable table =
                tables.change(name, before -> ClosureTable.empty(name, before == null ? 0 : before.version() + 1));
        return new ClosureResult(table, BEGINNING, true, List.of());
    }

    private ClosureResult repeat(String name, String version) {
        ClosureTable table = require(tables.find(name), name);
        new ClosureAddition(codeSystems, table, limits, budget).requireSameSystems(checked);
        long known = BEGINNING.equals(version) ? table.start() : issued(table, version);
        return new ClosureResult(table, label(table), false, table.since(known));
    }

    private static long issued(ClosureTable table, String version) {
        long number = VERSION.matcher(version).matches() ? Long.parseLong(version) : -1;
        if (number <= table.start() || number > table.version()) {
            throw new TerminologyException(ClosureMessages.versionNotIssued(table.name(), version), UNPROCESSABLE);
        }
        return number;
    }

    private ClosureResult add(ClosureRequest request) {
        long[] known = new long[1];
        ClosureTable after = tables.change(request.name(), before -> {
            ClosureTable table = require(before, request.name());
            known[0] = table.version();
            ClosureAddition addition = new ClosureAddition(codeSystems, table, limits, budget);
            addition.requireSameSystems(checked);
            return addition.of(request.concepts());
        });
        return new ClosureResult(after, label(after), false, after.since(known[0]));
    }

    /** The empty table is version 0, whatever was before it. */
    private static String label(ClosureTable table) {
        return table.version() == table.start() ? BEGINNING : Long.toString(table.version());
    }

    private static ClosureTable require(@Nullable ClosureTable table, String name) {
        if (table == null) {
            throw new TerminologyException(ClosureMessages.notInitialised(name), NOT_FOUND);
        }
        return table;
    }
}
