package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SignedText;
import dev.waystation.platform.foundation.vault.SigningKey;
import dev.waystation.platform.foundation.vault.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the house says about somebody's data down as a document and signs its digest; the
 * document names the key, so anybody who has the public half can check it without the house.
 */
@Component
public class SignDocuments {

    /** What documents are about; a signature for one kind is none for another. */
    public enum Kind {
        ERASED("erased."),
        CONSENT("consent.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** A document with its signature. */
    public record Signed(String document, String signature) {}

    private final JsonMapper json;
    private final KeyRing keys;

    SignDocuments(JsonMapper json, SigningKeys keys) {
        this.json = json;
        this.keys = keys.ring("privacy");
    }

    Signed sign(Kind kind, Map<String, Object> what) {
        SigningKey key = keys.signing();
        Map<String, Object> document = new LinkedHashMap<>(what);
        document.put("key", key.number());
        String text = json.writeValueAsString(document);
        return new Signed(text, SignedText.write(kind.prefix, digest(text), key.privateKey()));
    }

    /** Whether the document is, letter for letter, one the house signed, whatever its kind. */
    public boolean isGenuine(@Nullable String document, @Nullable String signature) {
        if (document == null || signature == null) {
            return false;
        }
        PublicKey key = key(document).orElse(null);
        return key != null
                && Arrays.stream(Kind.values())
                        .flatMap(kind -> SignedText.read(kind.prefix, signature).stream())
                        .filter(signed -> signed.isBy(key))
                        .anyMatch(signed -> Arrays.equals(signed.content(), digest(document)));
    }

    /** The public half of the key a document names, as it is kept in files. */
    public Optional<String> publicKey(String document) {
        return key(document).map(key -> Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    private Optional<PublicKey> key(String document) {
        try {
            return Optional.ofNullable(
                    keys.publicKey(json.readTree(document).path("key").asInt(0)));
        } catch (JacksonException noDocument) {
            return Optional.empty();
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
