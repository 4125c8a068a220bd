package dev.waystation.platform.foundation.vault;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a code carries: a prefix that names the kind, then base64url of some bytes and the 64 bytes
 * of their Ed25519 signature. Signing is deterministic: the same bytes and key give the same text.
 *
 * @param content what was signed, not yet believed
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record SignedText(byte[] content, byte[] signature) {

    private static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_BYTES = 64;
    private static final int LONGEST = 600;

    public static String write(String prefix, byte[] content, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(content);
            byte[] all = Arrays.copyOf(content, content.length + SIGNATURE_BYTES);
            System.arraycopy(signer.sign(), 0, all, content.length, SIGNATURE_BYTES);
            return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("cannot sign a " + prefix + " text", missing);
        }
    }

    /** Takes any text a scanner may see; empty for what has not this form. */
    public static Optional<SignedText> read(String prefix, String text) {
        if (!text.startsWith(prefix) || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(prefix.length()));
            int length = all.length - SIGNATURE_BYTES;
            return length < 1
                    ? Optional.empty()
                    : Optional.of(
                            new SignedText(
                                    Arrays.copyOf(all, length),
                                    Arrays.copyOfRange(all, length, all.length)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether the key's other half signed these very bytes. */
    public boolean isBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
