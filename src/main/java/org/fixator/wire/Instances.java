package org.fixator.wire;

import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** The resources that operations are called on: {@code ValueSet/[id]/$expand}. A {@code null} means that there is none. */
public interface Instances {

    /** Url and version of a stored code system. */
    @Nullable
    Canonical codeSystem(String id);

    @Nullable
    ValueSetDefinition valueSet(String id);

    @Nullable
    CompiledConceptMap conceptMap(String id);
}
