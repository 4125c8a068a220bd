package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What template and subscription messages of WeChat have in common. */
@Component
class WechatCalls {

    private static final Duration PACED = Duration.ofMinutes(1);
    private static final int REFUSED_BY_MEMBER = 43_101;
    private static final String STALE = "WECHAT_40001";

    private final VendorHttp http;
    private final WechatTokens tokens;
    private final JsonMapper json;

    WechatCalls(VendorHttp http, WechatTokens tokens, JsonMapper json) {
        this.http = http;
        this.tokens = tokens;
        this.json = json;
    }

    /** Sends once; a token that has just run out has carried nothing, so a fresh one is tried. */
    Receipt send(
            VendorAccount account, String path, String openid, VendorText text, Letter letter) {
        Receipt first = once(account, path, body(account, openid, text, letter), letter);
        boolean stale = first instanceof Receipt.Refused refused && refused.code().equals(STALE);
        return stale ? once(account, path, body(account, openid, text, letter), letter) : first;
    }

    private ObjectNode body(VendorAccount account, String openid, VendorText text, Letter letter) {
        ObjectNode body = json.createObjectNode();
        body.put("touser", openid);
        body.put("template_id", text.vendorTemplate());
        body.put("client_msg_id", letter.reference().toString());
        if (!account.setting("page").isEmpty()) {
            body.put("page", account.setting("page"));
        }
        ObjectNode data = body.putObject("data");
        text.parameters()
                .forEach(each ->
                        data.putObject(VendorText.theirs(each))
                                .put("value", VendorText.value(each, letter.values())));
        return body;
    }

    private Receipt once(VendorAccount account, String path, ObjectNode body, Letter letter) {
        Optional<String> token = tokens.of(account);
        if (token.isEmpty()) {
            return new Receipt.NotNow(PACED);
        }
        URI address = URI.create(account.endpoint() + path + "?access_token=" + token.get());
        return switch (http.post(
                address,
                Map.of("Content-Type", "application/json"),
                json.writeValueAsString(body))) {
            case VendorHttp.Answer.NotReached _ -> new Receipt.NotNow(PACED);
            case VendorHttp.Answer.Silent _ -> new Receipt.Unknown(letter.reference().toString());
            case VendorHttp.Answer.Spoke spoke ->
                    receipt(account, token.get(), spoke.body(), letter);
        };
    }

    private Receipt receipt(VendorAccount account, String token, JsonNode said, Letter letter) {
        int code = said.path("errcode").asInt(-1);
        String named = "WECHAT_" + code;
        return switch (code) {
            case 0 ->
                    new Receipt.Accepted(
                            said.path("msgid").asString(letter.reference().toString()));
            case 40_001, 40_014, 42_001 -> {
                tokens.expire(account, token);
                yield new Receipt.Refused(STALE);
            }
            case 40_003, 43_004 -> new Receipt.NoSuchAddress(named);
            case 45_009, 45_011 -> new Receipt.NotNow(PACED);
            case 40_037, REFUSED_BY_MEMBER -> new Receipt.CannotCarry(named);
            case -1 -> new Receipt.Unknown(letter.reference().toString());
            default -> new Receipt.Refused(named);
        };
    }
}
