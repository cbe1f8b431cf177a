package org.fixator.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of HAPI's own operations only {@code $validate} is served. Its terminology operations would answer from its tables,
 * others read files, start jobs or rewrite history. Its transaction gives way to {@link BundleRequests}.
 */
@Interceptor
public final class KeptOperations {
    private static final Set<String> OF_HAPI = Set.of("$validate");

    @Hook(Pointcut.SERVER_PROVIDER_METHOD_BOUND)
    public @Nullable BaseMethodBinding bind(BaseMethodBinding binding) {
        if (binding.getMethod().getDeclaringClass().getName().startsWith("org.fixator.")) {
            return binding;
        }
        if (binding.getMethod().isAnnotationPresent(Transaction.class)) {
            return null;
        }
        boolean dropped = binding instanceof OperationMethodBinding operation && !OF_HAPI.contains(operation.getName());
        return dropped ? null : binding;
    }
}
