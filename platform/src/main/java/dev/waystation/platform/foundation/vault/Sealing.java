package dev.waystation.platform.foundation.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a fresh nonce in front of each text. */
final class Sealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    /**
     * Seals the text to its context: opening it under another one fails, so a sealed value cannot
     * be moved from one person's row to another's.
     */
    static byte[] seal(SecretKey key, byte[] plain, long context) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain, context);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    static byte[] open(SecretKey key, byte[] sealed, long context) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return run(Cipher.DECRYPT_MODE, key, nonce, body, context);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] body, long context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, context));
            return cipher.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Personal data of %d cannot be read. Maybe the master key is another one"
                            .formatted(context),
                    e);
        }
    }
}
