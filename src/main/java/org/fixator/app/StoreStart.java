package org.fixator.app;

import jakarta.servlet.ServletException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fixator.catalog.FhirLayer;
import org.fixator.http.FhirEndpoints;
import org.fixator.http.HapiServletConfiguration;
import org.fixator.http.ServerParts;
import org.fixator.store.HapiStore;
import org.fixator.store.StoreConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * Brings up what takes long while terminology is being served already: HAPI in a context of its own, below that of the
 * server, and what FHIR itself defines.
 */
public final class StoreStart implements DisposableBean {
    private final ApplicationContext server;
    private final StartThreads threads;
    private final FhirEndpoints endpoints;
    private final ServerParts parts;
    private final ServerStart announcement;
    private final ObjectProvider<ConfiguredContent> content;
    private final ObjectProvider<FhirLayer> fhir;
    private final CompletableFuture<HapiStore> store = new CompletableFuture<>();
    private final CompletableFuture<Void> whole = new CompletableFuture<>();

    private volatile @Nullable AnnotationConfigApplicationContext hapi;

    StoreStart(
            ApplicationContext server,
            StartThreads threads,
            FhirEndpoints endpoints,
            ServerParts parts,
            ServerStart announcement,
            ObjectProvider<ConfiguredContent> content,
            ObjectProvider<FhirLayer> fhir) {
        this.server = server;
        this.threads = threads;
        this.endpoints = endpoints;
        this.parts = parts;
        this.announcement = announcement;
        this.content = content;
        this.fhir = fhir;
    }

    /** Terminology is served from now on; returns at once. */
    @EventListener
    public void served(ApplicationReadyEvent event) {
        CompletableFuture<Void> definitions = CompletableFuture.runAsync(this::readDefinitions, threads);
        store.completeAsync(this::build, threads);
        store.thenCombineAsync(definitions, (up, none) -> up, threads)
                .thenAccept(up -> {
                    announcement.ready();
                    whole.complete(null);
                    up.warmUp();
                    announcement.settled();
                })
                .exceptionally(e -> {
                    whole.completeExceptionally(e);
                    return null;
                });
    }

    private void readDefinitions() {
        fhir.ifAvailable(FhirLayer::read);
        parts.definitionsAreRead();
    }

    private HapiStore build() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        hapi = context;
        context.setId("store");
        context.setParent(server);
        // HAPI's beans refer to each other, and those of its terminology are replaced by name.
        context.setAllowCircularReferences(true);
        context.setAllowBeanDefinitionOverriding(true);
        context.register(StoreConfiguration.class, HapiServletConfiguration.class);
        context.refresh();
        content.ifAvailable(ConfiguredContent::store);
        try {
            endpoints.open(context.getBean(FhirEndpoints.Servlets.class));
        } catch (ServletException e) {
            throw new IllegalStateException("HAPI's servlet cannot be initialised", e);
        }
        parts.storeIsUp();
        return context.getBean(HapiStore.class);
    }

    /**
     * Waits until every part is up.
     *
     * @throws CompletionException with the reason where one cannot be started
     */
    public void await() {
        whole.join();
    }

    @Override
    public void destroy() {
        AnnotationConfigApplicationContext context = hapi;
        if (context != null) {
            context.close();
        }
    }
}
