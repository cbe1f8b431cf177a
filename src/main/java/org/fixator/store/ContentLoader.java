package org.fixator.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.ResourceKey;
import org.fixator.release.FhirPackageReader;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseException;

/**
 * Stores the content that the server is started with: every resource of the packages, folders and files named, all of a
 * source or nothing. Loading the same content again changes nothing; a changed file becomes a new version of its
 * resource.
 */
public final class ContentLoader {

    private static final Set<String> STORED = Set.of(
            "CodeSystem", "ValueSet", "ConceptMap", "NamingSystem", "StructureDefinition", "Questionnaire", "Library");

    private final ResourceWriter writer;
    private final FhirPackageReader reader;
    private final Catalog catalog;

    public ContentLoader(ResourceWriter writer, FhirPackageReader reader, Catalog catalog) {
        this.writer = writer;
        this.reader = reader;
        this.catalog = catalog;
    }

    /** What became of one source. */
    public record Loaded(String source, int created, int updated, int unchanged) {}

    /**
     * Loads a folder, package or file.
     *
     * @throws ReleaseException where something in it cannot be read or stored; nothing of it is stored then
     */
    public Loaded load(Path source) {
        return load(source.toString(), sink -> reader.read(source, sink));
    }

    /**
     * Loads resources that somebody else reads.
     *
     * @param source how messages name them
     */
    public Loaded load(String source, Consumer<Consumer<PackagedResource>> resources) {
        List<ResourceWriter.Put> puts = new ArrayList<>();
        read(resources, (origin, put) -> puts.add(checked(origin, put)));
        List<ResourceWriter.Written> written = store(source, puts);
        return new Loaded(
                source,
                count(written, ResourceWriter.Outcome.CREATED),
                count(written, ResourceWriter.Outcome.UPDATED),
                count(written, ResourceWriter.Outcome.UNCHANGED));
    }

    /**
     * Reads what {@link #load(Path)} would store, and stores nothing.
     *
     * @throws ReleaseException where a resource has no id, or that of another
     */
    public List<ResourceWriter.Put> read(Path source) {
        return read(sink -> reader.read(source, sink));
    }

    /** As {@link #read(Path)}, of resources that somebody else reads. */
    public List<ResourceWriter.Put> read(Consumer<Consumer<PackagedResource>> resources) {
        List<ResourceWriter.Put> puts = new ArrayList<>();
        read(resources, (origin, put) -> puts.add(put));
        return puts;
    }

    private void read(Consumer<Consumer<PackagedResource>> resources, BiConsumer<String, ResourceWriter.Put> puts) {
        Map<String, String> origins = new HashMap<>();
        resources.accept(resource -> {
            if (STORED.contains(resource.type())) {
                ResourceWriter.Put put = put(resource, origins);
                catalog.configured(new ResourceKey(put.type(), put.id()));
                puts.accept(resource.origin(), put);
            }
        });
    }

    private static int count(List<ResourceWriter.Written> written, ResourceWriter.Outcome outcome) {
        return (int) written.stream().filter(one -> one.outcome() == outcome).count();
    }

    private List<ResourceWriter.Written> store(String source, List<ResourceWriter.Put> puts) {
        try {
            return writer.putAll(puts);
        } catch (CommitRefused e) {
            throw new ReleaseException(source, String.valueOf(e.getMessage()), e);
        }
    }

    private static ResourceWriter.Put put(PackagedResource resource, Map<String, String> origins) {
        String id = resource.id();
        if (id == null) {
            throw new ReleaseException(resource.origin(), "the " + resource.type() + " has no id");
        }
        String earlier = origins.put(resource.type() + "/" + id, resource.origin());
        if (earlier != null) {
            throw new ReleaseException(
                    resource.origin(), "its id " + resource.type() + "/" + id + " is also that of " + earlier);
        }
        return new ResourceWriter.Put(resource.type(), id, resource.json());
    }

    private ResourceWriter.Put checked(String origin, ResourceWriter.Put put) {
        try {
            writer.check(put);
        } catch (RuntimeException e) {
            throw new ReleaseException(origin, String.valueOf(e.getMessage()), e);
        }
        return put;
    }
}
