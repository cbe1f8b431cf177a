package org.fixator.wire;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.valueset.Compose;
import org.fixator.valueset.EnumeratedConcept;
import org.fixator.valueset.Include;

/** Reads {@code ValueSet.compose}, R4 and R5 alike. */
final class ComposeReader {

    private ComposeReader() {}

    static Compose read(Element compose) {
        return new Compose(
                compose.map("include", ComposeReader::include),
                compose.map("exclude", ComposeReader::include),
                compose.bool("inactive"),
                compose.nonEmpty("lockedDate"),
                properties(compose),
                compose.extensions());
    }

    /** R5 has them as an element, R4 as an extension for each. */
    private static List<String> properties(Element compose) {
        List<String> properties = new ArrayList<>(compose.strings("property"));
        for (Element extension : compose.extensions(ExtensionUrls.COMPOSE_PROPERTY)) {
            String property = extension.primitive("value");
            if (property != null) {
                properties.add(property);
            }
        }
        return properties;
    }

    private static Include include(Element include) {
        return new Include(
                include.nonEmpty("system"),
                include.nonEmpty("version"),
                include.has("concept") ? include.map("concept", ComposeReader::concept) : null,
                include.map("filter", ComposeReader::filter),
                include.canonicals("valueSet"),
                include.nonEmpty("copyright"),
                include.extensions());
    }

    private static EnumeratedConcept concept(Element concept) {
        return new EnumeratedConcept(
                concept.required("code"),
                concept.nonEmpty("display"),
                concept.map("designation", DesignationReader::read),
                concept.extensions());
    }

    /** The operator and the value are left to the engine to judge: it knows what a code system supports. */
    private static PropertyFilter filter(Element filter) {
        return new PropertyFilter(filter.required("property"), operator(filter), filter.string("value"));
    }

    /** An operator that R4 does not have stands in an extension of the empty element there. */
    private static String operator(Element filter) {
        if (!filter.has("op") && filter.has("_op")) {
            Element primitive = filter.child("_op");
            String later = primitive == null ? null : primitive.extensionValue(ExtensionUrls.FILTER_OPERATOR);
            if (later != null) {
                return later;
            }
        }
        return filter.required("op");
    }
}
