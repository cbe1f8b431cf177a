package org.fixator.systems.currency;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Grammar;
import org.fixator.codesystem.PlainConcept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.jspecify.annotations.Nullable;

/** Every currency that the runtime knows, past ones among them. */
final class CurrencyTable implements Grammar {

    static final String NUMBER = "number";
    static final String DECIMALS = "decimals";

    private final Map<String, Concept> concepts = new TreeMap<>();

    CurrencyTable() {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            concepts.put(currency.getCurrencyCode(), concept(currency));
        }
    }

    private static Concept concept(Currency currency) {
        List<Property> properties = new ArrayList<>();
        if (currency.getNumericCode() > 0) {
            properties.add(Property.of(NUMBER, PropertyType.STRING, currency.getNumericCodeAsString()));
        }
        if (currency.getDefaultFractionDigits() >= 0) {
            properties.add(
                    Property.of(DECIMALS, PropertyType.INTEGER, Integer.toString(currency.getDefaultFractionDigits())));
        }
        return new PlainConcept(
                Currencies.URL,
                currency.getCurrencyCode(),
                currency.getDisplayName(Locale.ENGLISH),
                null,
                List.of(),
                properties,
                null);
    }

    @Override
    public @Nullable Concept read(String code) {
        return concepts.get(code);
    }

    @Override
    public @Nullable String complaint(String code) {
        return null;
    }

    @Override
    public List<Concept> common() {
        return List.copyOf(concepts.values());
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public @Nullable Predicate<Concept> filter(PropertyFilter filter) {
        String value = filter.value();
        boolean known = filter.property().equals(NUMBER) || filter.property().equals(DECIMALS);
        if (!known || !filter.operator().equals("=") || value == null) {
            return null;
        }
        return concept -> concept.properties().stream()
                .anyMatch(property -> property.code().equals(filter.property())
                        && property.value().equals(value));
    }
}
