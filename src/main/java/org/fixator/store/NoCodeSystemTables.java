package org.fixator.store;

import ca.uhn.fhir.jpa.entity.TermCodeSystemVersion;
import ca.uhn.fhir.jpa.entity.TermConcept;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.term.UploadStatistics;
import ca.uhn.fhir.jpa.term.api.ITermCodeSystemStorageSvc;
import ca.uhn.fhir.jpa.term.custom.CustomTerminologySet;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Stands in for the service that copies concepts into HAPI's TRM tables. With it goes HAPI's rule that a url belongs to
 * one CodeSystem resource.
 */
final class NoCodeSystemTables implements ITermCodeSystemStorageSvc {
    @Override
    public void storeNewCodeSystemVersionIfNeeded(
            CodeSystem codeSystem, ResourceTable entity, RequestDetails requestDetails) {}

    @Override
    public void storeNewCodeSystemVersion(
            String systemUri,
            String systemName,
            String systemVersionId,
            TermCodeSystemVersion version,
            ResourceTable entity,
            RequestDetails requestDetails) {
        throw switchedOff();
    }

    @Override
    public IIdType storeNewCodeSystemVersion(
            CodeSystem codeSystem,
            TermCodeSystemVersion version,
            RequestDetails requestDetails,
            List<ValueSet> valueSets,
            List<ConceptMap> conceptMaps) {
        throw switchedOff();
    }

    @Override
    public UploadStatistics applyDeltaCodeSystemsAdd(String system, CustomTerminologySet additions) {
        throw switchedOff();
    }

    @Override
    public UploadStatistics applyDeltaCodeSystemsRemove(String system, CustomTerminologySet removals) {
        throw switchedOff();
    }

    @Override
    public int saveConcept(TermConcept concept) {
        throw switchedOff();
    }

    static UnsupportedOperationException switchedOff() {
        return new UnsupportedOperationException("HAPI's terminology tables are switched off");
    }
}
