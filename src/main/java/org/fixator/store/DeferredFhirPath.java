package org.fixator.store;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.model.entity.BaseResourceIndexedSearchParam;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamUri;
import ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * HAPI's index extractor with two differences.
 *
 * <p>Its FHIRPath engine, which parses all of FHIR's profiles, is built at the first use or by {@link #warm()} and not
 * at start. And it makes no rows for search parameters whose values are the concepts themselves: a row per concept makes
 * a write of a large code system take minutes, and the engine knows the answer anyway.
 */
final class DeferredFhirPath extends SearchParamExtractorR4 {
    private final Object building = new Object();
    private volatile boolean built;

    /** Called by HAPI at start, when the engine must not be built yet. */
    @Override
    public void initFhirPath() {}

    void warm() {
        if (built) {
            return;
        }
        synchronized (building) {
            if (!built) {
                super.initFhirPath();
                built = true;
            }
        }
    }

    @Override
    public IValueExtractor getPathValueExtractor(IBase resource, String path) {
        warm();
        return super.getPathValueExtractor(resource, path);
    }

    @Override
    public SearchParamSet<BaseResourceIndexedSearchParam> extractSearchParamTokens(
            IBaseResource resource, ISearchParamFilter filter) {
        return super.extractSearchParamTokens(resource, withoutConcepts(resource, filter));
    }

    @Override
    public SearchParamSet<ResourceIndexedSearchParamUri> extractSearchParamUri(
            IBaseResource resource, ISearchParamFilter filter) {
        return super.extractSearchParamUri(resource, withoutConcepts(resource, filter));
    }

    private static ISearchParamFilter withoutConcepts(IBaseResource resource, ISearchParamFilter filter) {
        String type = resource.fhirType();
        return all -> filter.filterSearchParams(all).stream()
                .filter((RuntimeSearchParam parameter) -> SupportedTypes.isIndexed(type, parameter.getName()))
                .toList();
    }
}
