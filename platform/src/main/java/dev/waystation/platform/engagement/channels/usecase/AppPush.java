package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Push by JPush, which hands over to the phone makers' own channels where the operator names them.
 * Our reference is its {@code cid}: the same call twice makes one notification. A device that is
 * not there any more is told to the address book.
 */
@Component
class AppPush implements Vendor {

    private static final Duration PACED = Duration.ofMinutes(1);
    private static final int NO_SUCH_DEVICE = 1_011;
    private static final int TOO_FAST = 2_002;

    private final VendorHttp http;
    private final JsonMapper json;

    AppPush(VendorHttp http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public String code() {
        return "jpush";
    }

    @Override
    public String channel() {
        return "push";
    }

    @Override
    public URI home() {
        return URI.create("https://api.jpush.cn");
    }

    @Override
    public Receipt send(VendorAccount account, Letter letter) {
        ObjectNode body = json.createObjectNode();
        body.put("cid", letter.reference().toString());
        body.put("platform", "all");
        body.putObject("audience").putArray("registration_id").add(letter.to().address());
        ObjectNode notification = body.putObject("notification");
        notification.putObject("android").put("title", letter.title()).put("alert", letter.body());
        notification
                .putObject("ios")
                .putObject("alert")
                .put("title", letter.title())
                .put("body", letter.body());
        String makers = account.setting("vendorChannels");
        if (!makers.isEmpty()) {
            ObjectNode channels = body.putObject("options").putObject("third_party_channel");
            Arrays.stream(makers.split(",", -1))
                    .map(String::strip)
                    .forEach(maker ->
                            channels.putObject(maker).put("distribution", "secondary_push"));
        }
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (account.keyId() + ":" + account.secret())
                                        .getBytes(StandardCharsets.UTF_8));
        String reference = letter.reference().toString();
        return switch (http.post(
                account.endpoint().resolve("/v3/push"),
                Map.of("Content-Type", "application/json", "Authorization", "Basic " + basic),
                json.writeValueAsString(body))) {
            case VendorHttp.Answer.NotReached _ -> new Receipt.NotNow(PACED);
            case VendorHttp.Answer.Silent _ -> new Receipt.Unknown(reference);
            case VendorHttp.Answer.Spoke spoke -> receipt(spoke.body(), reference);
        };
    }

    private static Receipt receipt(JsonNode said, String reference) {
        String taken = said.path("msg_id").asString("");
        if (!taken.isEmpty()) {
            return new Receipt.Accepted(taken);
        }
        int code = said.path("error").path("code").asInt(-1);
        return switch (code) {
            case NO_SUCH_DEVICE -> new Receipt.NoSuchAddress("JPUSH_" + code);
            case TOO_FAST -> new Receipt.NotNow(PACED);
            case -1 -> new Receipt.Unknown(reference);
            default -> new Receipt.Refused("JPUSH_" + code);
        };
    }
}
