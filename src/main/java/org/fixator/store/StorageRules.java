package org.fixator.store;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.ClientIdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.IdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.StoreMetaSourceInformationEnum;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;

/** HAPI's settings, where they differ from its defaults. */
final class StorageRules {
    private StorageRules() {}

    static JpaStorageSettings of(StoreSettings settings) {
        JpaStorageSettings rules = new JpaStorageSettings();
        rules.setResourceClientIdStrategy(ClientIdStrategyEnum.ANY);
        rules.setResourceServerIdStrategy(IdStrategyEnum.UUID);

        // HAPI's own terminology.
        rules.setPreExpandValueSets(false);
        rules.setEnableTaskPreExpandValueSets(false);
        rules.setMaximumExpansionSize(settings.maxExpansion());

        // Background work that nobody asked for.
        rules.setEnableTaskBulkImportJobExecution(false);
        rules.setEnableTaskBulkExportJobExecution(false);
        rules.setEnableTaskResourceReindexing(false);
        rules.setMarkResourcesForReindexingUponSearchParameterChange(false);

        // A value set may refer to an organization, a provenance to anyone: neither is stored here.
        rules.setEnforceReferentialIntegrityOnWrite(false);
        rules.setEnforceReferentialIntegrityOnDelete(false);
        rules.setAllowExternalReferences(true);
        rules.setAllowMultipleDelete(true);
        rules.setAllowContainsSearches(true);

        // The request id as meta.source would make each answer differ.
        rules.setStoreMetaSourceInformation(StoreMetaSourceInformationEnum.SOURCE_URI);
        rules.setIndexMissingFields(IndexEnabledEnum.DISABLED);
        rules.setDefaultTotalMode(SearchTotalModeEnum.ACCURATE);
        rules.setReuseCachedSearchResultsForMillis(null);
        rules.setExpungeEnabled(false);
        return rules;
    }
}
