package org.fixator.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * The caches that clients start by {@code $cache-control}: resources sent once and referred to by url afterwards. The
 * server gives out the ids, so it knows an id that is none.
 *
 * @see <a href="https://hl7.org/fhir/tools/en/terminology-caching.html">Terminology caching</a>
 */
final class CacheSessions {

    private final CacheLimits limits;
    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    CacheSessions(CacheLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param sealed whether the cache stays as it is started
     * @return the id of the new cache
     */
    String start(FhirVersion endpoint, boolean sealed, List<Brought> brought) {
        makeRoom();
        Session session = new Session(endpoint, sealed, clock.instant());
        session.add(brought, limits);
        String id = UUID.randomUUID().toString();
        sessions.put(id, session);
        return id;
    }

    /**
     * Uses a cache, so that it is kept.
     *
     * @throws TerminologyException (404) where there is none
     */
    void touch(String id, FhirVersion endpoint) {
        find(id, endpoint);
    }

    /** Ends a cache; that there is none is what the client wants. */
    void end(String id) {
        sessions.remove(id);
    }

    /**
     * The snapshot with the resources of a cache, and with those of the request, which the cache keeps unless it is sealed.
     *
     * @throws TerminologyException (404) where there is no such cache; (4xx) where it would hold too much
     */
    Snapshot view(String id, FhirVersion endpoint, Snapshot base, List<Brought> brought) {
        Session session = find(id, endpoint);
        Snapshot view = session.view(base, brought, limits);
        if (!brought.isEmpty() && heldBytes() > limits.allBytes()) {
            makeRoom();
        }
        return view;
    }

    private Session find(String id, FhirVersion endpoint) {
        Session session = sessions.get(id);
        Instant now = clock.instant();
        if (session == null || session.endpoint != endpoint || session.isIdle(now, limits)) {
            throw new TerminologyException(CatalogMessages.cacheIdUnknown(id));
        }
        session.lastUsed = now;
        return session;
    }

    private void makeRoom() {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.isIdle(now, limits));
        while (sessions.size() >= limits.caches() || (!sessions.isEmpty() && heldBytes() > limits.allBytes())) {
            sessions.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().lastUsed))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey()));
        }
    }

    private long heldBytes() {
        return sessions.values().stream().mapToLong(session -> session.bytes).sum();
    }

    /** One cache. */
    private static final class Session {

        private final FhirVersion endpoint;
        private final boolean sealed;
        /**
         * By name. What comes later replaces what has its name; what comes together stays together, even where a client
         * sends two resources of one canonical at once.
         */
        private final Map<String, List<Brought>> resources = new LinkedHashMap<>();

        private volatile long bytes;
        private @Nullable Snapshot base;
        private @Nullable Snapshot view;
        private volatile Instant lastUsed;

        Session(FhirVersion endpoint, boolean sealed, Instant now) {
            this.endpoint = endpoint;
            this.sealed = sealed;
            this.lastUsed = now;
        }

        boolean isIdle(Instant now, CacheLimits limits) {
            return lastUsed.plus(limits.idle()).isBefore(now);
        }

        synchronized Snapshot view(Snapshot current, List<Brought> brought, CacheLimits limits) {
            List<Brought> others = brought.stream()
                    .filter(one -> one.name() == null
                            || resources.getOrDefault(one.name(), List.of()).stream()
                                    .noneMatch(known -> known.hash().equals(one.hash())))
                    .toList();
            Snapshot own = own(current);
            if (others.isEmpty()) {
                return own;
            }
            if (sealed) {
                return own.with(others);
            }
            add(others, limits);
            view = own.overlay(others);
            return view;
        }

        private Snapshot own(Snapshot current) {
            Snapshot known = view;
            if (known == null || !current.equals(base)) {
                known = current.overlay(
                        resources.values().stream().flatMap(List::stream).toList());
                base = current;
                view = known;
            }
            return known;
        }

        synchronized void add(List<Brought> brought, CacheLimits limits) {
            Map<String, List<Brought>> together = new LinkedHashMap<>();
            for (Brought one : brought) {
                String name = one.name();
                if (name != null) {
                    together.computeIfAbsent(name, key -> new ArrayList<>()).add(one);
                }
            }
            long grown = bytes;
            int names = resources.size();
            for (Map.Entry<String, List<Brought>> entry : together.entrySet()) {
                List<Brought> replaced = resources.get(entry.getKey());
                grown += bytes(entry.getValue()) - (replaced == null ? 0 : bytes(replaced));
                names += replaced == null ? 1 : 0;
            }
            // Checked before anything is kept: a refused request must leave nothing behind.
            if (names > limits.resources()) {
                throw new TerminologyException(CatalogMessages.cacheFull("resources", limits.resources()));
            }
            if (grown > limits.bytes()) {
                throw new TerminologyException(CatalogMessages.cacheFull("bytes", limits.bytes()));
            }
            together.forEach((name, ones) -> resources.put(name, List.copyOf(ones)));
            bytes = grown;
        }

        private static long bytes(List<Brought> ones) {
            return ones.stream().mapToLong(Brought::bytes).sum();
        }
    }
}
