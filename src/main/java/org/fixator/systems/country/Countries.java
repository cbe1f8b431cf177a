package org.fixator.systems.country;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.GrammarCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;

/** The code system of countries, in the version of the table beside this class. */
public final class Countries {

    public static final String URL = "urn:iso:std:iso:3166";

    private static final String VERSION = "2018";

    private Countries() {}

    public static CodeSystem codeSystem() {
        CodeSystemDescription description = new CodeSystemDescription(
                new Canonical(URL, VERSION),
                "ISO3166",
                "Country codes (ISO 3166-1)",
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                false,
                false,
                "en",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new FilterDefinition("code", List.of("=", "in", "not-in", "regex"))),
                List.of());
        return new GrammarCodeSystem(description, new CountryTable(), null);
    }
}
