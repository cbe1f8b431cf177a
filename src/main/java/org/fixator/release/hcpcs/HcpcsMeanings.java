package org.fixator.release.hcpcs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the one- and two-letter values of a HCPCS record mean, in few words, after CMS's record layout. */
final class HcpcsMeanings {

    private static final Map<String, String> COVERAGES = Map.of(
            "C", "Carrier judgment",
            "D", "Special coverage instructions apply",
            "I", "Not payable by Medicare",
            "M", "Non-covered by Medicare",
            "S", "Non-covered by Medicare statute");
    private static final Map<String, String> ACTIONS = Map.of(
            "A", "Added",
            "B", "Administrative data and long description changed",
            "C", "Long description changed",
            "D", "Discontinued",
            "F", "Administrative data changed",
            "N", "No maintenance",
            "P", "Payment changed",
            "R", "Reactivated",
            "S", "Short description changed",
            "T", "Miscellaneous change");
    private static final Map<String, String> MULTIPLE = Map.of(
            "9", "Not applicable: not priced separately by Part B, or no value established",
            "A", "Not applicable: priced under one methodology");
    private static final Map<String, String> PRICINGS = Map.ofEntries(
            Map.entry("00", "Not separately priced by Part B"),
            Map.entry("11", "National relative value units"),
            Map.entry("12", "National anesthesia base units"),
            Map.entry("13", "Established by carriers"),
            Map.entry("21", "Clinical laboratory: national limitation amount"),
            Map.entry("22", "Clinical laboratory: established by carriers"),
            Map.entry("31", "Frequently serviced durable medical equipment"),
            Map.entry("32", "Inexpensive and routinely purchased durable medical equipment"),
            Map.entry("33", "Oxygen and oxygen equipment"),
            Map.entry("34", "Supplies for durable medical equipment"),
            Map.entry("35", "Surgical dressings"),
            Map.entry("36", "Capped rental durable medical equipment"),
            Map.entry("37", "Ostomy, tracheostomy and urological supplies"),
            Map.entry("38", "Orthotics, prosthetics, prosthetic devices and vision services"),
            Map.entry("39", "Parenteral and enteral nutrition"),
            Map.entry("45", "Customized durable medical equipment"),
            Map.entry("46", "Carrier priced"),
            Map.entry("51", "Drugs"),
            Map.entry("52", "Reasonable charge"),
            Map.entry("53", "Statute"),
            Map.entry("54", "Vaccinations"),
            Map.entry("55", "Splints and casts"),
            Map.entry("56", "Intraocular lenses inserted in an office"),
            Map.entry("57", "Other carrier priced"),
            Map.entry("99", "Value not established"));

    private HcpcsMeanings() {}

    /** What a value of a field means; {@code null} where it says so itself. */
    static @Nullable String of(HcpcsField field, String value) {
        return switch (field) {
            case PRICING -> PRICINGS.get(value);
            case MULTIPLE_PRICING -> MULTIPLE.get(value);
            case COVERAGE -> COVERAGES.get(value);
            case ACTION -> ACTIONS.get(value);
            default -> null;
        };
    }
}
