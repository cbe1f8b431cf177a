package org.fixator.release;

import java.util.List;

/** Names of the entries of archives. */
final class EntryNames {

    private EntryNames() {}

    /**
     * Entries are not written anywhere, but an archive that tries is not one to load.
     *
     * @throws ReleaseException where the name leads out of the archive
     */
    static void requireInside(String origin, String name) {
        String path = name.replace('\\', '/');
        if (path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..")) {
            throw new ReleaseException(origin, "its name leads out of the package");
        }
    }
}
