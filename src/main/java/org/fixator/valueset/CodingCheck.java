package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.DisplayCheck;
import org.fixator.codesystem.Findings;
import org.fixator.codesystem.UnknownCodes;
import org.fixator.codesystem.UnknownSystems;
import org.fixator.codesystem.ValidateCodeOptions;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.issue.Messages;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/**
 * Checks one coding against a value set. The order of questions: is there a system, does the value set draw from it
 * and from which versions, which of them holds the code, and what is to be said of the concept.
 */
final class CodingCheck {

    private final CodeSystems systems;
    private final ValueSets valueSets;
    private final ConceptCheck concepts;
    private final CompiledValueSets compiled;
    private final ValueSetDefinition valueSet;
    private final CodedValue value;
    private final ValidateCodeOptions options;
    private final Findings findings;
    private final VersionFindings versions;

    CodingCheck(
            CodeSystems systems,
            ValueSets valueSets,
            CompiledValueSets compiled,
            ConceptCheck concepts,
            ValueSetValidateCodeRequest request,
            Findings findings) {
        this.systems = systems;
        this.valueSets = valueSets;
        this.compiled = compiled;
        this.concepts = concepts;
        this.valueSet = request.valueSet();
        this.value = request.value();
        this.options = request.options();
        this.findings = findings;
        this.versions = new VersionFindings(systems, findings);
    }

    CodingOutcome run(Coding coding, int index) {
        String system = coding.system();
        String version = coding.version();
        List<Canonical> preferred =
                system == null || version == null ? List.of() : List.of(new Canonical(system, version));
        ValidatedValueSet drawn = new ValidatedValueSet(compiled.compile(valueSet, options.versions(), preferred));
        concepts.noteStandings(drawn, findings);
        List<Canonical> missing = drawn.missingValueSets();
        if (!missing.isEmpty()) {
            missing.forEach(m -> findings.add(Messages.valueSetNotFound(m.toString())));
            return nearest(coding, system == null ? null : byDefault(system));
        }
        if (system != null) {
            return check(coding, system, index, drawn);
        }
        if (value.form() == CodedValue.Form.CODE || options.inferSystem()) {
            return infer(coding, index, drawn);
        }
        findings.say(ValidationMessages.noSystem(value.conceptPath(index)));
        return CodingOutcome.of(CodingOutcome.Membership.OUT, coding);
    }

    private CodingOutcome infer(Coding coding, int index, ValidatedValueSet drawn) {
        String code = coding.code();
        Set<String> candidates = new TreeSet<>();
        if (code != null) {
            for (String system : drawn.systems()) {
                for (IncludeVersion included : drawn.versions(system)) {
                    if (holds(included, code, drawn)) {
                        candidates.add(system);
                    }
                }
            }
        }
        if (candidates.size() == 1) {
            String system = candidates.iterator().next();
            return check(new Coding(system, coding.version(), code, coding.display()), system, index, drawn);
        }
        findings.add(ValidationMessages.cannotInferSystem(
                code == null ? "" : code, valueSet.label(), List.copyOf(candidates), value.path(index, "code")));
        return CodingOutcome.of(CodingOutcome.Membership.OUT, coding);
    }

    private static boolean holds(IncludeVersion included, String code, ValidatedValueSet drawn) {
        if (!(included instanceof IncludeVersion.Found found)) {
            return false;
        }
        Concept concept = found.system().find(code);
        return concept != null && drawn.contains(found.system(), concept);
    }

    private CodingOutcome check(Coding coding, String system, int index, ValidatedValueSet drawn) {
        String code = coding.code();
        List<IncludeVersion> included = drawn.versions(system);
        CodeSystem empty = drawn.withoutContent(system);
        if (empty != null) {
            findings.add(ValidationMessages.noContent(
                    system, empty.description().content().code(), value.path(index, "system")));
            findings.unknown(system);
            return CodingOutcome.of(CodingOutcome.Membership.UNDECIDED, coding);
        }
        if (code == null || included.isEmpty()) {
            return outside(coding, system, index, drawn);
        }
        List<IncludeVersion.Found> found = new ArrayList<>(included.size());
        for (IncludeVersion version : included) {
            if (version instanceof IncludeVersion.Found f) {
                found.add(f);
            }
        }
        if (found.isEmpty()) {
            return undecided(coding, (IncludeVersion.Missing) included.get(0), index);
        }
        IncludeVersion.Found holder = holder(coding, code, found, drawn);
        if (holder == null) {
            return outside(coding, system, index, drawn);
        }
        return inside(coding, code, holder, index, drawn);
    }

    /**
     * The included version that speaks for the code: one that holds it, is the version of the value and knows the
     * display; the newest of several.
     */
    private IncludeVersion.@Nullable Found holder(
            Coding coding, String code, List<IncludeVersion.Found> found, ValidatedValueSet drawn) {
        if (found.size() == 1) {
            return isIn(found.get(0).system(), code, drawn) ? found.get(0) : null;
        }
        String version = coding.version();
        String display = coding.display();
        List<String> order = systems.versions(found.get(0).url());
        Comparator<IncludeVersion.Found> best = Comparator.comparing(
                        (IncludeVersion.Found f) -> version == null || VersionFindings.isVersion(f.system(), version))
                .thenComparing(f -> display != null && acceptsDisplay(f, code, display, drawn))
                .thenComparing(f -> order.indexOf(f.system().description().version()));
        return found.stream()
                .filter(f -> isIn(f.system(), code, drawn))
                .max(best)
                .filter(f -> version == null
                        || VersionFindings.isVersion(f.system(), version)
                        || found.stream().noneMatch(other -> VersionFindings.isVersion(other.system(), version)))
                .orElse(null);
    }

    private static boolean isIn(CodeSystem system, String code, ValidatedValueSet drawn) {
        Concept concept = system.find(code);
        if (concept != null) {
            return drawn.contains(system, concept);
        }
        return system.description().content() == ContentMode.FRAGMENT
                && (drawn.containsAll(system) || drawn.namesAbsent(system, code))
                && !system.absence(code).certain();
    }

    private boolean acceptsDisplay(IncludeVersion.Found found, String code, String display, ValidatedValueSet drawn) {
        Concept concept = found.system().find(code);
        return concept != null
                && new DisplayCheck(
                                found.system().description(),
                                concept,
                                ConceptCheck.names(drawn.given(found.system(), concept)),
                                options.languages())
                        .accepts(display);
    }

    private CodingOutcome inside(
            Coding coding, String code, IncludeVersion.Found holder, int index, ValidatedValueSet drawn) {
        boolean agrees =
                versions.agrees(holder, coding.version(), value.path(index, "version"), value.path(index, "system"));
        CodeSystem system = holder.system();
        Concept concept = system.find(code);
        if (concept == null) {
            UnknownCodes.note(systems, system, code, value.path(index, "code"), findings);
            return new CodingOutcome(
                    CodingOutcome.Membership.IN, coding, system.description().version(), null, null, null, null, null);
        }
        boolean allowed = concepts.check(system, concept, coding, index, drawn, findings);
        CodingOutcome.Membership verdict = !allowed
                ? CodingOutcome.Membership.OUT
                : agrees ? CodingOutcome.Membership.IN : CodingOutcome.Membership.UNDECIDED;
        return concepts.outcome(verdict, system, concept, coding);
    }

    /** The include asks for a version that is not here: what can be said is said from the nearest version that is. */
    private CodingOutcome undecided(Coding coding, IncludeVersion.Missing included, int index) {
        String version = coding.version();
        versions.missing(included, version, value.path(index, "version"), value.path(index, "system"));
        CodeSystem nearest = version == null ? null : systems.find(included.url(), version);
        if (nearest == null) {
            nearest = byDefault(included.url());
        }
        return nearest == null ? CodingOutcome.of(CodingOutcome.Membership.OUT, coding) : nearest(coding, nearest);
    }

    /** What can be said of a coding of which it cannot be said whether it is in. */
    private CodingOutcome nearest(Coding coding, @Nullable CodeSystem system) {
        String code = coding.code();
        Concept concept = system == null || code == null ? null : system.find(code);
        return system == null || concept == null
                ? CodingOutcome.of(CodingOutcome.Membership.UNKNOWN, coding)
                : concepts.outcome(CodingOutcome.Membership.UNKNOWN, system, concept, coding);
    }

    private @Nullable CodeSystem byDefault(String url) {
        VersionRules rules = options.versions();
        for (List<Canonical> weaker : List.of(rules.system(), rules.check())) {
            String version = VersionRules.of(weaker, url);
            CodeSystem system = version == null ? null : systems.find(url, version);
            if (system != null) {
                return system;
            }
        }
        return systems.find(url, null);
    }

    /** The value set does not have the code. What the code system says of it is said too. */
    private CodingOutcome outside(Coding coding, String system, int index, ValidatedValueSet drawn) {
        if (options.membershipOnly()) {
            return CodingOutcome.of(CodingOutcome.Membership.OUT, coding);
        }
        if (!system.contains(":")) {
            findings.add(ValidationMessages.relativeSystem(value.path(index, "system")));
        }
        CodeSystem codeSystem = answering(coding, system, index, drawn);
        String code = coding.code();
        if (codeSystem == null || code == null) {
            return CodingOutcome.of(CodingOutcome.Membership.OUT, coding);
        }
        Concept concept = codeSystem.find(code);
        CodeSystemDescription description = codeSystem.description();
        if (concept == null) {
            UnknownCodes.note(systems, codeSystem, code, value.path(index, "code"), findings);
            return new CodingOutcome(
                    CodingOutcome.Membership.OUT, coding, description.version(), null, null, null, null, null);
        }
        concepts.checkOutside(codeSystem, concept, coding, index, drawn, findings);
        return concepts.outcome(CodingOutcome.Membership.OUT, codeSystem, concept, coding);
    }

    private @Nullable CodeSystem answering(Coding coding, String system, int index, ValidatedValueSet drawn) {
        String version = coding.version();
        if (version != null) {
            CodeSystem stated = systems.find(system, version);
            if (stated != null) {
                return stated;
            }
        } else {
            CodeSystem newest = newest(system, drawn);
            if (newest != null) {
                return newest;
            }
        }
        CodeSystem any = systems.find(system, null);
        if (any == null) {
            noteNoSystem(system, version, value.path(index, "system"));
        } else if (version != null) {
            versions.noteUnknown(system, version, value.path(index, "system"));
        }
        return any;
    }

    private @Nullable CodeSystem newest(String system, ValidatedValueSet drawn) {
        List<String> order = systems.versions(system);
        CodeSystem newest = null;
        int position = -1;
        for (IncludeVersion included : drawn.versions(system)) {
            if (included instanceof IncludeVersion.Found found) {
                String version = found.system().description().version();
                int at = version == null ? -1 : order.indexOf(version); // without a version it is older than any
                if (newest == null || at > position) {
                    newest = found.system();
                    position = at;
                }
            }
        }
        return newest;
    }

    private void noteNoSystem(String system, @Nullable String version, String path) {
        if (valueSets.find(system, version) == null) {
            UnknownSystems.note(systems, system, version, path, findings);
        } else {
            findings.add(ValidationMessages.systemIsValueSet(system, path));
        }
    }
}
