package dev.waystation.platform.engagement.channels.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ACS3-HMAC-SHA256 signature of Alibaba Cloud, for calls whose parameters are in the query. */
public final class Acs3Signature {

    private static final String METHOD = "ACS3-HMAC-SHA256";

    private Acs3Signature() {}

    /**
     * A call to be signed.
     *
     * @param query sorted and percent-encoded
     */
    public record Call(
            String host, String action, String version, String query, Instant at, String nonce) {}

    /** All headers of the call, with the authorization; what the host gets is signed too. */
    public static SortedMap<String, String> headers(Call call, String keyId, String secret) {
        var headers = new TreeMap<String, String>();
        headers.put("host", call.host());
        headers.put("x-acs-action", call.action());
        headers.put("x-acs-content-sha256", Hashes.sha256(""));
        headers.put("x-acs-date", call.at().truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", call.nonce());
        headers.put("x-acs-version", call.version());
        String signed = String.join(";", headers.keySet());
        var canonical = new StringBuilder("POST\n/\n").append(call.query()).append('\n');
        headers.forEach(
                (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(signed).append('\n').append(Hashes.sha256(""));
        byte[] signature =
                Hashes.hmac(
                        secret.getBytes(StandardCharsets.UTF_8),
                        METHOD + "\n" + Hashes.sha256(canonical.toString()));
        headers.put(
                "Authorization",
                "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(METHOD, keyId, signed, HexFormat.of().formatHex(signature)));
        return headers;
    }
}
