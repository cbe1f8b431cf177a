package org.fixator.conceptmap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.VersionPattern;
import org.fixator.conceptmap.TranslateResult.Match;
import org.fixator.issue.TranslateMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConceptMap/$translate}: by one map, or by every map that fits.
 *
 * <p>Matches without a condition come before those with one; otherwise the order is that of the maps and of their
 * elements. A translation that is not found is an answer with {@code result=false}, never an error.
 *
 * @see <a href="https://hl7.org/fhir/R4/conceptmap-operation-translate.html">R4</a>
 * @see <a href="https://hl7.org/fhir/R5/conceptmap-operation-translate.html">R5</a>
 */
public final class TranslateOperation {

    private final ConceptMaps maps;

    public TranslateOperation(ConceptMaps maps) {
        this.maps = maps;
    }

    public TranslateResult run(TranslateRequest request) {
        Translation translation = new Translation(maps, request);
        CompiledConceptMap named = request.map();
        if (named == null) {
            byAllThatFit(request, translation);
        } else if (fits(named, request, true)) {
            translation.by(named);
        }
        List<Match> matches = translation.matches();
        return new TranslateResult(isFound(matches), message(request, translation, matches), matches);
    }

    private void byAllThatFit(TranslateRequest request, Translation translation) {
        for (CompiledConceptMap map : maps.all()) {
            if (!"retired".equals(map.header().status()) && fits(map, request, false)) {
                translation.by(map);
            }
        }
    }

    private static boolean isFound(List<Match> matches) {
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            if (match.hasCoding() && match.relationship().isMatch()) {
                return true;
            }
        }
        return false;
    }

    /** A map that names no value set fits any scope only where the client chose the map itself. */
    private static boolean fits(CompiledConceptMap map, TranslateRequest request, boolean chosen) {
        return isScope(map.header().sourceScope(), request.sourceScope(), chosen)
                && isScope(map.header().targetScope(), request.targetScope(), chosen);
    }

    private static boolean isScope(@Nullable String actual, @Nullable String wanted, boolean chosen) {
        if (wanted == null) {
            return true;
        }
        if (actual == null) {
            return chosen;
        }
        Canonical a = Canonical.parse(actual);
        Canonical w = Canonical.parse(wanted);
        return a.url().equals(w.url()) && isVersion(a.version(), w.version());
    }

    /** Two versions agree where one is not stated. */
    static boolean isVersion(@Nullable String actual, @Nullable String wanted) {
        return actual == null || wanted == null || new VersionPattern(wanted).matches(actual);
    }

    private static @Nullable String message(TranslateRequest request, Translation translation, List<Match> matches) {
        boolean conditional = request.dependencies().isEmpty() // those with a condition come last
                && !matches.isEmpty()
                && matches.get(matches.size() - 1).isConditional();
        if (!conditional && !matches.isEmpty() && translation.remarks().isEmpty()) {
            return null;
        }
        Set<String> lines = new LinkedHashSet<>(translation.remarks());
        if (conditional) {
            matches.forEach(match -> addConditions(lines, match));
        }
        if (matches.isEmpty()) {
            CompiledConceptMap named = request.map();
            Canonical canonical = named == null ? null : named.canonical();
            for (Coding coding : request.value().codings()) {
                lines.add(TranslateMessages.noTranslation(coding, request.targetSystem(), canonical, named != null));
            }
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static void addConditions(Set<String> lines, Match match) {
        Coding coding = match.isConditional() ? match.coding() : null;
        if (coding != null) {
            lines.add(TranslateMessages.onlyWhere(coding, conditions(match)));
        }
    }

    private static List<String> conditions(Match match) {
        return match.dependsOn().stream()
                .map(condition -> TranslateMessages.condition(
                        condition.attribute(), condition.coding(), String.valueOf(condition.value())))
                .toList();
    }
}
