package org.fixator.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The token that opens everything. It is made at the first start and stands in a file that only its owner can read. */
public final class AdminToken {
    private static final String BEARER = "Bearer ";

    private final byte[] digest;

    private AdminToken(String token) {
        this.digest = sha256(token);
    }

    /** Reads the token from the file, which is created if missing. */
    public static AdminToken at(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file, random());
            }
            String token = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (token.length() < 32) {
                throw new IllegalStateException(
                        "The token in " + file + " is too short; delete the file for a new one");
            }
            return new AdminToken(token);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read or write " + file.toAbsolutePath(), e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String token) throws IOException {
        PrivateFile.write(file, token + "\n");
    }

    /** Whether an Authorization header bears the token. */
    boolean isIn(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        // Digests are of equal length and compared in constant time, so the answer's time tells nothing.
        return MessageDigest.isEqual(
                digest, sha256(authorization.substring(BEARER.length()).strip()));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
