package org.fixator.systems.currency;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.GrammarCodeSystem;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;

/**
 * The code system of currencies. ISO 4217 is amended several times a year and names no versions; the title names the
 * runtime whose table is served.
 */
public final class Currencies {

    public static final String URL = "urn:iso:std:iso:4217";

    private Currencies() {}

    public static CodeSystem codeSystem() {
        CodeSystemDescription description = new CodeSystemDescription(
                new Canonical(URL, null),
                "ISO4217",
                "Currency codes (ISO 4217), table of Java " + Runtime.version(),
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
                List.of(
                        new PropertyDefinition(
                                CurrencyTable.NUMBER, null, "ISO 4217's number of the currency", PropertyType.STRING),
                        new PropertyDefinition(
                                CurrencyTable.DECIMALS,
                                null,
                                "Decimal places of the minor unit",
                                PropertyType.INTEGER)),
                List.of(),
                List.of());
        return new GrammarCodeSystem(description, new CurrencyTable(), null);
    }
}
