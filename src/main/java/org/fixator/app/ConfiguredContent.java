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
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseException;
import org.fixator.store.CommitRefused;
import org.fixator.store.ContentLoader;
import org.fixator.store.ResourceWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packages and folders that the settings name, which are stored at every start. */
final class ConfiguredContent {

    /** The setting that stands for the packages inside the program. */
    private static final String BUNDLED = "bundled";

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredContent.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> sources;
    private final ContentLoader loader;

    ConfiguredContent(List<String> sources, ContentLoader loader) {
        this.sources = sources.stream().filter(source -> !source.isBlank()).toList();
        this.loader = loader;
    }

    /** What {@link #store} will store; where sources have the same resource, the later one. */
    List<ResourceWriter.Put> read() {
        List<ResourceWriter.Put> puts = new ArrayList<>();
        for (String source : sources) {
            puts.addAll(
                    source.equals(BUNDLED) ? loader.read(ConfiguredContent::bundled) : loader.read(Path.of(source)));
        }
        return puts;
    }

    /** As a start fails that cannot store its content. */
    ReleaseException refused(CommitRefused refusal) {
        return new ReleaseException(String.join(", ", sources), String.valueOf(refusal.getMessage()), refusal);
    }

    void store() {
        for (String source : sources) {
            ContentLoader.Loaded loaded = source.equals(BUNDLED)
                    ? loader.load(BUNDLED, ConfiguredContent::bundled)
                    : loader.load(Path.of(source));
            LOG.info(
                    "Content {}: {} new, {} changed, {} unchanged, {} left out",
                    loaded.source(),
                    loaded.created(),
                    loaded.updated(),
                    loaded.unchanged(),
                    loaded.leftOut());
        }
    }

    private static void bundled(Consumer<PackagedResource> sink) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(ConfiguredContent.class.getClassLoader())
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
