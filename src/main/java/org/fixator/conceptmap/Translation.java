package org.fixator.conceptmap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.CompiledConceptMap.Group;
import org.fixator.conceptmap.CompiledConceptMap.Mapping;
import org.fixator.conceptmap.MapGroup.Unmapped;
import org.fixator.conceptmap.TranslateResult.Match;
import org.fixator.issue.TranslateMessages;
import org.jspecify.annotations.Nullable;

/** What one {@code $translate} request finds, while it is being found. */
final class Translation {

    /** More matches than this are compared by their hashes. */
    private static final int FEW = 32;

    private final ConceptMaps maps;
    private final TranslateRequest request;
    private final List<Match> matches = new ArrayList<>();
    private @Nullable Set<Match> known;
    private final Set<String> remarks = new LinkedHashSet<>();

    Translation(ConceptMaps maps, TranslateRequest request) {
        this.maps = maps;
        this.request = request;
    }

    /** Each once, in the order of the maps. */
    List<Match> matches() {
        return matches;
    }

    /** What the maps that answered have to say. */
    Set<String> remarks() {
        return remarks;
    }

    void by(CompiledConceptMap map, Coding asked) {
        if (asked.code() == null) {
            return;
        }
        if (request.reverse()) {
            reverse(map, asked, asked.code());
        } else {
            forward(map, asked, asked.code(), new HashSet<>());
        }
    }

    private void forward(CompiledConceptMap map, Coding asked, String code, Set<CompiledConceptMap> visited) {
        if (!visited.add(map)) {
            return; // maps that refer to one another
        }
        List<Group> mapped = new ArrayList<>();
        for (Mapping mapping : map.from(code)) {
            Group group = mapping.group();
            mapped.add(group);
            if (isSystem(group.source(), asked) && isWantedTarget(group)) {
                MapTarget target = mapping.target();
                add(map, asked, target, coding(group.target(), target.code(), target.display()));
            }
        }
        for (Group group : map.groups()) {
            Unmapped unmapped = group.unmapped();
            if (unmapped != null
                    && !mapped.contains(group)
                    && isSystem(group.source(), asked)
                    && isWantedTarget(group)) {
                unmapped(map, asked, code, group, unmapped, visited);
            }
        }
    }

    private void unmapped(
            CompiledConceptMap map,
            Coding asked,
            String code,
            Group group,
            Unmapped unmapped,
            Set<CompiledConceptMap> visited) {
        switch (unmapped.mode()) {
            case "provided", "use-source-code" ->
                add(
                        map,
                        asked,
                        target(unmapped, Relationship.EQUIVALENT),
                        coding(group.target(), code, asked.display()));
            case "fixed" ->
                add(
                        map,
                        asked,
                        target(unmapped, Relationship.RELATEDTO),
                        coding(group.target(), unmapped.code(), unmapped.display()));
            case "other-map" -> otherMap(map, asked, code, unmapped.url(), visited);
            default -> remarks.add(TranslateMessages.unknownUnmappedMode(map.canonical(), unmapped.mode()));
        }
    }

    private void otherMap(
            CompiledConceptMap map, Coding asked, String code, @Nullable String url, Set<CompiledConceptMap> visited) {
        Canonical canonical = url == null ? null : Canonical.parse(url);
        CompiledConceptMap other = canonical == null ? null : maps.find(canonical.url(), canonical.version());
        if (other == null) {
            remarks.add(TranslateMessages.unknownOtherMap(map.canonical(), url));
        } else {
            forward(other, asked, code, visited);
        }
    }

    private void reverse(CompiledConceptMap map, Coding asked, String code) {
        for (Mapping mapping : map.to(code)) {
            Group group = mapping.group();
            if (isSystem(group.target(), asked) && isWanted(group.source())) {
                add(
                        map,
                        asked,
                        mapping.target(),
                        coding(group.source(), mapping.sourceCode(), mapping.sourceDisplay()));
            }
        }
    }

    private void add(CompiledConceptMap map, Coding asked, MapTarget target, @Nullable Coding coding) {
        if (!request.dependencies().isEmpty() && !Conditions.areMet(target.dependsOn(), request.dependencies())) {
            return;
        }
        Match match = new Match(
                map.name(),
                target.relationship(),
                asked,
                coding,
                target.comment(),
                target.dependsOn(),
                target.products(),
                target.properties());
        if (isNew(match)) {
            matches.add(match);
        }
        if (map.header().message() != null) {
            remarks.add(map.header().message());
        }
    }

    private boolean isNew(Match match) {
        if (matches.size() < FEW) {
            for (Match other : matches) {
                // Codes tell most apart at once.
                if (Objects.equals(code(other), code(match)) && other.equals(match)) {
                    return false;
                }
            }
            return true;
        }
        if (known == null) {
            known = new HashSet<>(matches);
        }
        return known.add(match);
    }

    private static @Nullable String code(Match match) {
        return match.coding() == null ? null : match.coding().code();
    }

    private boolean isWantedTarget(Group group) {
        return isWanted(group.target());
    }

    /** Whether a group's system is the one that the client wants codes of. */
    private boolean isWanted(@Nullable Canonical system) {
        Canonical wanted = request.targetSystem();
        return wanted == null
                || (system != null
                        && system.url().equals(wanted.url())
                        && TranslateOperation.isVersion(system.version(), wanted.version()));
    }

    /** Whether the coding asked for may be of a group's system. What is not stated on either side agrees. */
    private static boolean isSystem(@Nullable Canonical system, Coding asked) {
        return system == null
                || asked.system() == null
                || (system.url().equals(asked.system())
                        && TranslateOperation.isVersion(system.version(), asked.version()));
    }

    private static MapTarget target(Unmapped unmapped, Relationship otherwise) {
        Relationship stated = unmapped.relationship();
        return new MapTarget(
                unmapped.code(),
                unmapped.display(),
                stated == null ? otherwise : stated,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static @Nullable Coding coding(
            @Nullable Canonical system, @Nullable String code, @Nullable String display) {
        if (code == null) {
            return null;
        }
        return system == null
                ? new Coding(null, null, code, display)
                : new Coding(system.url(), system.version(), code, display);
    }
}
