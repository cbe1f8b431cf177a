package org.fixator.app;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fixator.codesystem.CodeSystem;
import org.fixator.systems.bcp13.MediaTypes;
import org.fixator.systems.bcp47.LanguageTags;
import org.fixator.systems.country.Countries;
import org.fixator.systems.cpt.Cpt;
import org.fixator.systems.currency.Currencies;
import org.fixator.systems.loinc.Loinc;
import org.fixator.systems.ndc.Ndc;
import org.fixator.systems.ucum.Ucum;
import org.fixator.systems.uri.Uris;

/** The code systems that are part of the server because they have a grammar or come with the platform. */
final class BuiltInSystems {

    private BuiltInSystems() {}

    /**
     * What is put over tables of concepts, wherever they come from, by canonical url.
     *
     * @param maximumCptExpansion the most CPT codes that one expansion shows
     */
    static Map<String, UnaryOperator<CodeSystem>> rules(int maximumCptExpansion) {
        return Map.of(
                Cpt.URL, Cpt.rules(maximumCptExpansion),
                Loinc.URL, Loinc::over,
                Ndc.URL, Ndc::over);
    }

    /** The same ones for every server in the process. The first call makes them. */
    static List<CodeSystem> all() {
        return Made.ALL;
    }

    private static final class Made {
        static final List<CodeSystem> ALL = List.of(
                Ucum.codeSystem(),
                LanguageTags.codeSystem(),
                MediaTypes.codeSystem(),
                Uris.codeSystem(),
                Countries.codeSystem(),
                Currencies.codeSystem());
    }
}
