package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SignedText;
import dev.waystation.platform.foundation.vault.SigningKey;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.privacy.model.Request;
import dev.waystation.platform.insight.privacy.store.RequestStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was done for a person, signed by the house: the document can not be altered later. */
@Component
public class ProveRequest {

    private static final String PREFIX = "erased.";

    private final RequestStore requests;
    private final JsonMapper json;
    private final Clock clock;
    private final KeyRing keys;

    ProveRequest(RequestStore requests, JsonMapper json, Clock clock, SigningKeys keys) {
        this.requests = requests;
        this.json = json;
        this.clock = clock;
        this.keys = keys.ring("privacy");
    }

    long erased(ErasePerson.Command command, Map<String, Object> what) {
        Instant now = clock.instant();
        SigningKey key = keys.signing();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("erasedAt", now.toString());
        document.put("by", command.by());
        document.put("reason", command.reason().strip());
        document.put("key", key.number());
        document.putAll(what);
        String text = json.writeValueAsString(document);
        String signature = SignedText.write(PREFIX, digest(text), key.privateKey());
        requests.count(month(now), "erasures");
        return requests.add(
                "erasure",
                command.memberId(),
                command.by(),
                command.reason().strip(),
                now,
                text,
                signature);
    }

    long exported(long memberId, String by, String reason) {
        Instant now = clock.instant();
        requests.count(month(now), "exports");
        return requests.add("export", memberId, by, reason, now, null, null);
    }

    /** Whether the document of a request is, letter for letter, the one the house signed. */
    public boolean holds(Request request) {
        String document = request.document();
        String signature = request.signature();
        if (document == null || signature == null) {
            return false;
        }
        int number = json.readTree(document).path("key").asInt();
        PublicKey key = keys.publicKey(number);
        return key != null
                && SignedText.read(PREFIX, signature)
                        .filter(signed -> signed.isBy(key))
                        .filter(signed -> Arrays.equals(signed.content(), digest(document)))
                        .isPresent();
    }

    static LocalDate month(Instant at) {
        return LocalDate.ofInstant(at, VenueZone.DEFAULT).withDayOfMonth(1);
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
