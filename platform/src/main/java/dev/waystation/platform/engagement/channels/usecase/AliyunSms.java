package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.Acs3Signature;
import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.store.TextStore;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Inquiry;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text messages by Alibaba Cloud (Dysmsapi 2017-05-25). Our reference travels along as OutId and
 * comes back in receipts and answers to questions, so that also a call that timed out is found.
 */
@Component
class AliyunSms implements Vendor {

    private static final String VERSION = "2017-05-25";
    private static final Duration PACED = Duration.ofMinutes(1);
    private static final int FAILED = 2;
    private static final int ARRIVED = 3;
    private static final Set<String> NOT_OURS =
            Set.of(
                    "isv.SMS_TEMPLATE_ILLEGAL",
                    "isv.SMS_SIGNATURE_ILLEGAL",
                    "isv.SMS_SIGN_ILLEGAL",
                    "isv.AMOUNT_NOT_ENOUGH",
                    "isv.OUT_OF_SERVICE",
                    "isv.ACCOUNT_ABNORMAL");

    private final VendorHttp http;
    private final TextStore texts;
    private final MachineTime time;
    private final JsonMapper json;

    AliyunSms(VendorHttp http, TextStore texts, MachineTime time, JsonMapper json) {
        this.http = http;
        this.texts = texts;
        this.time = time;
        this.json = json;
    }

    @Override
    public String code() {
        return "aliyun-sms";
    }

    @Override
    public String channel() {
        return "sms";
    }

    @Override
    public URI home() {
        return URI.create("https://dysmsapi.aliyuncs.com");
    }

    @Override
    public Receipt send(VendorAccount account, Letter letter) {
        Optional<VendorText> text = texts.find(account.code(), letter.templateCode());
        if (text.isEmpty()) {
            return new Receipt.CannotCarry("TEXT_IS_NOT_REGISTERED");
        }
        var parameters = new LinkedHashMap<String, String>();
        text.get()
                .parameters()
                .forEach(each ->
                        parameters.put(
                                VendorText.theirs(each), VendorText.value(each, letter.values())));
        String reference = letter.reference().toString();
        String signature = text.get().signature();
        var query = new TreeMap<String, String>();
        query.put("PhoneNumbers", letter.to().address());
        query.put("SignName", signature.isEmpty() ? account.setting("signName") : signature);
        query.put("TemplateCode", text.get().vendorTemplate());
        query.put("TemplateParam", json.writeValueAsString(parameters));
        query.put("OutId", reference);
        return switch (call(account, "SendSms", query)) {
            case VendorHttp.Answer.NotReached _ -> new Receipt.NotNow(PACED);
            case VendorHttp.Answer.Silent _ -> new Receipt.Unknown(reference);
            case VendorHttp.Answer.Spoke spoke -> receipt(spoke, reference);
        };
    }

    private static Receipt receipt(VendorHttp.Answer.Spoke spoke, String reference) {
        String code = spoke.body().path("Code").asString("");
        if (code.equals("OK")) {
            return new Receipt.Accepted(reference);
        }
        if (code.equals("isv.BUSINESS_LIMIT_CONTROL") || code.startsWith("Throttling")) {
            return new Receipt.NotNow(PACED);
        }
        if (code.equals("isv.MOBILE_NUMBER_ILLEGAL")) {
            return new Receipt.NoSuchAddress(code);
        }
        if (code.isEmpty()) {
            return new Receipt.Unknown(reference);
        }
        boolean ours = !NOT_OURS.contains(code) && code.startsWith("isv.");
        return ours ? new Receipt.Refused(code) : new Receipt.CannotCarry(code);
    }

    @Override
    public Optional<Receipt> ask(VendorAccount account, Inquiry inquiry) {
        var query = new TreeMap<String, String>();
        query.put("PhoneNumber", inquiry.to().address());
        query.put(
                "SendDate",
                DateTimeFormatter.BASIC_ISO_DATE.format(
                        inquiry.sentAt().atZone(VenueZone.DEFAULT).toLocalDate()));
        query.put("PageSize", "50");
        query.put("CurrentPage", "1");
        if (!(call(account, "QuerySendDetails", query)
                instanceof VendorHttp.Answer.Spoke(int _, JsonNode body))) {
            return Optional.empty();
        }
        String reference = inquiry.reference().toString();
        for (JsonNode sent : body.path("SmsSendDetailDTOs").path("SmsSendDetailDTO")) {
            if (sent.path("OutId").asString("").equals(reference)) {
                return switch (sent.path("SendStatus").asInt()) {
                    case FAILED ->
                            Optional.of(new Receipt.Refused(sent.path("ErrCode").asString("")));
                    case ARRIVED -> Optional.of(new Receipt.Delivered(reference));
                    default -> Optional.of(new Receipt.Accepted(reference));
                };
            }
        }
        return Optional.empty();
    }

    private VendorHttp.Answer call(
            VendorAccount account, String action, SortedMap<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        Map<String, String> headers =
                Acs3Signature.headers(
                        new Acs3Signature.Call(
                                account.endpoint().getAuthority(),
                                action,
                                VERSION,
                                query,
                                time.now(),
                                UUID.randomUUID().toString()),
                        account.keyId(),
                        account.secret());
        return http.post(URI.create(account.endpoint() + "/?" + query), headers, "");
    }

    /** As RFC 3986 has it, which differs from what browsers do to forms. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
