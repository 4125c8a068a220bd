package dev.waystation.platform.foundation.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key above all keys, from {@code WAYSTATION_MASTER_KEY} or from a file in the data folder that
 * is made on the first start. Keys for each purpose are derived from it, so that none is used
 * twice.
 */
@Component
class MasterKey {

    private static final int LENGTH = 32;

    private final byte[] key;

    MasterKey(
            @Value("${waystation.master-key:${WAYSTATION_MASTER_KEY:}}") String given,
            @Value("${waystation.data:var}") Path data)
            throws IOException {
        this.key = given.isBlank() ? fromFile(data.resolve("master.key")) : decode(given);
    }

    SecretKey derive(String purpose, String algorithm) {
        return new SecretKeySpec(authenticate(key, purpose), algorithm);
    }

    static byte[] authenticate(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    private static byte[] fromFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
        }
        return decode(Files.readString(file).strip());
    }

    private static byte[] decode(String text) {
        byte[] key = Base64.getDecoder().decode(text);
        if (key.length != LENGTH) {
            throw new IllegalStateException(
                    "The master key has %d bytes instead of %d".formatted(key.length, LENGTH));
        }
        return key;
    }
}
