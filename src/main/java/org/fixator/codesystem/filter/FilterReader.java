package org.fixator.codesystem.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.issue.FilterMessages;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;

/** Makes a filter of what a value set says, and refuses what cannot be meant. */
public final class FilterReader {

    /** Operators that walk the hierarchy from a code; they go with {@code concept} and {@code code}. */
    private static final Map<String, IntFunction<Filter>> HIERARCHICAL = Map.of(
            "is-a", IsA::new,
            "descendent-of", DescendentOf::new,
            "is-not-a", IsNotA::new,
            "generalizes", Generalizes::new,
            "child-of", ChildOf::new,
            "descendent-leaf", DescendentLeaf::new);

    private final FilterSource source;
    private final PropertyFilter filter;
    private final String value;

    private FilterReader(FilterSource source, PropertyFilter filter, String value) {
        this.source = source;
        this.filter = filter;
        this.value = value;
    }

    /**
     * @throws TerminologyException (400) for a filter without a value, a property or operator that the code system does not
     *     know, a code that it does not hold, and a value that cannot be read
     */
    public static Filter read(FilterSource source, PropertyFilter filter) {
        String value = filter.value();
        if (value == null || value.isEmpty()) {
            throw refusal(FilterMessages.noValue(source.url(), filter.property(), filter.operator()));
        }
        return new FilterReader(source, filter, value).read();
    }

    private Filter read() {
        IntFunction<Filter> hierarchical = HIERARCHICAL.get(filter.operator());
        if (hierarchical == null) {
            return comparison();
        }
        if (!filter.property().equals("concept") && !filter.property().equals("code")) {
            throw notUnderstood("the operator '" + filter.operator() + "' goes with the property 'concept'");
        }
        int concept = source.find(value);
        if (concept < 0) {
            throw refusal(FilterMessages.unknownCode(source.url(), filter.property(), filter.operator(), value));
        }
        return hierarchical.apply(concept);
    }

    private Filter comparison() {
        Attribute attribute = source.attribute(filter.property());
        if (attribute == null) {
            throw notUnderstood("it has no property '" + filter.property() + "'");
        }
        return switch (filter.operator()) {
            case "=" -> new Equal(attribute, value);
            case "in" -> new In(attribute, values());
            case "not-in" -> new NotIn(attribute, values());
            case "exists" -> new Exists(attribute, truth());
            case "regex" -> new Regex(attribute, expression());
            default -> throw notUnderstood("there is no operator '" + filter.operator() + "'");
        };
    }

    private List<String> values() {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private boolean truth() {
        if (!value.equals("true") && !value.equals("false")) {
            throw refusal(FilterMessages.notBoolean(filter.property(), value));
        }
        return value.equals("true");
    }

    private Pattern expression() {
        String tooLarge = RegexCost.complaint(value);
        if (tooLarge != null) {
            throw refusal(FilterMessages.badRegex(filter.property(), shortened(value), tooLarge));
        }
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw refusal(FilterMessages.badRegex(filter.property(), value, e.getDescription()));
        }
    }

    private static String shortened(String expression) {
        return expression.length() <= 100 ? expression : expression.substring(0, 100) + "\u2026";
    }

    private TerminologyException notUnderstood(String reason) {
        return refusal(FilterMessages.notUnderstood(source.url(), filter.property(), filter.operator(), value, reason));
    }

    private static TerminologyException refusal(Issue issue) {
        return new TerminologyException(issue, 400);
    }
}
