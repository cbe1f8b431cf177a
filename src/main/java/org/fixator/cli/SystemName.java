package org.fixator.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code system as a person writes it: a short name or its url, with a version after a bar.
 *
 * @param url canonical url
 */
record SystemName(String url, @Nullable String version) {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("icd-10-cm", "http://hl7.org/fhir/sid/icd-10-cm"),
            Map.entry("icd-10-pcs", "http://www.cms.gov/Medicare/Coding/ICD10"),
            Map.entry("icd-9-cm", "http://hl7.org/fhir/sid/icd-9-cm"),
            Map.entry("hcpcs", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"),
            Map.entry("cpt", "http://www.ama-assn.org/go/cpt"),
            Map.entry("nucc", "http://nucc.org/provider-taxonomy"),
            Map.entry("pos", "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"),
            Map.entry("loinc", "http://loinc.org"),
            Map.entry("rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm"),
            Map.entry("ndc", "http://hl7.org/fhir/sid/ndc"),
            Map.entry("snomed", "http://snomed.info/sct"),
            Map.entry("ucum", "http://unitsofmeasure.org"));

    static final String HELP = "Code system: its url, or one of cpt, hcpcs, icd-9-cm, icd-10-cm, icd-10-pcs, loinc,"
            + " ndc, nucc, pos, rxnorm, snomed, ucum; a version may follow after a bar.";

    static SystemName of(String written) {
        int bar = written.indexOf('|');
        String name = bar < 0 ? written : written.substring(0, bar);
        String version = bar < 0 || bar == written.length() - 1 ? null : written.substring(bar + 1);
        String url = SHORT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        if (!url.contains(":")) {
            throw new Failure(ExitCode.USAGE, "'" + name + "' is neither a url nor a known short name. " + HELP);
        }
        return new SystemName(url, version);
    }

    /** The url, with its version after a bar. */
    String canonical() {
        return version == null ? url : url + "|" + version;
    }
}
