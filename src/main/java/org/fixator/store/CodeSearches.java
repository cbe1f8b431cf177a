package org.fixator.store;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.CodeIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Answers searches by code from the engine: before HAPI searches, {@code code=…} becomes the ids of the resources that have
 * to do with the code. Parameters of which there are no rows, and which the engine does not answer, are refused: an empty
 * result would be a wrong one.
 */
@Interceptor
public final class CodeSearches {
    /** Longer than an id may be, so no resource has it. */
    private static final String NOBODY = "0".repeat(65);

    private final ObjectProvider<Catalog> catalog;

    CodeSearches(ObjectProvider<Catalog> catalog) {
        this.catalog = catalog;
    }

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void search(ICachedSearchDetails details, SearchParameterMap search) {
        String type = details.getResourceType();
        for (String name : SupportedTypes.NOT_SEARCHED.getOrDefault(type, Set.of())) {
            if (search.containsKey(name)) {
                throw new InvalidRequestException(
                        "A search of " + type + " by '" + name + "' is not supported: concepts are not indexed for it");
            }
        }
        for (String name : SupportedTypes.BY_CODE.getOrDefault(type, Set.of())) {
            List<List<IQueryParameterType>> values = search.remove(name);
            if (values != null) {
                values.forEach(alternatives -> addIds(search, ids(type, name, alternatives)));
            }
        }
    }

    private Set<String> ids(String type, String name, List<IQueryParameterType> alternatives) {
        Set<String> ids = new LinkedHashSet<>();
        for (IQueryParameterType alternative : alternatives) {
            if (!(alternative instanceof TokenParam token)
                    || token.getModifier() != null
                    || token.getMissing() != null
                    || token.isEmpty()) {
                throw new InvalidRequestException("'" + name
                        + "' takes a code, or system|code, without a modifier; several are separated by commas");
            }
            ids.addAll(ids(type, name, token));
        }
        return ids;
    }

    private List<String> ids(String type, String name, TokenParam token) {
        CodeIndex index = new CodeIndex(catalog.getObject());
        String system = system(token);
        String code = token.getValue();
        return switch (type) {
            case "CodeSystem" -> index.codeSystems(system, code);
            case "ValueSet" -> index.valueSets(system, code);
            default -> index.conceptMaps(system, code, name.equals("target-code"));
        };
    }

    private static @Nullable String system(TokenParam token) {
        String system = token.getSystem();
        return system == null || system.isEmpty() ? null : system;
    }

    private static void addIds(SearchParameterMap search, Set<String> ids) {
        TokenOrListParam anyOf = new TokenOrListParam();
        (ids.isEmpty() ? Set.of(NOBODY) : ids).forEach(id -> anyOf.add(new TokenParam(id)));
        search.add("_id", new TokenAndListParam().addAnd(anyOf));
    }
}
