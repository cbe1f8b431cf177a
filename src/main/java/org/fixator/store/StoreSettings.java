package org.fixator.store;

import java.nio.file.Path;
import org.fixator.store.disk.ReservedFilePath;

/**
 * Where the database is and how large an answer may be.
 *
 * @param artifacts directory of the artifacts, which belongs to this process; beside PostgreSQL it is only a cache
 * @param maxExpansion the most codes that a search modifier such as {@code :in} expands to
 */
public record StoreSettings(String jdbcUrl, String user, String password, Path artifacts, int maxExpansion) {
    /**
     * An H2 file in the directory. By default H2 acknowledges a commit up to half a second before it is in the file, and
     * closes the database under running requests when the process is asked to stop: both are turned off. Its writes draw
     * on a reserve when the disk is full.
     */
    public static StoreSettings h2(Path directory, int maxExpansion) {
        return new StoreSettings(
                ReservedFilePath.jdbcUrl(directory.resolve("fixator")) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "sa",
                "",
                directory.resolve("artifacts"),
                maxExpansion);
    }

    /**
     * A PostgreSQL database.
     *
     * @param directory where artifacts that were read are kept as files
     * @throws IllegalArgumentException for a JDBC URL of another database
     */
    public static StoreSettings postgres(
            String jdbcUrl, String user, String password, Path directory, int maxExpansion) {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "The database has to be PostgreSQL, with an URL such as jdbc:postgresql://host:5432/fixator, and not "
                            + jdbcUrl);
        }
        return new StoreSettings(jdbcUrl, user, password, directory.resolve("artifacts"), maxExpansion);
    }

    boolean isH2() {
        return jdbcUrl.startsWith("jdbc:h2:");
    }
}
