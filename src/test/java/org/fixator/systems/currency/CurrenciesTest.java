package org.fixator.systems.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.PropertyFilter;
import org.junit.jupiter.api.Test;

class CurrenciesTest extends CodeSystemContract {

    private static final CodeSystem CURRENCIES = Currencies.codeSystem();

    @Override
    protected CodeSystem system() {
        return CURRENCIES;
    }

    @Override
    protected List<String> codes() {
        return List.of("CHF", "USD", "JPY");
    }

    @Override
    protected String unknownCode() {
        return "usd";
    }

    @Test
    void namesCurrencies() {
        assertThat(concept("USD").display()).isEqualTo("US Dollar");
        assertThat(CURRENCIES.filter(new PropertyFilter("decimals", "=", "0")).contains(concept("JPY")))
                .isTrue();
        assertThat(CURRENCIES.filter(new PropertyFilter("number", "=", "756")).contains(concept("CHF")))
                .isTrue();
    }

    @Test
    void namesItsSource() {
        assertThat(CURRENCIES.description().title()).contains("Java ");
    }
}
