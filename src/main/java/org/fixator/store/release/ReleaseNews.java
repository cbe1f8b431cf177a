package org.fixator.store.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.Snapshot;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the releases in the database differ from those that are served.
 *
 * @param contents what is to be served instead; {@code null} for what no active release holds any more
 * @param problems what is wrong with parts that cannot be read
 * @param read the artifact of each part that was read
 * @param unreadable the releases with such parts, with the reason
 * @param releases the ids of all releases
 * @param owners the release of each resource that stands for an artifact
 */
record ReleaseNews(
        Map<ResourceKey, @Nullable Content> contents,
        Map<ResourceKey, List<Issue>> problems,
        Map<ResourceKey, String> read,
        Map<String, String> unreadable,
        Set<String> releases,
        Map<ResourceKey, String> owners) {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseNews.class);

    /** @param served the artifacts behind what is served now; none at the start, when everything is news */
    static ReleaseNews read(
            ReleaseTable table, ReleaseImages images, Map<ResourceKey, String> served, Snapshot current) {
        ReleaseNews news = new ReleaseNews(
                new LinkedHashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                table.owners());
        Set<ResourceKey> wanted = new HashSet<>();
        for (ReleaseRow release : table.all()) {
            news.releases.add(release.id());
            if (release.isActive()) {
                for (ReleasePart part : table.parts(release.id())) {
                    wanted.add(part.key());
                    news.part(release, part, images, served.get(part.key()), current.resource(part.key()));
                }
            }
        }
        served.keySet().stream().filter(key -> !wanted.contains(key)).forEach(key -> news.contents.put(key, null));
        return news;
    }

    private void part(
            ReleaseRow release,
            ReleasePart part,
            ReleaseImages images,
            @Nullable String known,
            @Nullable Content current) {
        String artifact = part.artifact();
        if (artifact == null) {
            return;
        }
        if (artifact.equals(known) && current != null && current.edition() != null) {
            if (!Objects.equals(current.edition(), release.edition())) {
                contents.put(part.key(), current.with(release.edition()));
            }
            return;
        }
        try {
            contents.put(part.key(), images.read(part.key().type(), artifact, release.edition()));
            read.put(part.key(), artifact);
        } catch (RuntimeException e) {
            String reason = part.key() + ": " + e.getMessage();
            LOG.error("The release {} is not served whole: {}", release.id(), reason, e);
            unreadable.put(release.id(), reason);
            problems.put(part.key(), List.of(CatalogMessages.releaseUnreadable(release.id(), reason)));
        }
    }

    /** The resources that are served no more. */
    List<ResourceKey> gone() {
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
