package org.fixator.clients;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.json.model.JsonObject;

/** What became of an expansion, in few words: that there is one, or what the issue of the refusal names as missing. */
final class ExpansionReason {

    private static final Pattern NAMED = Pattern.compile("(CodeSystem|[Vv]alue [Ss]et|ValueSet|supplement) '([^'|]+)");

    private ExpansionReason() {}

    static String of(FixatorHttp.Answer answer) {
        if (answer.isOk()) {
            JsonObject expansion = answer.body().getJsonObject("expansion");
            String size = expansion.getJsonObjects("contains").isEmpty() ? "empty" : "codes";
            return answer.body().toString().contains("valueset-unclosed") ? size + ", unclosed" : size;
        }
        JsonObject issue = answer.body().getJsonObjects("issue").get(0);
        String text = issue.has("details") ? issue.getJsonObject("details").asString("text") : "";
        Matcher named = NAMED.matcher(String.valueOf(text));
        String what = named.find() ? named.group(1) + " " + named.group(2) : String.valueOf(text);
        return answer.status() + " " + issue.asString("code") + ": " + what;
    }
}
