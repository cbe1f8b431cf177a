package org.fixator.app;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.systems.bcp13.MediaTypes;
import org.fixator.systems.bcp47.LanguageTags;
import org.fixator.systems.country.Countries;
import org.fixator.systems.currency.Currencies;
import org.fixator.systems.ucum.Ucum;
import org.fixator.systems.uri.Uris;

/** The code systems that are part of the server because they have a grammar or come with the platform. */
final class BuiltInSystems {

    private BuiltInSystems() {}

    static List<CodeSystem> all() {
        return List.of(
                Ucum.codeSystem(),
                LanguageTags.codeSystem(),
                MediaTypes.codeSystem(),
                Uris.codeSystem(),
                Countries.codeSystem(),
                Currencies.codeSystem());
    }
}
