package dev.waystation.platform.engagement.channels.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures computed a second time, from what came over the wire and the description alone. */
final class SignaturesAgain {

    private SignaturesAgain() {}

    static String acs3(PretendVendor.Call call, String secret) throws Exception {
        String names =
                "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
        var text = new StringBuilder("POST\n/\n" + call.query() + "\n");
        for (String name : names.split(";", -1)) {
            text.append(name).append(':').append(call.headers().get(name)).append('\n');
        }
        text.append('\n').append(names).append('\n').append(sha256(call.body()));
        return signature(secret.getBytes(UTF_8), "ACS3-HMAC-SHA256\n" + sha256(text.toString()));
    }

    static String tc3(PretendVendor.Call call, String service, String secret) throws Exception {
        String day =
                String.valueOf(call.headers().get("Authorization"))
                        .replaceAll("^.*Credential=[^/]+/([0-9-]+)/.*$", "$1");
        String canonical =
                "POST\n/\n\ncontent-type:%s\nhost:%s\n\ncontent-type;host\n%s"
                        .formatted(
                                call.headers().get("content-type"),
                                call.headers().get("host"),
                                sha256(call.body()));
        byte[] key = hmac(("TC3" + secret).getBytes(UTF_8), day);
        return signature(
                hmac(hmac(key, service), "tc3_request"),
                "TC3-HMAC-SHA256\n%s\n%s/%s/tc3_request\n%s"
                        .formatted(
                                call.headers().get("x-tc-timestamp"),
                                day,
                                service,
                                sha256(canonical)));
    }

    private static String signature(byte[] key, String text) throws Exception {
        return "Signature=" + HexFormat.of().formatHex(hmac(key, text));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
