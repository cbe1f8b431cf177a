package org.fixator.app;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set, as {@code --fixator.data=…} on the command line or {@code FIXATOR_DATA} in the environment.
 *
 * @param data directory of the database, the token and the log
 * @param content folders and packages that are loaded at start
 * @param bind address to listen on; only this machine can reach the default
 * @param hotPath whether the filter in front of HAPI answers what it can
 * @param maxBody the largest request body
 * @param maxOpenBody the largest request body of who has no token
 * @param maxUpload the most that the files of one import may have together
 * @param watch folder in which releases to import are put, below a folder of their kind; {@code none} for no such folder
 * @param announce whether the start prints where the server is
 * @param maxExpansion the most codes that a search modifier such as {@code :in} expands to
 * @param maxCptExpansion the most CPT codes that one expansion shows; never more than 1,000, which the licence allows
 * @param database where resources and releases are stored
 */
@ConfigurationProperties("fixator")
public record FixatorSettings(
        @DefaultValue("./data") Path data,
        @DefaultValue("bundled") List<String> content,
        @DefaultValue("127.0.0.1") InetAddress bind,
        @DefaultValue("true") boolean hotPath,
        @DefaultValue("512MB") DataSize maxBody,
        @DefaultValue("32MB") DataSize maxOpenBody,
        @DefaultValue("8GB") DataSize maxUpload,
        @DefaultValue(FixatorSettings.NONE) String watch,
        @DefaultValue("true") boolean announce,
        @DefaultValue("50") int pageSize,
        @DefaultValue("1000") int maxPageSize,
        @DefaultValue("10000") int maxExpansion,
        @DefaultValue("1000") int maxCptExpansion,
        @DefaultValue Database database) {

    /** Stands for no folder. */
    static final String NONE = "none";

    /**
     * The database that several servers share; without it each has an H2 file in its data directory.
     *
     * @param url JDBC URL of a PostgreSQL database, such as {@code jdbc:postgresql://db:5432/fixator}
     */
    public record Database(
            @Nullable String url, @DefaultValue("fixator") String user, @DefaultValue("") String password) {}
}
