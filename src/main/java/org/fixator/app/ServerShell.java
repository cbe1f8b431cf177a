package org.fixator.app;

import org.fixator.http.FloorConfiguration;
import org.fixator.http.HttpConfiguration;
import org.fixator.http.HttpSettings;
import org.fixator.http.ServerIdentity;
import org.fixator.store.DatabaseConfiguration;
import org.fixator.store.StoreSettings;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The server without the engine: store, HTTP and what they are set to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FixatorSettings.class, BuildFacts.class})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    ApplicationAvailabilityAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@Import({
    DatabaseConfiguration.class,
    HttpConfiguration.class,
    FloorConfiguration.class,
    HeapSize.class,
    ServerStart.class,
    StoreStart.class
})
class ServerShell {
    ServerShell() {
        QuietRefusals.install();
    }

    @Bean
    StoreSettings storeSettings(FixatorSettings settings, DataDirectory directory) {
        FixatorSettings.Database database = settings.database();
        String url = database.url();
        return url == null
                ? StoreSettings.h2(directory.path(), settings.maxExpansion())
                : StoreSettings.postgres(
                        url, database.user(), database.password(), directory.path(), settings.maxExpansion());
    }

    @Bean
    DataDirectory dataDirectory(FixatorSettings settings) {
        return DataDirectory.open(settings.data());
    }

    @Bean
    LogFile logFile(DataDirectory directory) {
        return new LogFile(directory.path());
    }

    @Bean
    StartThreads startThreads() {
        return StartThreads.daemons();
    }

    @Bean
    ServerIdentity serverIdentity(BuildFacts build) {
        return build.identity();
    }

    @Bean
    HttpSettings httpSettings(FixatorSettings settings, DataDirectory directory) {
        return new HttpSettings(
                directory.path().resolve("admin-token"),
                settings.hotPath(),
                settings.maxBody().toBytes(),
                Math.min(settings.maxBody().toBytes(), settings.maxOpenBody().toBytes()),
                settings.pageSize(),
                settings.maxPageSize());
    }
}
