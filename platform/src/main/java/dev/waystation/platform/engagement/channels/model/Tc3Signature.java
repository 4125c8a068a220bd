package dev.waystation.platform.engagement.channels.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The TC3-HMAC-SHA256 signature of Tencent Cloud, over a JSON body. */
public final class Tc3Signature {

    private static final String METHOD = "TC3-HMAC-SHA256";

    private Tc3Signature() {}

    /**
     * The value of the authorization header.
     *
     * @param signed headers with lower-case names, values as sent
     */
    public static String authorization(
            String service,
            SortedMap<String, String> signed,
            String body,
            Instant at,
            String keyId,
            String secret) {
        var canonical = new StringBuilder("POST\n/\n\n");
        new TreeMap<>(signed)
                .forEach((name, value) ->
                        canonical.append(name).append(':').append(value).append('\n'));
        String names = String.join(";", signed.keySet());
        canonical.append('\n').append(names).append('\n').append(Hashes.sha256(body));
        String day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        String scope = day + "/" + service + "/tc3_request";
        byte[] key = Hashes.hmac(("TC3" + secret).getBytes(StandardCharsets.UTF_8), day);
        key = Hashes.hmac(Hashes.hmac(key, service), "tc3_request");
        byte[] signature =
                Hashes.hmac(
                        key,
                        String.join(
                                "\n",
                                METHOD,
                                Long.toString(at.getEpochSecond()),
                                scope,
                                Hashes.sha256(canonical.toString())));
        return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(METHOD, keyId, scope, names, HexFormat.of().formatHex(signature));
    }
}
