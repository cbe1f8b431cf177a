package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * What a validation has found so far. The {@code message} of the answer is not every issue: errors are in it, of the
 * others only those that are {@link #say said}. Its parts are sorted, so that it does not depend on the order of
 * checks. Mutable, for one thread, thrown away with the request.
 */
public final class Findings {

    private final List<Issue> issues = new ArrayList<>();
    /** A part of the message; {@link #said} holds it too as soon as there is another. */
    private @Nullable String first;

    private @Nullable Set<String> said;
    private @Nullable Set<String> unknownSystems;
    private @Nullable String unknownSystem;

    /** Notes an issue; an error goes into the message too. An issue that is already there is not repeated. */
    public void add(Issue issue) {
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
        if (issue.isError()) {
            addToMessage(issue);
        }
    }

    private void addToMessage(Issue issue) {
        String text = issue.text();
        if (first == null) {
            first = text;
        } else if (said != null) {
            said.add(text);
        } else if (!first.equals(text)) {
            said = new TreeSet<>();
            said.add(first);
            said.add(text);
        }
    }

    /** Notes an issue and puts it into the message whatever its severity. */
    public void say(Issue issue) {
        add(issue);
        addToMessage(issue);
    }

    /** Notes a canonical that the answer would have needed. */
    public void missing(String canonical) {
        if (unknownSystems == null) {
            unknownSystems = new LinkedHashSet<>();
        }
        unknownSystems.add(canonical);
    }

    /** Notes that nothing at all is known of a system. */
    public void unknown(String system) {
        unknownSystem = system;
    }

    public boolean hasErrors() {
        for (Issue issue : issues) {
            if (issue.isError()) {
                return true;
            }
        }
        return false;
    }

    public List<Issue> issues() {
        return issues;
    }

    /** The message of the answer; {@code null} where there is nothing to say. */
    public @Nullable String message() {
        return said == null ? first : String.join("; ", said);
    }

    public List<String> unknownSystems() {
        return unknownSystems == null ? List.of() : List.copyOf(unknownSystems);
    }

    public @Nullable String unknownSystem() {
        return unknownSystem;
    }
}
