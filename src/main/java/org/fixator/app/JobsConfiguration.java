package org.fixator.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Releases;
import org.fixator.http.ReleaseHttpConfiguration;
import org.fixator.jobs.JobSettings;
import org.fixator.jobs.Jobs;
import org.fixator.jobs.ReleaseOperations;
import org.fixator.jobs.WatchedFolder;
import org.fixator.release.kinds.ReleaseReaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Imports of releases, and the folder that is watched for them. */
@Configuration(proxyBeanMethods = false)
@Import(ReleaseHttpConfiguration.class)
class JobsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JobsConfiguration.class);
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    @Bean
    Jobs jobs(DataDirectory directory, FixatorSettings settings, Catalog catalog, Releases releases) {
        return new Jobs(
                new JobSettings(directory.path(), settings.maxUpload().toBytes()),
                ReleaseReaders.all().readers(),
                new OpenedReleaseFiles(),
                catalog::current,
                releases,
                Clock.systemUTC());
    }

    @Bean
    ReleaseOperations releaseOperations(Releases releases, Jobs jobs) {
        return new ReleaseOperations(releases, jobs);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService watching() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins when the server is ready, so that a release that waits there is compared with what is served. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> watch(
            FixatorSettings settings,
            Jobs jobs,
            ReleaseOperations operations,
            ScheduledExecutorService watching,
            StoreStart store) {
        return event -> {
            if (settings.watch().equals(FixatorSettings.NONE)) {
                return;
            }
            try {
                WatchedFolder folder = new WatchedFolder(Path.of(settings.watch()), jobs, operations);
                ScheduledFuture<?> unused = watching.scheduleWithFixedDelay(
                        () -> look(folder, store), 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
            } catch (IOException e) {
                throw new IllegalStateException("The folder " + settings.watch() + " cannot be watched", e);
            }
        };
    }

    /** A schedule ends with the first exception; one bad file must not end the watch. */
    private static void look(WatchedFolder folder, StoreStart store) {
        try {
            store.await();
            folder.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The watched folder could not be looked through", e);
        }
    }
}
