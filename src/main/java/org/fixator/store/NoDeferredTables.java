package org.fixator.store;

import ca.uhn.fhir.jpa.entity.TermCodeSystemVersion;
import ca.uhn.fhir.jpa.entity.TermConcept;
import ca.uhn.fhir.jpa.entity.TermConceptParentChildLink;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.term.api.ITermDeferredStorageSvc;
import java.util.List;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;

/** Stands in for HAPI's queue of concepts to be stored later; nothing is ever queued. */
final class NoDeferredTables implements ITermDeferredStorageSvc {
    @Override
    public void saveDeferred() {}

    @Override
    public boolean isStorageQueueEmpty(boolean includeExecutingJobs) {
        return true;
    }

    @Override
    public void setProcessDeferred(boolean processDeferred) {}

    @Override
    public void addConceptToStorageQueue(TermConcept concept) {
        throw NoCodeSystemTables.switchedOff();
    }

    @Override
    public void addConceptLinkToStorageQueue(TermConceptParentChildLink link) {
        throw NoCodeSystemTables.switchedOff();
    }

    @Override
    public void addConceptMapsToStorageQueue(List<ConceptMap> conceptMaps) {
        throw NoCodeSystemTables.switchedOff();
    }

    @Override
    public void addValueSetsToStorageQueue(List<ValueSet> valueSets) {
        throw NoCodeSystemTables.switchedOff();
    }

    @Override
    public void deleteCodeSystemForResource(ResourceTable codeSystem) {}

    @Override
    public void deleteCodeSystemVersion(TermCodeSystemVersion version) {}

    @Override
    public void notifyJobEnded(String id) {}

    @Override
    public void saveAllDeferred() {}

    @Override
    public void logQueueForUnitTest() {}

    @Override
    public boolean isJobsExecuting() {
        return false;
    }

    @Override
    public void disallowDeferredTaskTimeout() {}
}
