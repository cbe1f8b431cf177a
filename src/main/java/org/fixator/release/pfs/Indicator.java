package org.fixator.release.pfs;

import java.util.Map;

/** The indicators of the fee schedule: where they stand, which property they become, and what each value allows. */
@SuppressWarnings("ImmutableEnumChecker") // made by Map.of
enum Indicator {
    STATUS(
            "STATUSCODE",
            "payment-status",
            "Whether and how Medicare pays for the code",
            Map.ofEntries(
                    Map.entry("A", "paid separately where covered"),
                    Map.entry("B", "never paid separately: part of the payment for other services"),
                    Map.entry("C", "priced by the contractor"),
                    Map.entry("D", "deleted code"),
                    Map.entry("E", "excluded from the fee schedule by regulation"),
                    Map.entry("F", "deleted or discontinued code"),
                    Map.entry("G", "not valid for Medicare: another code is used"),
                    Map.entry("H", "deleted modifier"),
                    Map.entry("I", "not valid for Medicare: another code is used"),
                    Map.entry("J", "anesthesia: paid by units, not by relative values"),
                    Map.entry("M", "for measurement only: reported, not paid"),
                    Map.entry("N", "not covered by Medicare"),
                    Map.entry("P", "bundled where it is incident to a physician's service, else excluded"),
                    Map.entry("Q", "functional information of therapy: reported, not paid"),
                    Map.entry("R", "restricted coverage"),
                    Map.entry("T", "paid only where nothing else is paid to the same provider on that day"),
                    Map.entry("X", "excluded by statute: not a physician service"))),
    GLOBAL_DAYS(
            "GLOBDAYS",
            "global-days",
            "Days of care that the payment includes",
            Map.of(
                    "000", "the day of the procedure",
                    "010", "the day of the procedure and the ten days after it",
                    "090", "the day before, the day of the procedure and the ninety days after it",
                    "MMM", "maternity care, with a period of its own",
                    "XXX", "no global period",
                    "YYY", "the contractor decides the global period",
                    "ZZZ", "belongs to the global period of another service")),
    PC_TC(
            "PCTCIND",
            "pc-tc",
            "Whether the service splits into a professional (26) and a technical component (TC)",
            Map.of(
                    "0", "a physician's service: neither 26 nor TC",
                    "1", "splits: 26 and TC are possible",
                    "2", "professional component only: neither 26 nor TC",
                    "3", "technical component only: neither 26 nor TC",
                    "4", "whole test, whose components have codes of their own: neither 26 nor TC",
                    "5", "incident to a physician's service: neither 26 nor TC",
                    "6", "laboratory test that a physician interprets: 26 is possible, TC is not",
                    "7", "physical therapy that is not paid",
                    "8", "physician's interpretation: TC is not possible",
                    "9", "the question does not arise")),
    MULTIPLE_PROCEDURES(
            "MULTPROC",
            "multiple-procedures",
            "What modifier 51 does to the payment",
            Map.of(
                    "0", "no reduction",
                    "1", "reduction by the older rule of three steps",
                    "2", "usual reduction: the highest in full, the others in part",
                    "3", "reduction within a family of endoscopies",
                    "4", "reduction of the technical component of imaging",
                    "5", "reduction of therapy",
                    "6", "reduction of cardiovascular diagnostics",
                    "7", "reduction of ophthalmologic diagnostics",
                    "9", "the question does not arise")),
    BILATERAL(
            "BILATSURG",
            "bilateral",
            "What modifier 50 does to the payment",
            Map.of(
                    "0", "no adjustment for both sides",
                    "1", "both sides are paid at 150 percent",
                    "2", "the code means both sides already: no adjustment",
                    "3", "each side is paid in full",
                    "9", "the question does not arise")),
    ASSISTANT(
            "ASSTSURG",
            "assistant",
            "Whether an assistant at surgery is paid (80, 81, 82, AS)",
            Map.of(
                    "0", "only where documents show that one was needed",
                    "1", "not paid, by statute",
                    "2", "may be paid",
                    "9", "the question does not arise")),
    CO_SURGEON(
            "COSURG",
            "co-surgeon",
            "Whether two surgeons are paid (62)",
            Map.of(
                    "0", "not permitted",
                    "1", "only where documents show that both were needed",
                    "2", "permitted for two specialties",
                    "9", "the question does not arise")),
    TEAM(
            "TEAMSURG",
            "team-surgeon",
            "Whether a team of surgeons is paid (66)",
            Map.of(
                    "0", "not permitted",
                    "1", "only where documents show that a team was needed; paid by report",
                    "2", "permitted; paid by report",
                    "9", "the question does not arise"));

    private final String column;
    private final String property;
    private final String description;
    private final Map<String, String> words;

    Indicator(String column, String property, String description, Map<String, String> words) {
        this.column = column;
        this.property = property;
        this.description = description;
        this.words = words;
    }

    /** The end of the column's name, in capitals and without anything but letters. */
    String column() {
        return column;
    }

    String property() {
        return property;
    }

    String description() {
        return description;
    }

    /** What a value allows; a value that is not published stands for itself. */
    String words(String value) {
        return words.getOrDefault(value, value);
    }
}
