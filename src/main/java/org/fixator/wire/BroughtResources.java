package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The resources that a request brings for its own use, besides the one that it is about. */
public final class BroughtResources {

    private BroughtResources() {}

    /**
     * Every {@code tx-resource}, in order, and the {@code codeSystem} of a validation; in a batch also those inside its
     * validations.
     */
    public static List<ObjectNode> of(OperationParameters in) {
        List<ObjectNode> resources = new ArrayList<>(in.objects("tx-resource"));
        ParameterTable table = in.table();
        if (table.find("codeSystem") != null) {
            resources.addAll(in.objects("codeSystem"));
        }
        if (table.find("validation") != null) {
            for (ObjectNode validation : in.objects("validation")) {
                Element.of(validation).list("parameter").stream()
                        .filter(parameter -> "tx-resource".equals(parameter.string("name")))
                        .map(parameter -> parameter.child("resource"))
                        .forEach(resource -> {
                            if (resource != null) {
                                resources.add(resource.node());
                            }
                        });
            }
        }
        return resources;
    }
}
