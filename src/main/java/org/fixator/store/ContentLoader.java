package org.fixator.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.coding.Canonical;
import org.fixator.release.FhirPackageReader;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseException;
import org.fixator.release.fhir.PackageSelection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the content that the server is started with: every resource of the packages, folders and files named, all of a
 * source or nothing. Loading the same content again changes nothing; a changed file becomes a new version of its
 * resource.
 */
public final class ContentLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ContentLoader.class);

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

    /**
     * What became of one source.
     *
     * @param leftOut resources that stand behind others, see {@link Precedence}; the log names each
     */
    public record Loaded(String source, int created, int updated, int unchanged, int leftOut) {}

    /**
     * Loads a folder, package or file.
     *
     * @throws ReleaseException where something in it cannot be read or stored; nothing of it is stored then
     */
    public Loaded load(Path source) {
        PackageSelection selection = PackageSelection.of(source);
        Loaded loaded = load(source.toString(), selection, sink -> reader.read(source, sink));
        selection.notes().forEach(note -> LOG.info("Content {}: {}", source, note));
        return loaded;
    }

    /**
     * Loads resources that somebody else reads.
     *
     * @param source how messages name them
     */
    public Loaded load(String source, Consumer<Consumer<PackagedResource>> resources) {
        return load(source, PackageSelection.everything(), resources);
    }

    private Loaded load(String source, PackageSelection selection, Consumer<Consumer<PackagedResource>> resources) {
        List<ResourceWriter.Put> puts = new ArrayList<>();
        Map<String, String> origins = read(selection, resources, puts::add);
        Precedence precedence = Precedence.among(puts, catalog);
        precedence.leftOut().forEach(issue -> LOG.info("Left out: {}", issue.text()));
        List<ResourceWriter.Written> written = store(source, precedence.kept(), origins);
        return new Loaded(
                source,
                count(written, ResourceWriter.Outcome.CREATED),
                count(written, ResourceWriter.Outcome.UPDATED),
                count(written, ResourceWriter.Outcome.UNCHANGED),
                puts.size() - precedence.kept().size());
    }

    /**
     * Reads what {@link #load(Path)} stores, as far as nothing stands before it, and stores nothing.
     *
     * @throws ReleaseException where a resource has no id, or that of another
     */
    public List<ResourceWriter.Put> read(Path source) {
        return read(PackageSelection.of(source), sink -> reader.read(source, sink));
    }

    /** As {@link #read(Path)}, of resources that somebody else reads. */
    public List<ResourceWriter.Put> read(Consumer<Consumer<PackagedResource>> resources) {
        return read(PackageSelection.everything(), resources);
    }

    private List<ResourceWriter.Put> read(PackageSelection selection, Consumer<Consumer<PackagedResource>> resources) {
        List<ResourceWriter.Put> puts = new ArrayList<>();
        read(selection, resources, puts::add);
        return puts;
    }

    /** The places that they came from, by type and id. */
    private Map<String, String> read(
            PackageSelection selection,
            Consumer<Consumer<PackagedResource>> resources,
            Consumer<ResourceWriter.Put> puts) {
        Map<String, String> origins = new HashMap<>();
        resources.accept(resource -> {
            if (STORED.contains(resource.type()) && selection.takes(resource)) {
                ResourceWriter.Put put = put(resource, selection, origins);
                catalog.configured(new ResourceKey(put.type(), put.id()));
                puts.accept(put);
            }
        });
        return origins;
    }

    private static int count(List<ResourceWriter.Written> written, ResourceWriter.Outcome outcome) {
        return (int) written.stream().filter(one -> one.outcome() == outcome).count();
    }

    private List<ResourceWriter.Written> store(
            String source, List<ResourceWriter.Put> puts, Map<String, String> origins) {
        try {
            return writer.putAll(puts);
        } catch (CommitRefused e) {
            throw new ReleaseException(source, String.valueOf(e.getMessage()), e);
        } catch (UnreadableResource e) {
            String origin = origins.getOrDefault(e.type() + "/" + e.id(), source);
            throw new ReleaseException(origin, String.valueOf(e.getMessage()), e);
        }
    }

    private ResourceWriter.Put put(PackagedResource resource, PackageSelection selection, Map<String, String> origins) {
        String id = selection.idBeside(holder(resource), resource);
        if (id == null) {
            throw new ReleaseException(resource.origin(), "the " + resource.type() + " has no id");
        }
        String earlier = origins.put(resource.type() + "/" + id, resource.origin());
        if (earlier != null) {
            throw new ReleaseException(
                    resource.origin(), "its id " + resource.type() + "/" + id + " is also that of " + earlier);
        }
        return new ResourceWriter.Put(resource.type(), id, resource.json(), selection.isPackage());
    }

    /** The url of what is stored under the resource's id now. */
    private @Nullable String holder(PackagedResource resource) {
        Content held = catalog.current().resource(new ResourceKey(resource.type(), String.valueOf(resource.id())));
        Canonical canonical = held == null ? null : held.canonical();
        return canonical == null ? null : canonical.url();
    }
}
