package org.fixator.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.utilities.json.model.JsonObject;

/**
 * Compares members and single answers. What differs falls into a class: {@code src/docs/spec-readings.md} explains each.
 */
final class OracleComparison {

    private static final int LARGEST = 1000;

    private final FixatorHttp server;
    private final Oracle oracle;
    private final Set<String> fragments;
    private final Map<String, List<String>> classes = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private int compared;
    private int codes;

    /** @param fragments urls of the code systems that say of themselves that they are fragments */
    OracleComparison(FixatorHttp server, Oracle oracle, Set<String> fragments) {
        this.server = server;
        this.oracle = oracle;
        this.fragments = Set.copyOf(fragments);
    }

    void compare(String url) throws IOException, InterruptedException {
        FixatorHttp.Answer answer = server.expand(url, null, LARGEST);
        Oracle.Members theirs = oracle.expand(url);
        if (!answer.isOk() || !theirs.failure().isEmpty()) {
            refused(url, answer, theirs);
            return;
        }
        JsonObject expansion = answer.body().getJsonObject("expansion");
        Set<String> ours = new TreeSet<>();
        collect(expansion, ours);
        if (ours.size() == LARGEST || theirs.codes().size() >= LARGEST) {
            note("larger than a page", url);
            return;
        }
        compared++;
        if (!ours.equals(theirs.codes())) {
            differs(url, ours, theirs.codes());
        } else {
            validate(url, ours);
        }
    }

    private static void collect(JsonObject node, Set<String> codes) {
        for (JsonObject entry : node.getJsonObjects("contains")) {
            if (entry.has("code")) {
                codes.add(entry.asString("system") + "|" + entry.asString("code"));
            }
            collect(entry, codes);
        }
    }

    private void refused(String url, FixatorHttp.Answer answer, Oracle.Members theirs) {
        if (!answer.isOk() && !theirs.failure().isEmpty()) {
            note("both refuse", url);
        } else if (answer.isOk()) {
            note("the evaluator refuses: " + theirs.failure().replaceAll("'[^']*'|\\S*://\\S*", "…"), url);
        } else {
            note("Fixator refuses: " + ExpansionReason.of(answer), url);
        }
    }

    private void differs(String url, Set<String> ours, Set<String> theirs) {
        Set<String> more = new TreeSet<>(ours);
        more.removeAll(theirs);
        Set<String> less = new TreeSet<>(theirs);
        less.removeAll(ours);
        unexplained.add(url + " more " + more.stream().limit(4).toList() + " of " + more.size() + ", less "
                + less.stream().limit(4).toList() + " of " + less.size());
    }

    /** The first and the last member are in, the same codes with a letter more are not. */
    private void validate(String url, Set<String> members) throws IOException, InterruptedException {
        TreeSet<String> sorted = new TreeSet<>(members);
        Set<String> asked = new TreeSet<>();
        if (!sorted.isEmpty()) {
            asked.add(sorted.first());
            asked.add(sorted.last());
        }
        for (String member : asked) {
            int bar = member.indexOf('|');
            String system = member.substring(0, bar);
            String code = member.substring(bar + 1);
            for (String one : List.of(code, code + "~")) {
                codes++;
                boolean in = server.isIn(url, system, one);
                boolean expected = members.contains(system + "|" + one);
                if (in && !expected && fragments.contains(system)) {
                    note("V10, a code that a fragment does not hold is valid", url);
                } else if (in != expected) {
                    unexplained.add(url + " says " + in + " of " + one);
                }
            }
        }
    }

    private void note(String name, String url) {
        classes.computeIfAbsent(name, key -> new ArrayList<>()).add(url);
    }

    void requireAgreement() {
        assertTrue(compared > 1000, () -> "only " + compared + " were compared");
        assertEquals(List.of(), unexplained);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(compared + " value sets and " + codes + " codes were compared\n");
        classes.forEach((name, urls) -> text.append(urls.size())
                .append(' ')
                .append(name)
                .append(", such as ")
                .append(urls.get(0))
                .append('\n'));
        unexplained.forEach(one -> text.append("DIFFERS ").append(one).append('\n'));
        return text.toString();
    }
}
