package org.fixator.wire;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.closure.ClosureRequest;
import org.fixator.codesystem.closure.ClosureResult;
import org.fixator.codesystem.closure.ClosureTable;
import org.fixator.codesystem.closure.ClosureTable.Entry;
import org.fixator.codesystem.closure.ClosureTable.Relation;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;

/**
 * {@code $closure} on the wire. In the map that answers, the source of a relation is the narrower concept, so that R4 has
 * the target {@code subsumes} it and R5 has {@code source-is-narrower-than-target}.
 */
public final class ClosureCodec {

    private final Clock clock;

    public ClosureCodec(Clock clock) {
        this.clock = clock;
    }

    /** @throws TerminologyException (400) where the name is missing */
    public static ClosureRequest request(OperationParameters in) {
        List<Coding> concepts = new ArrayList<>();
        in.objects("concept").forEach(coding -> concepts.add(new Element(coding, null, "concept", -1).coding()));
        return new ClosureRequest(in.required("name"), concepts, in.text("version"));
    }

    /** The new relations as a ConceptMap, as the specification's examples have it. */
    public OperationAnswer answer(ClosureResult result, FhirVersion version) {
        String name = result.table().name();
        JsonBytes json = new JsonBytes(512 + result.relations().size() * 100);
        json.object()
                .member("resourceType", "ConceptMap")
                .member("id", name)
                .member("version", result.version())
                .member(
                        "name",
                        result.created() ? "Closure Table " + name + " Creation" : "Updates for Closure Table " + name)
                .member("status", "active")
                .member("experimental", true)
                .member("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!result.relations().isEmpty()) {
            json.name("group").array();
            bySource(result).values().forEach(relations -> group(json, result.table(), relations, version.isR5()));
            json.endArray();
        }
        return new OperationAnswer(200, json.endObject().bytes());
    }

    /** The relations by their systems, and there by their sources. */
    private static Map<Canonical, Map<Integer, List<Relation>>> bySource(ClosureResult result) {
        Map<Canonical, Map<Integer, List<Relation>>> groups = new LinkedHashMap<>();
        for (Relation relation : result.relations()) {
            Entry source = result.table().entries().get(relation.narrower());
            groups.computeIfAbsent(
                            new Canonical(source.system(), source.systemVersion()), ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(relation.narrower(), ignored -> new ArrayList<>())
                    .add(relation);
        }
        return groups;
    }

    private static void group(JsonBytes json, ClosureTable table, Map<Integer, List<Relation>> sources, boolean r5) {
        Entry any = table.entries().get(sources.keySet().iterator().next());
        String version = any.systemVersion();
        json.object();
        for (String side : List.of("source", "target")) {
            json.member(side, r5 && version != null ? any.system() + "|" + version : any.system());
            if (!r5 && version != null) {
                json.member(side + "Version", version);
            }
        }
        json.name("element").array();
        sources.forEach((number, relations) -> {
            json.object()
                    .member("code", table.entries().get(number).code())
                    .name("target")
                    .array();
            relations.forEach(relation -> target(json, table, relation, r5));
            json.endArray().endObject();
        });
        json.endArray().endObject();
    }

    private static void target(JsonBytes json, ClosureTable table, Relation relation, boolean r5) {
        json.object().member("code", table.entries().get(relation.broader()).code());
        if (r5) {
            json.member("relationship", relation.equal() ? "equivalent" : "source-is-narrower-than-target");
        } else {
            json.member("equivalence", relation.equal() ? "equal" : "subsumes");
        }
        json.endObject();
    }
}
