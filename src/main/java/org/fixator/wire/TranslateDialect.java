package org.fixator.wire;

/** The names in which a client asks {@code $translate}, and in which it is answered. */
enum TranslateDialect {
    /** {@code code}, {@code targetsystem}; answered with {@code equivalence} and {@code source}. */
    R4,
    /**
     * R5 and HL7's suite: {@code sourceCode}, {@code targetSystem}; answered with {@code relationship} and
     * {@code originMap}.
     */
    R5;

    private static final String[] R5_NAMES = {
        "sourceCode",
        "sourceCoding",
        "sourceCodeableConcept",
        "sourceSystem",
        "sourceScope",
        "targetCode",
        "targetCoding",
        "targetCodeableConcept",
        "targetScope",
        "targetSystem"
    };

    /** One name that only R5 has makes the request one of R5. */
    static TranslateDialect of(OperationParameters in) {
        for (String name : R5_NAMES) {
            if (in.has(name)) {
                return R5;
            }
        }
        return R4;
    }
}
