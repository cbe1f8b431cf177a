package org.fixator.app;

import java.time.Clock;
import java.util.List;
import org.fixator.catalog.Catalog;
import org.fixator.http.ReleaseHttpConfiguration;
import org.fixator.jobs.JobSettings;
import org.fixator.jobs.Jobs;
import org.fixator.jobs.LineReader;
import org.fixator.jobs.MemoryReleases;
import org.fixator.jobs.PlainFiles;
import org.fixator.jobs.ReleaseOperations;
import org.fixator.release.fhir.FhirReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Releases that are kept in memory, of a kind of their own and of packages, up to 3 MB. */
@Configuration(proxyBeanMethods = false)
@Import(ReleaseHttpConfiguration.class)
public class FakeReleases {

    @Bean
    public LineReader lineReader() {
        return new LineReader("lines");
    }

    @Bean
    MemoryReleases releases(Catalog catalog) {
        return new MemoryReleases(catalog);
    }

    @Bean
    Jobs jobs(DataDirectory directory, LineReader reader, MemoryReleases releases, Catalog catalog) {
        return new Jobs(
                new JobSettings(directory.path(), 3_000_000),
                List.of(reader, new FhirReleaseReader()),
                new PlainFiles(),
                catalog::current,
                releases,
                Clock.systemUTC());
    }

    @Bean
    ReleaseOperations releaseOperations(MemoryReleases releases, Jobs jobs) {
        return new ReleaseOperations(releases, jobs);
    }
}
