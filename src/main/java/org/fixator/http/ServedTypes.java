package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fixator.coding.FhirVersion;
import org.fixator.store.SupportedTypes;
import org.fixator.wire.Capabilities.Condition;
import org.fixator.wire.Capabilities.Search;
import org.fixator.wire.Capabilities.ServedResource;

/** The resource types of each endpoint with what can be done to them. */
final class ServedTypes {
    private static final List<String> R4_INTERACTIONS = List.of(
            "read", "vread", "update", "patch", "delete", "history-instance", "history-type", "create", "search-type");
    private static final List<String> R5_INTERACTIONS =
            List.of("read", "vread", "update", "delete", "history-instance", "create", "search-type");

    private static final Set<Condition> R5_CONDITIONS = Set.of(Condition.CREATE, Condition.READ);

    private final Supplier<FhirContext> r4;

    /** @param r4 asked at first use: its models take long to read */
    ServedTypes(Supplier<FhirContext> r4) {
        this.r4 = r4;
    }

    /** What can be done at the base of an endpoint. */
    static List<String> atBase(FhirVersion version) {
        if (version == FhirVersion.R4B) {
            return List.of();
        }
        return version.isR5() ? List.of("batch") : List.of("transaction", "batch", "history-system");
    }

    List<ServedResource> of(FhirVersion version) {
        List<ServedResource> types = new ArrayList<>();
        if (version.isR5()) {
            for (String type : R5Search.TYPES) {
                types.add(new ServedResource(type, R5_INTERACTIONS, R5_CONDITIONS, R5Search.parameters(type)));
            }
        } else if (version == FhirVersion.R4B) {
            // operations only
            for (String type : R5Search.TYPES) {
                types.add(new ServedResource(type, List.of(), Set.of(), List.of()));
            }
        } else {
            for (String type : SupportedTypes.ALL) {
                types.add(new ServedResource(type, R4_INTERACTIONS, EnumSet.allOf(Condition.class), searches(type)));
            }
        }
        return types;
    }

    private List<Search> searches(String type) {
        return r4.get().getResourceDefinition(type).getSearchParams().stream()
                .filter(parameter -> SupportedTypes.isSearched(type, parameter.getName()))
                .sorted(Comparator.comparing(RuntimeSearchParam::getName))
                .map(parameter ->
                        new Search(parameter.getName(), parameter.getParamType().getCode()))
                .toList();
    }
}
