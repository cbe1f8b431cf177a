package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;

/** Builds expand requests that say little. */
final class Requests {

    private final ValueSetDefinition valueSet;
    private @Nullable String filter;
    private @Nullable Integer offset;
    private @Nullable Integer count;
    private @Nullable Boolean activeOnly;
    private @Nullable Boolean excludeNested;
    private @Nullable Boolean includeDesignations;
    private @Nullable Boolean excludeNotForUi;
    private @Nullable Integer costThreshold;
    private List<String> properties = List.of();
    private List<String> designations = List.of();
    private Languages languages = Languages.NONE;
    private Languages acceptLanguages = Languages.NONE;
    private List<Canonical> supplements = List.of();
    private List<Canonical> excludeSystems = List.of();

    private Requests(ValueSetDefinition valueSet) {
        this.valueSet = valueSet;
    }

    static Requests expand(ValueSetDefinition valueSet) {
        return new Requests(valueSet);
    }

    Requests filter(String text) {
        filter = text;
        return this;
    }

    Requests page(int from, @Nullable Integer length) {
        offset = from;
        count = length;
        return this;
    }

    Requests count(int length) {
        count = length;
        return this;
    }

    Requests activeOnly() {
        activeOnly = true;
        return this;
    }

    Requests flat() {
        excludeNested = true;
        return this;
    }

    Requests forUi() {
        excludeNotForUi = true;
        return this;
    }

    Requests includeDesignations(boolean include) {
        includeDesignations = include;
        return this;
    }

    Requests limit(int limit) {
        costThreshold = limit;
        return this;
    }

    Requests properties(String... codes) {
        properties = List.of(codes);
        return this;
    }

    Requests designations(String... tokens) {
        designations = List.of(tokens);
        return this;
    }

    Requests languages(String text) {
        languages = Languages.parse(text);
        return this;
    }

    Requests acceptLanguages(String text) {
        acceptLanguages = Languages.parse(text);
        return this;
    }

    Requests supplement(String canonical) {
        supplements = List.of(Canonical.parse(canonical));
        return this;
    }

    Requests excludeSystem(String canonical) {
        excludeSystems = List.of(Canonical.parse(canonical));
        return this;
    }

    ExpandRequest build() {
        return new ExpandRequest(
                valueSet,
                filter,
                offset,
                count,
                activeOnly,
                excludeNested,
                includeDesignations,
                null,
                excludeNotForUi,
                null,
                properties,
                designations,
                languages,
                acceptLanguages,
                VersionRules.NONE,
                supplements,
                excludeSystems,
                costThreshold);
    }
}
