package org.fixator.wire;

import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;

/** XML resources to JSON and back: requests and answers in XML take the same way as those in JSON. */
public final class XmlCodec {

    private final FhirModels models;

    public XmlCodec(FhirModels models) {
        this.models = models;
    }

    /** @throws TerminologyException (400) where the text is not an XML resource of the release */
    public byte[] toJson(byte[] xml, FhirVersion version) {
        return models.toJson(models.fromXml(xml, version), version);
    }

    public byte[] toXml(byte[] json, FhirVersion version) {
        return models.toXml(models.fromJson(json, version), version);
    }
}
