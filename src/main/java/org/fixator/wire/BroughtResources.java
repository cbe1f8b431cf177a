package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The resources that a request brings along; in a batch also those inside its validations. */
public final class BroughtResources {

    private static final Set<String> CONTEXT = Set.of("tx-resource", "codeSystem");
    private static final Set<String> SUBJECTS = Set.of("valueSet", "conceptMap", "thisValueSet", "otherValueSet");

    private BroughtResources() {}

    /** Those for its own use: every {@code tx-resource}, in order, and the {@code codeSystem} of a validation. */
    public static List<ObjectNode> of(OperationParameters in) {
        List<ObjectNode> resources = new ArrayList<>();
        if (in.gives("tx-resource")) {
            resources.addAll(in.objects("tx-resource"));
        }
        if (in.gives("codeSystem")) {
            resources.addAll(in.objects("codeSystem"));
        }
        inValidations(in, CONTEXT, resources);
        return resources;
    }

    /** Those that it is about, which a client's cache keeps: value sets and concept maps. */
    public static List<ObjectNode> subjects(OperationParameters in) {
        List<ObjectNode> resources = new ArrayList<>();
        for (String name : SUBJECTS) {
            if (in.gives(name)) {
                resources.addAll(in.objects(name));
            }
        }
        inValidations(in, SUBJECTS, resources);
        return resources;
    }

    private static void inValidations(OperationParameters in, Set<String> names, List<ObjectNode> to) {
        if (!in.gives("validation")) {
            return;
        }
        for (OperationParameters.Enclosed enclosed : in.enclosed("validation")) {
            ObjectNode validation = enclosed.tree();
            if (validation == null) { // what is read without a tree holds no resources
                continue;
            }
            for (Element parameter : Element.of(validation).list("parameter")) {
                String name = parameter.string("name");
                Element resource = parameter.child("resource");
                if (name != null && names.contains(name) && resource != null) {
                    to.add(resource.node());
                }
            }
        }
    }
}
