package org.fixator.wire;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.TranslateResult.Match;

/**
 * Writes {@code match} of {@code $translate}; parts stand in the order of their names, as HL7's suite compares them.
 *
 * <p>Asked for a {@code targetCode}, the concept of a match is that target and its {@code source} is what was found: so
 * HL7's suite reads R5.
 */
final class MatchWriter {

    private final TranslateDialect dialect;
    private final boolean r5Endpoint;
    private final boolean byTarget;

    MatchWriter(TranslateDialect dialect, boolean r5Endpoint, boolean byTarget) {
        this.dialect = dialect;
        this.r5Endpoint = r5Endpoint;
        this.byTarget = byTarget;
    }

    void write(ParametersWriter out, Match match) {
        boolean plain = match.isPlain();
        out.beginParts("match");
        if (!plain) {
            out.string("comment", match.comment());
        }
        if (byTarget) {
            out.coding("concept", match.asked());
        } else {
            found(out, "concept", match);
        }
        if (!plain) {
            conditions(out, "dependsOn", match.dependsOn());
        }
        if (!r5Endpoint || dialect == TranslateDialect.R4) { // R4's own element, which its clients require
            out.code("equivalence", match.relationship().equivalence());
        }
        if (dialect == TranslateDialect.R5) {
            out.canonical("originMap", match.map());
        }
        if (!plain) {
            conditions(out, "product", match.products());
            match.properties().forEach(property -> property(out, property));
        }
        if (dialect == TranslateDialect.R5) {
            out.code("relationship", match.relationship().relationship());
            if (byTarget) {
                found(out, "source", match);
            }
        } else {
            out.uri("source", match.map());
        }
        out.endParts();
    }

    private static void found(ParametersWriter out, String name, Match match) {
        if (!match.isInMap()) {
            out.coding(name, match.coding());
        } else if (match.hasCoding()) {
            inMap(out.beginComplex(name, "valueCoding"), match);
            out.endComplex();
        }
    }

    /** As {@link FhirJson#coding}, from where the map keeps it. */
    private static void inMap(JsonBytes json, Match match) {
        json.object();
        Canonical system = match.system();
        if (system != null) {
            json.start(FhirJson.SYSTEM).value(system.url());
            String version = system.version();
            if (version != null) {
                json.start(FhirJson.VERSION).value(version);
            }
        }
        match.code(json.start(FhirJson.CODE));
        if (match.hasDisplay()) {
            match.display(json.start(FhirJson.DISPLAY));
        }
        json.endObject();
    }

    private void conditions(ParametersWriter out, String name, List<DependsOn> conditions) {
        for (DependsOn condition : conditions) {
            out.parts(name, part -> {
                if (dialect == TranslateDialect.R5) {
                    part.uri("attribute", condition.attribute());
                    value(part, condition);
                } else {
                    part.coding("concept", concept(condition));
                    part.uri("element", condition.attribute());
                }
            });
        }
    }

    private static void value(ParametersWriter part, DependsOn condition) {
        Coding coding = condition.coding();
        if (coding != null) {
            part.coding("value", coding);
        } else {
            part.primitive("value", primitive(condition), condition.value());
        }
    }

    /** A quantity is read for its number only. */
    private static String primitive(DependsOn condition) {
        return condition.type().equals("valueQuantity") ? "valueDecimal" : condition.type();
    }

    /** R4 knows only codings here: a value that is none becomes one without a system. */
    private static Coding concept(DependsOn condition) {
        Coding coding = condition.coding();
        return coding != null ? coding : new Coding(null, null, condition.value(), null);
    }

    private void property(ParametersWriter out, Property property) {
        if (dialect == TranslateDialect.R4) {
            return;
        }
        out.parts("property", part -> {
            part.uri("uri", property.code());
            Coding coding = property.coding();
            if (coding != null) {
                part.coding("value", coding);
            } else {
                part.primitive("value", property.type().element(), property.value());
            }
        });
    }
}
