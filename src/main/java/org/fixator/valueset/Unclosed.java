package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expansion lists everything that is in the value set, and if not, why: the code system has a grammar, or
 * only a fragment of it is here.
 *
 * @param isUnclosed whether there may be more codes than the expansion can list
 * @param reason why; {@code null} where there is no more to say
 * @param isTotalKnown whether the number of the codes that can be listed means anything
 */
record Unclosed(boolean isUnclosed, @Nullable String reason, boolean isTotalKnown) {

    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";

    static Unclosed of(List<Selection> selections) {
        boolean unclosed = false;
        boolean totalKnown = true;
        String reason = null;
        for (Selection selection : selections) {
            CodeSystemDescription system = selection.system().description();
            boolean whole = selection.scope() == Selection.Scope.WHOLE;
            boolean open = !selection.members().isClosed();
            unclosed |= open || lacksCodes(selection);
            String basis = selection.system().commonCodes();
            if (open && (whole || basis != null)) {
                reason = "The code System '" + system.url() + "' has a grammar and so has infinite members"
                        + (basis == null ? "" : ". This extension is based on " + basis);
                totalKnown &= !whole;
            } else if (lacksCodes(selection)) {
                reason = "This extension is based on a fragment of the code system " + system.url();
            }
        }
        return new Unclosed(unclosed, reason, totalKnown);
    }

    /** A fragment is complete only for an enumeration that it holds all of. */
    private static boolean lacksCodes(Selection selection) {
        return selection.system().description().content() == ContentMode.FRAGMENT
                && (selection.scope() != Selection.Scope.ENUMERATED
                        || !selection.absent().isEmpty());
    }

    List<Extension> extensions() {
        if (!isUnclosed) {
            return List.of();
        }
        List<Extension> extensions = new ArrayList<>(2);
        String unclosed = STRUCTURE + "valueset-unclosed";
        extensions.add(new Extension(unclosed, "true", "{\"url\":\"" + unclosed + "\",\"valueBoolean\":true}"));
        if (reason != null) {
            String url = STRUCTURE + "valueset-unclosed-reason";
            String json = "{\"url\":\"" + url + "\",\"valueString\":\"" + escaped(reason) + "\"}";
            extensions.add(new Extension(url, reason, json));
        }
        return extensions;
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }
}
