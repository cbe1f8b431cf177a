package org.fixator.wire;

/** The parameters by which a request names or brings one resource: its url, the resource itself, its version. */
record ResourceNames(String url, String resource, String version) {
    static final ResourceNames VALUE_SET = new ResourceNames("url", "valueSet", "valueSetVersion");
    static final ResourceNames CONCEPT_MAP = new ResourceNames("url", "conceptMap", "conceptMapVersion");
}
