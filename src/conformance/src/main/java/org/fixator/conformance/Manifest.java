package org.fixator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.utilities.json.model.JsonArray;
import org.hl7.fhir.utilities.json.model.JsonElement;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.model.JsonProperty;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/**
 * The list of tests ({@code test-cases.json}), narrowed to those wanted.
 *
 * <p>Two things are made unique that are not so in the file, because they name lines and files here: a second test of
 * the same name in a suite becomes {@code name#2}, and each expected answer is named after its test, since several tests
 * may share one file and would overwrite each other's output.
 */
public final class Manifest {
    static final String FILE = "test-cases.json";

    private final JsonObject json;
    private final Map<String, String> answers = new HashMap<>();

    private Manifest(JsonObject json) {
        this.json = json;
        for (JsonObject suite : suites()) {
            makeUnique(suite);
        }
    }

    static Manifest read(Path folder) throws IOException {
        return new Manifest(JsonParser.parseObject(Files.readAllBytes(folder.resolve(FILE))));
    }

    private void makeUnique(JsonObject suite) {
        Set<String> seen = new HashSet<>();
        for (JsonObject test : suite.getJsonObjects("tests")) {
            String name = test.asString("name");
            String unique = name;
            for (int i = 2; !seen.add(unique); i++) {
                unique = name + "#" + i;
            }
            test.set("name", unique);
            nameAnswersAfter(suite.asString("name") + "/" + unique, test);
        }
    }

    private void nameAnswersAfter(String id, JsonObject test) {
        for (JsonProperty property : List.copyOf(test.getProperties())) {
            String name = property.getName();
            if (name.equals("response") || name.startsWith("response:")) {
                String own = id + name.substring("response".length()).replace(':', '.') + ".json";
                answers.put(own, test.asString(name));
                test.set(name, own);
            }
        }
    }

    /** The same with only the tests meant; suites without tests vanish. */
    Manifest keep(TestPattern pattern) {
        JsonArray kept = new JsonArray();
        for (JsonObject suite : suites()) {
            JsonArray tests = new JsonArray();
            for (JsonObject test : suite.getJsonObjects("tests")) {
                if (pattern.matches(id(suite, test))) {
                    tests.add(test);
                }
            }
            if (tests.size() > 0) {
                suite.set("tests", tests);
                kept.add(suite);
            }
        }
        json.set("suites", kept);
        return this;
    }

    List<JsonObject> suites() {
        List<JsonObject> suites = new ArrayList<>();
        for (JsonElement suite : json.getJsonArray("suites").getItems()) {
            suites.add(suite.asJsonObject());
        }
        return suites;
    }

    /** All tests in the order of the file, as {@code suite/test}. */
    List<String> tests() {
        List<String> ids = new ArrayList<>();
        for (JsonObject suite : suites()) {
            for (JsonObject test : suite.getJsonObjects("tests")) {
                ids.add(id(suite, test));
            }
        }
        return ids;
    }

    /** The file that holds an expected answer known here under the name of its test; any other name is the file itself. */
    String file(String name) {
        return answers.getOrDefault(name, name);
    }

    /** The server's own texts, keyed by expected answer in the file, keyed as the answers are named here. */
    JsonObject rekey(JsonObject externals) {
        JsonObject rekeyed = new JsonObject();
        answers.forEach((own, file) -> {
            if (externals.has(file)) {
                rekeyed.add(own, externals.get(file));
            }
        });
        return rekeyed;
    }

    byte[] bytes() {
        return JsonParser.composeBytes(json);
    }

    static String id(JsonObject suite, JsonObject test) {
        return suite.asString("name") + "/" + test.asString("name");
    }
}
