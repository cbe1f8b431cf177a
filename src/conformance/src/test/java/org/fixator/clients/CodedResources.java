package org.fixator.clients;

/** Resources that say codes of the content, as a system around a surgery would send them. FHIR R4 JSON. */
final class CodedResources {

    static final String PROFILES = "http://example.org/fhir/StructureDefinition/";
    static final String CPT = "http://www.ama-assn.org/go/cpt";
    static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    static final String NUCC = "http://nucc.org/provider-taxonomy";
    static final String PLACES = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";

    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";

    private CodedResources() {}

    static String concept(String system, String code) {
        return "{\"coding\":[{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}]}";
    }

    static String concept(String system, String code, String display) {
        return "{\"coding\":[{\"system\":\"" + system + "\",\"code\":\"" + code + "\",\"display\":\"" + display
                + "\"}]}";
    }

    static String condition(String code) {
        return "{\"resourceType\":\"Condition\",\"clinicalStatus\":" + concept(CLINICAL, "active") + ",\"code\":" + code
                + ",\"subject\":{\"display\":\"somebody\"}}";
    }

    static String procedure(String code, String reason, String function) {
        return "{\"resourceType\":\"Procedure\",\"status\":\"completed\",\"code\":" + code
                + ",\"subject\":{\"display\":\"somebody\"},\"performer\":[{\"function\":" + function
                + ",\"actor\":{\"display\":\"a surgeon\"}}],\"reasonCode\":[" + reason + "]}";
    }

    static String claim(String diagnosis, String product, String modifier, String location) {
        return "{\"resourceType\":\"Claim\",\"status\":\"active\",\"type\":"
                + concept("http://terminology.hl7.org/CodeSystem/claim-type", "professional")
                + ",\"use\":\"claim\",\"patient\":{\"display\":\"somebody\"},\"created\":\"2026-03-02\","
                + "\"provider\":{\"display\":\"a practice\"},\"priority\":"
                + concept("http://terminology.hl7.org/CodeSystem/processpriority", "normal")
                + ",\"diagnosis\":[{\"sequence\":1,\"diagnosisCodeableConcept\":" + diagnosis + "}],"
                + "\"insurance\":[{\"sequence\":1,\"focal\":true,\"coverage\":{\"display\":\"a plan\"}}],"
                + "\"item\":[{\"sequence\":1,\"productOrService\":" + product + ",\"modifier\":[" + modifier + "],"
                + "\"servicedDate\":\"2026-03-01\",\"locationCodeableConcept\":" + location + "}]}";
    }
}
