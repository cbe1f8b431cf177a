package org.fixator.systems.bcp47;

import java.util.List;
import java.util.TreeSet;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.GrammarCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;

/**
 * The code system of languages. BCP 47 has no versions that a client could ask for; the title names the date of the
 * registry's copy.
 */
public final class LanguageTags {

    public static final String URL = "urn:ietf:bcp:47";

    private static final String COMMON_LANGUAGES = "http://terminology.hl7.org/ValueSet/Languages";

    private LanguageTags() {}

    public static CodeSystem codeSystem() {
        SubtagRegistry registry = SubtagRegistry.load();
        CodeSystemDescription description = new CodeSystemDescription(
                new Canonical(URL, null),
                "Languages",
                "Language tags (BCP 47), IANA registry of " + registry.date(),
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                true,
                false,
                "en",
                null,
                null,
                null,
                null,
                List.of(),
                new TreeSet<>(LanguageGrammar.FILTERS.keySet())
                        .stream()
                                .map(code -> new FilterDefinition(code, List.of("=", "exists")))
                                .toList(),
                List.of());
        return new GrammarCodeSystem(description, new LanguageGrammar(registry), COMMON_LANGUAGES);
    }
}
