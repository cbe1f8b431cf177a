package org.fixator.codesystem.closure;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.jspecify.annotations.Nullable;

/**
 * With which images of code systems tables were found to agree. An image never changes, so a table that agrees with one is
 * not compared with it again. Forgets what was not asked for long. Thread-safe.
 */
public final class CheckedClosures {

    private static final int KEPT = 1000;

    private final Map<Key, Agreement> agreements = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Agreement> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String table, String system) {}

    private record Agreement(long start, WeakReference<CodeSystem> image) {}

    /** Whether the relations of a table are what this image says, as far as is known. */
    synchronized boolean agrees(ClosureTable table, CodeSystem image) {
        @Nullable
        Agreement known =
                agreements.get(new Key(table.name(), image.description().url()));
        return known != null && known.start() == table.start() && known.image().refersTo(image);
    }

    synchronized void note(ClosureTable table, CodeSystem image) {
        Key key = new Key(table.name(), image.description().url());
        agreements.put(key, new Agreement(table.start(), new WeakReference<>(image)));
    }
}
