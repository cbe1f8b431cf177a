package org.fixator.conceptmap;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.CompiledConceptMap.Group;
import org.fixator.conceptmap.MapGroup.Unmapped;
import org.fixator.conceptmap.TranslateResult.Match;
import org.fixator.issue.TranslateMessages;
import org.jspecify.annotations.Nullable;

/** What one {@code $translate} request finds, while it is being found. */
final class Translation {

    private final ConceptMaps maps;
    private final TranslateRequest request;
    private final DistinctMatches matches = new DistinctMatches();
    private @Nullable Set<String> remarks;
    /** The maps that one coding was looked for in, from the moment when one refers to another. */
    private @Nullable Set<CompiledConceptMap> visited;

    Translation(ConceptMaps maps, TranslateRequest request) {
        this.maps = maps;
        this.request = request;
    }

    /** Each once, those without a condition first, otherwise in the order of the maps. */
    List<Match> matches() {
        return matches.unconditionalFirst();
    }

    /** What the maps that answered have to say. */
    Set<String> remarks() {
        return remarks == null ? Set.of() : remarks;
    }

    private void remark(String remark) {
        if (remarks == null) {
            remarks = new LinkedHashSet<>();
        }
        remarks.add(remark);
    }

    /** Translates each coding of the request by a map. */
    void by(CompiledConceptMap map) {
        List<Coding> codings = request.value().codings();
        for (int i = 0; i < codings.size(); i++) {
            Coding asked = codings.get(i);
            String code = asked.code();
            if (code != null && request.reverse()) {
                reverse(map, asked, code);
            } else if (code != null) {
                visited = null;
                forward(map, asked, code);
            }
        }
    }

    private void forward(CompiledConceptMap map, Coding asked, String code) {
        for (int element = map.firstElement(code); element != RowChains.END; element = map.nextElement(element)) {
            Group group = map.groupOfElement(element);
            if (isSystem(group.source(), asked) && isWanted(group.target())) {
                for (int target = map.firstTarget(element); target < map.firstTarget(element + 1); target++) {
                    add(map, asked, map.targetSide(), target);
                }
            }
        }
        List<Group> groups = map.unmappedGroups();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            Unmapped unmapped = group.unmapped();
            if (unmapped != null
                    && !isMapped(map, code, group)
                    && isSystem(group.source(), asked)
                    && isWanted(group.target())) {
                unmapped(map, asked, code, group, unmapped);
            }
        }
    }

    /** Whether a group, or one that reads the same, has an element for a code. */
    private static boolean isMapped(CompiledConceptMap map, String code, Group group) {
        for (int element = map.firstElement(code); element != RowChains.END; element = map.nextElement(element)) {
            if (map.groupOfElement(element).equals(group)) {
                return true;
            }
        }
        return false;
    }

    private void unmapped(CompiledConceptMap map, Coding asked, String code, Group group, Unmapped unmapped) {
        switch (unmapped.mode()) {
            case "provided", "use-source-code" ->
                add(map, asked, unmapped, Relationship.EQUIVALENT, coding(group.target(), code, asked.display()));
            case "fixed" ->
                add(
                        map,
                        asked,
                        unmapped,
                        Relationship.RELATEDTO,
                        coding(group.target(), unmapped.code(), unmapped.display()));
            case "other-map" -> otherMap(map, asked, code, unmapped.url());
            default -> remark(TranslateMessages.unknownUnmappedMode(map.canonical(), unmapped.mode()));
        }
    }

    private void otherMap(CompiledConceptMap map, Coding asked, String code, @Nullable String url) {
        Canonical canonical = url == null ? null : Canonical.parse(url);
        CompiledConceptMap other = canonical == null ? null : maps.find(canonical.url(), canonical.version());
        if (other == null) {
            remark(TranslateMessages.unknownOtherMap(map.canonical(), url));
            return;
        }
        if (visited == null) {
            visited = new HashSet<>();
            visited.add(map);
        }
        if (visited.add(other)) { // maps may refer to one another
            forward(other, asked, code);
        }
    }

    private void reverse(CompiledConceptMap map, Coding asked, String code) {
        int known = -1;
        boolean fits = false;
        for (int target = map.firstTo(code); target != RowChains.END; target = map.nextTo(target)) {
            int number = map.groupNumber(target);
            if (number != known) { // what follows is nearly always of the same group
                Group group = map.group(target);
                fits = isSystem(group.target(), asked) && isWanted(group.source());
                known = number;
            }
            if (fits) {
                add(map, asked, map.sourceSide(), target);
            }
        }
    }

    /** A row of the map. */
    private void add(CompiledConceptMap map, Coding asked, MapSide side, int row) {
        if (!request.dependencies().isEmpty()) {
            MapTarget detail = side.detail(row);
            if (detail != null && !Conditions.areMet(detail.dependsOn(), request.dependencies())) {
                return;
            }
        }
        add(map, new Match(asked, side, row));
    }

    /** What the map says of codes that it does not map. */
    private void add(
            CompiledConceptMap map, Coding asked, Unmapped unmapped, Relationship otherwise, @Nullable Coding coding) {
        Relationship stated = unmapped.relationship();
        Relationship relationship = stated == null ? otherwise : stated;
        add(map, new Match(asked, new StatedMatch(map.name(), relationship, coding, null), 0));
    }

    private void add(CompiledConceptMap map, Match match) {
        matches.add(match);
        String message = map.header().message();
        if (message != null) {
            remark(message);
        }
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
