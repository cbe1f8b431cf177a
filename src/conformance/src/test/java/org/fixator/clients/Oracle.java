package org.fixator.clients;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r5.context.IWorkerContext.VersionResolutionRules;
import org.hl7.fhir.r5.context.SimpleWorkerContext;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.Parameters;
import org.hl7.fhir.r5.model.ValueSet;
import org.hl7.fhir.r5.terminologies.expansion.ValueSetExpander;
import org.hl7.fhir.r5.terminologies.expansion.ValueSetExpansionOutcome;
import org.hl7.fhir.r5.terminologies.utilities.TerminologyOperationContext;
import org.hl7.fhir.utilities.validation.ValidationOptions;

/** HL7's own evaluator of value sets, in memory and without a server: what it says is compared with what Fixator says. */
final class Oracle {

    private static final int LARGEST = 10_000;

    private final SimpleWorkerContext context;

    private Oracle(SimpleWorkerContext context) {
        this.context = context;
    }

    /** An evaluator that knows the code systems and value sets of packages, the first of which is asked first. */
    static Oracle of(List<Map<String, byte[]>> packages) throws IOException {
        SimpleWorkerContext context = new SimpleWorkerContext.SimpleWorkerContextBuilder()
                .withAllowLoadingDuplicates(true)
                .fromNothing();
        context.setNoTerminologyServer(true);
        context.setCanRunWithoutTerminology(true);
        JsonParser json = new JsonParser();
        for (Map<String, byte[]> resources : packages) {
            for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
                String name = resource.getKey();
                if (name.startsWith("CodeSystem-") || name.startsWith("ValueSet-")) {
                    CanonicalResource read = (CanonicalResource)
                            VersionConvertorFactory_40_50.convertResource(json.parse(resource.getValue()));
                    if (context.fetchResource(read.getClass(), read.getUrl(), VersionResolutionRules.defaultRule())
                            == null) {
                        context.cacheResource(read);
                    }
                }
            }
        }
        return new Oracle(context);
    }

    /**
     * What a value set holds.
     *
     * @param codes system, a bar and the code; empty where there is a failure
     * @param failure why there is no expansion, or empty
     */
    record Members(Set<String> codes, String failure) {}

    Members expand(String url) {
        ValueSet valueSet = context.fetchResource(ValueSet.class, url, VersionResolutionRules.defaultRule());
        if (valueSet == null) {
            return new Members(Set.of(), "not known");
        }
        ValueSetExpander expander = new ValueSetExpander(
                context, new TerminologyOperationContext(context, new ValidationOptions(), "expansion"));
        expander.setMaxExpansionSize(LARGEST);
        expander.setNoTerminologyServer(true);
        ValueSetExpansionOutcome outcome = expander.expand(valueSet, new Parameters());
        if (!outcome.isOk()) {
            return new Members(Set.of(), String.valueOf(outcome.getError()));
        }
        Set<String> codes = new TreeSet<>();
        collect(outcome.getValueset().getExpansion().getContains(), codes);
        return new Members(codes, "");
    }

    private static void collect(List<ValueSet.ValueSetExpansionContainsComponent> entries, Set<String> codes) {
        for (ValueSet.ValueSetExpansionContainsComponent entry : entries) {
            if (entry.hasCode()) {
                codes.add(entry.getSystem() + "|" + entry.getCode());
            }
            collect(entry.getContains(), codes);
        }
    }
}
