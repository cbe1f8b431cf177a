package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.LanguageRange;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an expansion: what the client said, what the value set said in its place, what was concluded, which
 * resources were used and in what state they are. Each is told once. HL7's suite fixes names, types and occasions; a
 * version rule is told where it decided a version.
 */
final class ExpansionReport {

    private final ExpansionSettings settings;
    private final CompiledValueSet compiled;
    private final List<ExpansionParameter> parameters = new ArrayList<>();

    private ExpansionReport(ExpansionSettings settings, CompiledValueSet compiled) {
        this.settings = settings;
        this.compiled = compiled;
    }

    static List<ExpansionParameter> of(
            ExpansionSettings settings, CompiledValueSet compiled, Collection<Canonical> usedSupplements) {
        ExpansionReport report = new ExpansionReport(settings, compiled);
        report.request();
        report.used();
        usedSupplements.forEach(supplement -> report.uri("used-supplement", supplement));
        report.versionRules();
        return List.copyOf(report.parameters);
    }

    private void request() {
        if (settings.request().filter() != null) {
            add(ExpansionParameter.string("filter", settings.request().filter()));
        }
        if (!settings.languages().isEmpty()) {
            add(ExpansionParameter.code("displayLanguage", text(settings.languages())));
        }
        settings.designations().forEach(token -> add(ExpansionParameter.string("designation", token)));
        flag("excludeNested", settings.excludeNested());
        if (Boolean.TRUE.equals(compiled.matchesVersions())) {
            flag("versionsMatch", compiled.matchesVersions());
        }
        flag("activeOnly", settings.activeOnly());
        flag("includeDesignations", settings.includeDesignations());
        flag("includeDefinition", settings.includeDefinition());
        flag("excludeNotForUI", settings.excludeNotForUI());
        flag("excludePostCoordinated", settings.excludePostCoordinated());
        settings.excludeSystems().forEach(system -> uri("exclude-system", system));
        number("offset", settings.request().offset());
        number("count", settings.request().count());
    }

    private void used() {
        warn(compiled.definition());
        for (CodeSystem system : compiled.codeSystems()) {
            CodeSystemDescription description = system.description();
            uri("used-codesystem", description.canonical());
            if (description.content() == ContentMode.FRAGMENT) {
                uri("used-fragment", description.canonical());
            }
            warn(
                    description.canonical(),
                    description.status(),
                    description.standardsStatus(),
                    description.experimental());
        }
        for (ValueSetDefinition imported : compiled.imports()) {
            if (imported.canonical() != null) {
                uri("used-valueset", imported.canonical());
            }
            warn(imported);
        }
        compiled.bases().forEach(this::warn);
    }

    private void versionRules() {
        for (IncludeVersion version : compiled.versions()) {
            if (version.asked() != null) {
                Canonical rule = new Canonical(version.url(), version.asked());
                switch (version.rule()) {
                    case FORCED -> uri("force-system-version", rule);
                    case SYSTEM_VERSION -> uri("system-version", rule);
                    case CHECKED -> uri("check-system-version", rule);
                    case DEFAULT, STATED -> {}
                }
            }
        }
        compiled.pinned().forEach(rule -> uri("default-valueset-version", rule));
    }

    private void warn(ValueSetDefinition valueSet) {
        if (valueSet.canonical() != null) {
            warn(valueSet.canonical(), valueSet.status(), valueSet.standardsStatus(), valueSet.experimental());
        }
    }

    /**
     * A resource that is deprecated or withdrawn by its standards status is told in any case; one that is retired,
     * experimental or a draft only where the value set that is expanded is not so itself.
     */
    private void warn(
            Canonical canonical, @Nullable String status, @Nullable String standardsStatus, boolean experimental) {
        ValueSetDefinition root = compiled.definition();
        if ("deprecated".equals(standardsStatus) || "withdrawn".equals(standardsStatus)) {
            uri("warning-" + standardsStatus, canonical);
        } else if ("retired".equals(status)) {
            warn("warning-retired", canonical, "retired".equals(root.status()));
        } else if (experimental) {
            warn("warning-experimental", canonical, root.experimental());
        } else if ("draft".equals(status) || "draft".equals(standardsStatus)) {
            boolean known = "draft".equals(root.status()) || "draft".equals(root.standardsStatus());
            warn("warning-draft", canonical, known);
        }
    }

    private void warn(String name, Canonical canonical, boolean known) {
        if (!known) {
            uri(name, canonical);
        }
    }

    /** The list as HL7's servers write it: {@code de, *; q=0}, and {@code en,it,*} where all weigh the same. */
    private static String text(Languages languages) {
        StringBuilder text = new StringBuilder();
        for (LanguageRange range : languages.ranges()) {
            boolean full = range.quality() == 1;
            text.append(text.isEmpty() ? "" : full ? "," : ", ").append(range.tag());
            if (!full) {
                text.append("; q=").append(weight(range.quality()));
            }
        }
        return text.toString();
    }

    private static String weight(double quality) {
        String text = String.format(Locale.ROOT, "%.3f", quality);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private void uri(String name, Canonical canonical) {
        add(ExpansionParameter.uri(name, canonical.toString()));
    }

    private void flag(String name, @Nullable Boolean value) {
        if (value != null) {
            add(ExpansionParameter.bool(name, value));
        }
    }

    /** Told once; they are too few for a set to be faster. */
    private void add(ExpansionParameter parameter) {
        if (!parameters.contains(parameter)) {
            parameters.add(parameter);
        }
    }

    private void number(String name, @Nullable Integer value) {
        if (value != null) {
            add(ExpansionParameter.integer(name, value));
        }
    }
}
