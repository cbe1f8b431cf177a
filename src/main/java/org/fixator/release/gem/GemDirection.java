package org.fixator.release.gem;

/** Which of the two classifications a file maps from. */
enum GemDirection {
    FROM_ICD10,
    FROM_ICD9;

    private static final String ICD10 = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String ICD9 = "http://hl7.org/fhir/sid/icd-9-cm";
    private static final String BASE = "https://fixator.example.org/fhir/ConceptMap/";
    private static final int CATEGORY = 3;

    /** By the first line: ICD-10-CM begins with a letter, and ICD-9-CM with a digit. */
    static GemDirection of(String firstLine) {
        return Character.isDigit(firstLine.charAt(0)) ? FROM_ICD9 : FROM_ICD10;
    }

    String url(String version) {
        return BASE + (this == FROM_ICD10 ? "icd10cm-icd9cm-gem-" : "icd9cm-icd10cm-gem-") + version;
    }

    String sourceSystem() {
        return this == FROM_ICD10 ? ICD10 : ICD9;
    }

    String targetSystem() {
        return this == FROM_ICD10 ? ICD9 : ICD10;
    }

    String source(String code) {
        return this == FROM_ICD10 ? icd10(code) : icd9(code);
    }

    String target(String code) {
        return this == FROM_ICD10 ? icd9(code) : icd10(code);
    }

    private static String icd10(String code) {
        return dotted(code, CATEGORY);
    }

    /** External causes (E800) have a category of four characters. */
    private static String icd9(String code) {
        return dotted(code, code.charAt(0) == 'E' ? CATEGORY + 1 : CATEGORY);
    }

    private static String dotted(String code, int category) {
        return code.length() <= category ? code : code.substring(0, category) + "." + code.substring(category);
    }
}
