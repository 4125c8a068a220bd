package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens of WeChat accounts. A new one ends the old, so of many who need one a single caller
 * fetches it and the others wait and look again.
 */
@Component
class WechatTokens {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final VendorHttp http;
    private final MachineTime time;
    private final ConcurrentMap<String, Token> tokens = new ConcurrentHashMap<>();

    WechatTokens(VendorHttp http, MachineTime time) {
        this.http = http;
        this.time = time;
    }

    private record Token(String value, Instant until) {}

    /** A token that is good now; absent when the vendor gives none. */
    Optional<String> of(VendorAccount account) {
        Token token =
                tokens.compute(
                        account.code(),
                        (_, known) ->
                                known != null && known.until().isAfter(time.now())
                                        ? known
                                        : fetch(account));
        return Optional.ofNullable(token).map(Token::value);
    }

    /** The vendor does not take this one any more; a newer one stays. */
    void expire(VendorAccount account, String value) {
        tokens.computeIfPresent(
                account.code(), (_, known) -> known.value().equals(value) ? null : known);
    }

    private @Nullable Token fetch(VendorAccount account) {
        String asks =
                account.vendor().equals(WecomMassSend.CODE)
                        ? "%s/cgi-bin/gettoken?corpid=%s&corpsecret=%s"
                        : "%s/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s";
        URI address =
                URI.create(
                        asks.formatted(
                                account.endpoint(),
                                encoded(account.keyId()),
                                encoded(account.secret())));
        if (http.get(address) instanceof VendorHttp.Answer.Spoke(int _, JsonNode body)
                && body.hasNonNull("access_token")) {
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong(7_200)).minus(MARGIN);
            return new Token(body.path("access_token").asString(""), time.now().plus(life));
        }
        return null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
