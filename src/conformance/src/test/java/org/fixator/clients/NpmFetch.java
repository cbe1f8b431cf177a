package org.fixator.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** A package of NPM's registry, fetched by NPM itself and checked. */
final class NpmFetch {

    private static final long PATIENCE_SECONDS = 180;

    private NpmFetch() {}

    /**
     * The archive, from an earlier run where it is still there. Where NPM is not to be had the test is skipped, and fails
     * where {@code CI} is {@code true}.
     *
     * @param sha512 what the archive must be, in hexadecimal digits
     */
    static Path archive(String name, String version, String sha512, Path folder) throws Exception {
        Path archive = folder.resolve(name + "-" + version + ".tgz");
        if (Files.notExists(archive)) {
            pack(name + "@" + version, folder);
        }
        assertEquals(sha512, sha512(archive), () -> archive + " is not what was published");
        return archive;
    }

    private static void pack(String what, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("npm.log");
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "pack", what, "--pack-destination", folder.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException noNpm) {
            without("npm is not here: " + noNpm.getMessage());
            return;
        }
        if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            npm.destroyForcibly();
            without("npm pack " + what + " took longer than " + PATIENCE_SECONDS + " s");
        } else if (npm.exitValue() != 0) {
            without("npm pack " + what + " failed: " + Files.readString(log));
        }
    }

    private static void without(String reason) {
        if (ClientFolders.isCi()) {
            fail(reason);
        }
        abort(reason);
    }

    private static String sha512(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
    }
}
