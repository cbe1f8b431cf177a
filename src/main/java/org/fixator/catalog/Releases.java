package org.fixator.catalog;

import java.util.List;
import org.fixator.release.ReleaseContent;

/**
 * The releases that the server keeps. Each change is one transaction and one exchange of the snapshot: what is served is
 * the state before it or the state after it, whole, whenever the process dies. Safe for use by many threads.
 */
public interface Releases {

    /** All that are kept, by system and then newest first. */
    List<StoredRelease> list();

    /**
     * Stores and serves a release. The same release again replaces itself.
     *
     * @param replaceForeign whether a resource that somebody else stored under the same canonical is replaced; else it is
     *     a conflict
     * @throws org.fixator.issue.TerminologyException (409) in a conflict; nothing has changed then
     */
    StoredRelease goLive(ReleaseContent content, Provenance provenance, boolean replaceForeign);

    /**
     * Serves a release that is kept, and answers from it where no version is asked for.
     *
     * @throws org.fixator.issue.TerminologyException (404) where there is none of that id
     */
    StoredRelease activate(String id);

    /** Stops serving a release and keeps it. Throws as {@link #activate} does. */
    StoredRelease retire(String id);

    /** Forgets a release; its artifacts go where nothing else uses them. Throws as {@link #activate} does. */
    void remove(String id);
}
