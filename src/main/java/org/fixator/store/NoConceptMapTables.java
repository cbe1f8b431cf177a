package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.TranslateConceptResults;
import ca.uhn.fhir.jpa.api.model.TranslationRequest;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.term.api.ITermConceptMappingSvc;
import org.hl7.fhir.r4.model.ConceptMap;

/** Stands in for the service that copies mappings into HAPI's tables and translates from there. */
final class NoConceptMapTables implements ITermConceptMappingSvc {
    private final FhirContext fhirContext;

    NoConceptMapTables(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    @Override
    public FhirContext getFhirContext() {
        return fhirContext;
    }

    @Override
    public void deleteConceptMapAndChildren(ResourceTable conceptMap) {}

    @Override
    public void storeTermConceptMapAndChildren(ResourceTable entity, ConceptMap conceptMap) {}

    @Override
    public TranslateConceptResults translate(TranslationRequest request) {
        return new TranslateConceptResults();
    }

    @Override
    public TranslateConceptResults translateWithReverse(TranslationRequest request) {
        return new TranslateConceptResults();
    }
}
