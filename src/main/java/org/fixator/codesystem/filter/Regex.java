package org.fixator.codesystem.filter;

import com.google.re2j.Pattern;
import org.fixator.index.OrdinalSet;

/**
 * {@code regex}: "The specified property of the code matches the regex specified in the provided value." The whole value has to
 * match. RE2 needs time linear in the length of the value, whatever the expression.
 */
record Regex(Attribute attribute, Pattern expression) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return attribute.where(value -> expression.matcher(value).matches());
    }
}
