package org.fixator.systems.ucum;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fhir.ucum.BaseUnit;
import org.fhir.ucum.Component;
import org.fhir.ucum.DefinedUnit;
import org.fhir.ucum.ExpressionParser;
import org.fhir.ucum.Operator;
import org.fhir.ucum.Symbol;
import org.fhir.ucum.Term;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumModel;
import org.fhir.ucum.Unit;

/**
 * The base units that a unit reduces to, each with its power: {@code mg/dL} is {@code {g=1, m=-3}}. The library's own
 * reduction also computes the factor with unbounded decimals and takes milliseconds; this one takes microseconds and
 * answers for special units (degrees Celsius, pH) too, by the unit that they are a function of.
 */
final class Dimensions {

    /** How special units are defined: {@code cel(1 K)}, {@code ln(1 1)}. */
    private static final Pattern FUNCTION = Pattern.compile("\\w+\\([0-9.]+ (.+)\\)");

    private final UcumModel model;
    private final Map<String, Map<String, Integer>> known = new ConcurrentHashMap<>();

    Dimensions(UcumModel model) {
        this.model = model;
    }

    /**
     * @throws UcumException where the code is not a unit
     */
    Map<String, Integer> of(String code) throws UcumException {
        Map<String, Integer> dimensions = new TreeMap<>();
        add(new ExpressionParser(model).parse(code), 1, dimensions);
        dimensions.values().removeIf(power -> power == 0);
        return dimensions;
    }

    /** A term is a chain read from left to right: an operator applies to the component after it and no further. */
    private void add(Component component, int power, Map<String, Integer> to) throws UcumException {
        if (component instanceof Symbol symbol) {
            for (Map.Entry<String, Integer> base : ofUnit(symbol.getUnit()).entrySet()) {
                to.merge(base.getKey(), base.getValue() * symbol.getExponent() * power, Integer::sum);
            }
        } else if (component instanceof Term chain) {
            int sign = 1;
            for (Term link = chain; link != null; link = link.getTerm()) {
                if (link.hasComp()) {
                    add(link.getComp(), sign * power, to);
                }
                sign = link.getOp() == Operator.DIVISION ? -1 : 1;
            }
        }
    }

    private Map<String, Integer> ofUnit(Unit unit) throws UcumException {
        if (unit instanceof BaseUnit) {
            return Map.of(unit.getCode(), 1);
        }
        Map<String, Integer> dimensions = known.get(unit.getCode());
        if (dimensions == null) {
            dimensions = of(definition((DefinedUnit) unit));
            known.put(unit.getCode(), dimensions);
        }
        return dimensions;
    }

    private static String definition(DefinedUnit unit) {
        String definition = unit.getValue().getUnit();
        Matcher function = FUNCTION.matcher(definition);
        return unit.isSpecial() && function.matches() ? function.group(1) : definition;
    }
}
