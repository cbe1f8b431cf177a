package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMaps;
import org.fixator.issue.Messages;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.jspecify.annotations.Nullable;

/** Where codecs find the resources that a request names or brings. */
public record RequestResources(ValueSets valueSets, ConceptMaps conceptMaps, Instances instances) {

    /**
     * The value set of a request: the instance it is called on, the one it brings, the one it names by url; {@code null}
     * where it does none of these.
     *
     * @throws TerminologyException (404) where the one named does not exist
     */
    @Nullable
    ValueSetDefinition valueSet(OperationParameters in, @Nullable String id, List<Canonical> defaultVersions) {
        return valueSet(in, ResourceNames.VALUE_SET, id, defaultVersions);
    }

    /** The same, where the parameters have other names. */
    @Nullable
    ValueSetDefinition valueSet(
            OperationParameters in, ResourceNames names, @Nullable String id, List<Canonical> defaultVersions) {
        if (id != null) {
            ValueSetDefinition instance = instances.valueSet(id);
            if (instance == null) {
                throw new TerminologyException(WireMessages.instanceNotFound("ValueSet", id));
            }
            return instance;
        }
        ObjectNode inline = in.object(names.resource());
        if (inline != null) {
            return ValueSetReader.read(inline);
        }
        Canonical named = named(in, names, defaultVersions);
        if (named == null) {
            return null;
        }
        ValueSetDefinition found = valueSets.find(named.url(), named.version());
        if (found == null) {
            throw new TerminologyException(Messages.valueSetNotFound(named.toString()));
        }
        return found;
    }

    /** As {@link #valueSet}, of the concept map. */
    @Nullable
    CompiledConceptMap conceptMap(OperationParameters in, @Nullable String id) {
        if (id != null) {
            CompiledConceptMap instance = instances.conceptMap(id);
            if (instance == null) {
                throw new TerminologyException(WireMessages.instanceNotFound("ConceptMap", id));
            }
            return instance;
        }
        ObjectNode inline = in.object(ResourceNames.CONCEPT_MAP.resource());
        if (inline != null) {
            return CompiledConceptMap.of(ConceptMapReader.read(inline));
        }
        Canonical named = named(in, ResourceNames.CONCEPT_MAP, List.of());
        if (named == null) {
            return null;
        }
        CompiledConceptMap found = conceptMaps.find(named.url(), named.version());
        if (found == null) {
            throw new TerminologyException(WireMessages.conceptMapNotFound(named.toString()));
        }
        return found;
    }

    /** The code system instance that an operation is called on; {@code null} at type level. */
    @Nullable
    Canonical codeSystem(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Canonical instance = instances.codeSystem(id);
        if (instance == null) {
            throw new TerminologyException(WireMessages.instanceNotFound("CodeSystem", id));
        }
        return instance;
    }

    private static @Nullable Canonical named(
            OperationParameters in, ResourceNames names, List<Canonical> defaultVersions) {
        Canonical url = SystemReader.read(in, names.url(), names.version());
        return url == null || url.version() != null
                ? url
                : new Canonical(url.url(), VersionRules.of(defaultVersions, url.url()));
    }
}
