package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.store.VendorAccountStore;
import dev.waystation.platform.engagement.messaging.VendorNews;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what a vendor calls to tell: receipts and answers, each in the vendor's own shape. The
 * address it calls holds a key that only we can make, for neither vendor signs its calls.
 */
@Service
public class HearNews {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final VendorAccountStore accounts;
    private final VendorNews news;
    private final Clock clock;
    private final JsonMapper json;

    HearNews(VendorAccountStore accounts, VendorNews news, Clock clock, JsonMapper json) {
        this.accounts = accounts;
        this.news = news;
        this.clock = clock;
        this.json = json;
    }

    /** The words the vendor wants to hear; empty when it is none of ours. */
    @Transactional
    public Optional<String> handle(String code, String key, String body) {
        boolean right =
                MessageDigest.isEqual(
                        accounts.callbackKey(code).getBytes(StandardCharsets.UTF_8),
                        key.getBytes(StandardCharsets.UTF_8));
        Optional<VendorAccount> account = right ? accounts.find(code) : Optional.empty();
        try {
            JsonNode told = json.readTree(body);
            return account.map(known -> {
                for (JsonNode each : told.isArray() ? told : json.createArrayNode().add(told)) {
                    hear(known, each);
                }
                return known.vendor().startsWith("tencent")
                        ? "{\"result\":0,\"errmsg\":\"OK\"}"
                        : "{\"code\":0,\"msg\":\"OK\"}";
            });
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private void hear(VendorAccount account, JsonNode each) {
        String words = each.path("content").asString(each.path("text").asString(""));
        if (!words.isEmpty()) {
            String from = each.path("phone_number").asString(each.path("mobile").asString(""));
            news.answered(account.channel(), from, words);
            return;
        }
        String reference = each.path("out_id").asString(each.path("sid").asString(""));
        if (reference.isEmpty()) {
            return;
        }
        boolean arrived =
                each.path("success").asBoolean(false)
                        || each.path("report_status").asString("").equals("SUCCESS");
        String at = each.path("report_time").asString(each.path("user_receive_time").asString(""));
        news.told(
                List.of(
                        new VendorNews.Told(
                                reference, arrived ? "delivered" : "failed", time(at))));
    }

    /** Both vendors write the time of Beijing without saying so. */
    private Instant time(String text) {
        try {
            return LocalDateTime.parse(text, LOCAL).atZone(VenueZone.DEFAULT).toInstant();
        } catch (DateTimeParseException unreadable) {
            return clock.instant();
        }
    }
}
