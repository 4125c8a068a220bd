package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.Tc3Signature;
import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.store.TextStore;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Text messages by Tencent Cloud (SMS 2021-01-11). Its serial number comes back in receipts. */
@Component
class TencentSms implements Vendor {

    private static final String SERVICE = "sms";
    private static final String VERSION = "2021-01-11";
    private static final Duration PACED = Duration.ofMinutes(1);

    private final VendorHttp http;
    private final TextStore texts;
    private final MachineTime time;
    private final JsonMapper json;

    TencentSms(VendorHttp http, TextStore texts, MachineTime time, JsonMapper json) {
        this.http = http;
        this.texts = texts;
        this.time = time;
        this.json = json;
    }

    @Override
    public String code() {
        return "tencent-sms";
    }

    @Override
    public String channel() {
        return "sms";
    }

    @Override
    public URI home() {
        return URI.create("https://sms.tencentcloudapi.com");
    }

    @Override
    public Receipt send(VendorAccount account, Letter letter) {
        Optional<VendorText> text = texts.find(account.code(), letter.templateCode());
        if (text.isEmpty()) {
            return new Receipt.CannotCarry("TEXT_IS_NOT_REGISTERED");
        }
        return switch (call(account, body(account, letter, text.get()))) {
            case VendorHttp.Answer.NotReached _ -> new Receipt.NotNow(PACED);
            case VendorHttp.Answer.Silent _ -> new Receipt.Unknown(letter.reference().toString());
            case VendorHttp.Answer.Spoke spoke ->
                    receipt(spoke.body().path("Response"), letter.reference().toString());
        };
    }

    private String body(VendorAccount account, Letter letter, VendorText text) {
        String phone = letter.to().address();
        ObjectNode body = json.createObjectNode();
        body.putArray("PhoneNumberSet").add(phone.startsWith("+") ? phone : "+86" + phone);
        body.put("SmsSdkAppId", account.setting("appId"));
        body.put(
                "SignName",
                text.signature().isEmpty() ? account.setting("signName") : text.signature());
        body.put("TemplateId", text.vendorTemplate());
        ArrayNode values = body.putArray("TemplateParamSet");
        text.parameters().forEach(each -> values.add(VendorText.value(each, letter.values())));
        body.put("SessionContext", letter.reference().toString());
        return json.writeValueAsString(body);
    }

    private VendorHttp.Answer call(VendorAccount account, String body) {
        Instant now = time.now();
        var headers = new TreeMap<String, String>();
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("host", account.endpoint().getAuthority());
        String authorization =
                Tc3Signature.authorization(
                        SERVICE, headers, body, now, account.keyId(), account.secret());
        headers.put("authorization", authorization);
        headers.put("x-tc-action", "SendSms");
        headers.put("x-tc-version", VERSION);
        headers.put("x-tc-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("x-tc-region", account.settings().getOrDefault("region", "ap-guangzhou"));
        return http.post(account.endpoint().resolve("/"), headers, body);
    }

    private static Receipt receipt(JsonNode response, String reference) {
        JsonNode sent = response.path("SendStatusSet").path(0);
        String code = sent.path("Code").asString(response.path("Error").path("Code").asString(""));
        if (code.equals("Ok")) {
            return new Receipt.Accepted(sent.path("SerialNo").asString(reference));
        }
        if (code.isEmpty() || code.startsWith("InternalError")) {
            return new Receipt.Unknown(reference);
        }
        if (code.startsWith("LimitExceeded") || code.startsWith("RequestLimitExceeded")) {
            return new Receipt.NotNow(PACED);
        }
        if (code.equals("InvalidParameterValue.IncorrectPhoneNumber")
                || code.equals("FailedOperation.PhoneNumberInBlacklist")) {
            return new Receipt.NoSuchAddress(code);
        }
        return code.startsWith("InvalidParameter")
                ? new Receipt.Refused(code)
                : new Receipt.CannotCarry(code);
    }
}
