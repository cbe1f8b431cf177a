package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.fixator.store.StoredChange.Action;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects a transaction's changes, asks the guards before the commit and tells the listeners after it; then HAPI's
 * validator forgets what it has cached.
 *
 * <p>HAPI calls the hooks within the transaction: for a single write at once, for a transaction bundle at its end.
 */
@Interceptor
public final class CommitHooks {
    private final FhirContext fhirContext;
    private final EntityManager entityManager;
    private final IValidationSupport validation;
    private final R5Originals originals;
    private final ChangeLog log;
    private final List<CommitGuard> guards;
    private final List<CommitListener> listeners;

    /** Held from the guards' check until the listeners are done, so that commits become visible in their order. */
    private final ReentrantLock committing = new ReentrantLock(true);

    CommitHooks(
            FhirContext fhirContext,
            EntityManager entityManager,
            IValidationSupport validation,
            R5Originals originals,
            ChangeLog log,
            List<CommitGuard> guards,
            List<CommitListener> listeners) {
        this.validation = validation;
        this.originals = originals;
        this.log = log;
        this.fhirContext = fhirContext;
        this.entityManager = entityManager;
        this.guards = List.copyOf(guards);
        this.listeners = List.copyOf(listeners);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        collect(Action.CREATED, resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource oldResource, IBaseResource newResource, @Nullable RequestDetails request) {
        refuseOverAny(newResource, request);
        refuseOverR5(oldResource, newResource, request);
        collect(Action.UPDATED, newResource);
    }

    /** RFC 9110: {@code If-None-Match: *} asks for a change only where there is nothing yet. */
    private static void refuseOverAny(IBaseResource after, @Nullable RequestDetails request) {
        if (request != null
                && !(request instanceof SystemRequestDetails)
                && "*".equals(String.valueOf(request.getHeader("If-None-Match")).strip())) {
            throw new PreconditionFailedException(
                    after.fhirType() + "/" + after.getIdElement().getIdPart() + " is there already");
        }
    }

    /** What was sent as R5 would lose by R4. The server's own content is what its files say, whatever was there. */
    private void refuseOverR5(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        boolean byClient = request != null && !(request instanceof SystemRequestDetails);
        String version = before.getIdElement().getVersionIdPart();
        if (!byClient || version == null || !SupportedTypes.TERMINOLOGY.contains(after.fhirType())) {
            return;
        }
        String id = after.getIdElement().getIdPart();
        if (originals.isKept(after.fhirType(), id, version)) {
            throw answer(new CommitRefused(
                    409,
                    "conflict",
                    after.fhirType() + "/" + id
                            + " is stored as FHIR R5, of which an update by R4 would lose a part: update it at"
                            + " the R5 endpoint, or delete it first"));
        }
    }

    /** The later hook comes too late for the guards when several are deleted by a search. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        collect(Action.DELETED, resource);
    }

    private void collect(Action action, IBaseResource resource) {
        if (SupportedTypes.TERMINOLOGY.contains(resource.fhirType())) {
            collector().pending.add(pending(action, resource));
        } else if (resource.fhirType().equals("StructureDefinition")) {
            collector()
                    .profiles
                    .add(new ChangeLog.Changed(
                            resource.fhirType(), resource.getIdElement().getIdPart()));
        }
    }

    /** That of the transaction that runs; not looked for among its synchronizations, which Spring sorts to list them. */
    private Collector collector() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Collector collector) {
            return collector;
        }
        Collector collector = new Collector();
        TransactionSynchronizationManager.registerSynchronization(collector);
        collector.resume();
        return collector;
    }

    /** A change, and the R5 bytes that are to be kept beside it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pending(Supplier<StoredChange> told, byte @Nullable [] original) {}

    private final class Collector implements TransactionSynchronization {
        final List<Pending> pending = new ArrayList<>();
        final List<ChangeLog.Changed> profiles = new ArrayList<>();
        private List<StoredChange> changes = List.of();

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CommitHooks.this, this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CommitHooks.this);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (pending.isEmpty()) {
                log.add(profiles);
                return;
            }
            pending.forEach(CommitHooks.this::keepOriginal);
            changes = pending.stream().map(one -> one.told().get()).toList();
            // Row locks first, ours second: a thread that waits for ours must not hold up the one that has it.
            entityManager.flush();
            committing.lock();
            try {
                guards.forEach(guard -> guard.check(changes));
            } catch (CommitRefused refused) {
                throw answer(refused);
            }
            List<ChangeLog.Changed> changed = new ArrayList<>(profiles);
            changes.forEach(change -> changed.add(new ChangeLog.Changed(change.type(), change.id())));
            log.add(changed);
        }

        @Override
        public void afterCommit() {
            try {
                if (!changes.isEmpty()) {
                    listeners.forEach(listener -> listener.committed(changes));
                }
            } finally {
                if (!profiles.isEmpty() || !changes.isEmpty()) {
                    validation.invalidateCaches();
                }
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CommitHooks.this);
            if (committing.isHeldByCurrentThread()) {
                committing.unlock();
            }
        }
    }

    /**
     * At once as JSON: the models of thousands of resources would fill the memory until the commit. A deletion is told with
     * the version that it makes, which its resource has only later.
     */
    private Pending pending(Action action, IBaseResource resource) {
        if (action == Action.DELETED) {
            return new Pending(() -> change(action, resource, null), null);
        }
        byte[] original = (byte[]) resource.getUserData(R5Originals.TABLE);
        StoredChange change = change(action, resource, json(resource, original));
        return new Pending(() -> change, original);
    }

    private static StoredChange change(Action action, IBaseResource resource, byte @Nullable [] json) {
        IIdType id = resource.getIdElement();
        return new StoredChange(action, resource.fhirType(), id.getIdPart(), id.getVersionIdPart(), json);
    }

    private byte[] json(IBaseResource resource, byte @Nullable [] original) {
        IIdType id = resource.getIdElement();
        return original == null
                ? fhirContext.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8)
                : R5Originals.served(original, id.getIdPart(), id.getVersionIdPart(), null);
    }

    private void keepOriginal(Pending pending) {
        if (pending.original() != null) {
            StoredChange change = pending.told().get();
            originals.put(change.type(), change.id(), change.version(), pending.original());
        }
    }

    private static UnclassifiedServerFailureException answer(CommitRefused refused) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.fromCode(refused.issueType()))
                .setDiagnostics(refused.getMessage());
        UnclassifiedServerFailureException answer =
                new UnclassifiedServerFailureException(refused.status(), refused.getMessage());
        answer.setOperationOutcome(outcome);
        return answer;
    }
}
