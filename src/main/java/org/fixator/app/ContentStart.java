package org.fixator.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.FhirLayer;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseException;
import org.fixator.store.CatalogFeed;
import org.fixator.store.ContentLoader;
import org.fixator.store.StoredResources;
import org.fixator.store.release.StoredReleases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Fills the catalog from the database and loads the configured content, before the server says that it is ready. Content
 * that cannot be loaded stops the start with the name of the file and the reason.
 */
final class ContentStart implements ApplicationRunner {

    /** The setting that stands for the packages inside the program. */
    private static final String BUNDLED = "bundled";

    private static final Logger LOG = LoggerFactory.getLogger(ContentStart.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> sources;
    private final CatalogFeed feed;
    private final StoredReleases releases;
    private final StoredResources stored;
    private final ContentLoader loader;
    private final FhirLayer fhir;

    ContentStart(
            List<String> sources,
            CatalogFeed feed,
            StoredReleases releases,
            StoredResources stored,
            ContentLoader loader,
            FhirLayer fhir) {
        this.releases = releases;
        this.sources = List.copyOf(sources);
        this.feed = feed;
        this.stored = stored;
        this.loader = loader;
        this.fhir = fhir;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        releases.fill();
        Catalog.Prepared filled = feed.fill(stored);
        filled.problems()
                .forEach((key, issues) ->
                        LOG.error("Not served: {}: {}", key, issues.get(0).text()));
        for (String source : sources) {
            if (!source.isBlank()) {
                ContentLoader.Loaded loaded = source.equals(BUNDLED)
                        ? loader.load(BUNDLED, ContentStart::bundled)
                        : loader.load(Path.of(source));
                LOG.info(
                        "Content {}: {} new, {} changed, {} unchanged",
                        loaded.source(),
                        loaded.created(),
                        loaded.updated(),
                        loaded.unchanged());
            }
        }
        Thread reading = new Thread(fhir::read, "fhir-definitions");
        reading.setDaemon(true);
        reading.start();
    }

    private static void bundled(Consumer<PackagedResource> sink) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(ContentStart.class.getClassLoader())
                    .getResources("classpath:fhir-resources/*/package/*-*.json");
            List<Resource> sorted = new ArrayList<>(Arrays.asList(files));
            sorted.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : sorted) {
                sink.accept(resource(file));
            }
        } catch (IOException e) {
            throw new ReleaseException(BUNDLED, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static PackagedResource resource(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            byte[] json = in.readAllBytes();
            JsonNode head = JSON.readTree(json);
            return new PackagedResource(
                    String.valueOf(file.getFilename()),
                    head.path("resourceType").asText(),
                    head.path("id").asText(),
                    json);
        }
    }
}
