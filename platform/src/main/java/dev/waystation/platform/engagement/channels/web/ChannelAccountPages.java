package dev.waystation.platform.engagement.channels.web;

import dev.waystation.platform.engagement.channels.ChannelRefusal;
import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.usecase.HearNews;
import dev.waystation.platform.engagement.channels.usecase.KeepVendorAccounts;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts with vendors of messages, the texts they approved, and what they call to tell. */
@RestController
class ChannelAccountPages {

    /** An account as kept; nobody is ever shown its secret. */
    record ChannelAccount(
            String code,
            String vendor,
            String channel,
            List<String> purposes,
            String endpoint,
            String keyId,
            Map<String, String> settings,
            LaneLimits limits,
            int position,
            boolean active,
            String callback,
            List<VendorText> texts) {

        static ChannelAccount of(KeepVendorAccounts.Kept kept) {
            VendorAccount account = kept.account();
            return new ChannelAccount(
                    account.code(),
                    account.vendor(),
                    account.channel(),
                    account.purposes(),
                    account.endpoint().toString(),
                    account.keyId(),
                    account.settings(),
                    account.limits(),
                    account.position(),
                    account.active(),
                    kept.callback(),
                    kept.texts());
        }
    }

    /** What is wanted of an account; an absent secret keeps the one there is. */
    record ChannelAccountDraft(
            String vendor,
            List<String> purposes,
            @Nullable String endpoint,
            String keyId,
            @Nullable String secret,
            @Nullable Map<String, String> settings,
            @Nullable LaneLimits limits,
            int position,
            boolean active) {}

    /** Under which number the vendor approved a text. */
    record VendorTextDraft(
            String vendorTemplate, @Nullable String signature, List<String> parameters) {}

    private final KeepVendorAccounts accounts;
    private final HearNews news;

    ChannelAccountPages(KeepVendorAccounts accounts, HearNews news) {
        this.accounts = accounts;
        this.news = news;
    }

    @GetMapping("/v1/channel-vendors")
    @Permission("messages.read")
    Set<String> channelVendors() {
        return accounts.vendors();
    }

    @GetMapping("/v1/channel-accounts")
    @Permission("clients.manage")
    List<ChannelAccount> channelAccounts() {
        return accounts.all().stream().map(ChannelAccount::of).toList();
    }

    @PutMapping("/v1/channel-accounts/{code}")
    @Permission("clients.manage")
    ChannelAccount putChannelAccount(
            @PathVariable String code, @RequestBody ChannelAccountDraft wanted) {
        Map<String, String> settings = wanted.settings();
        return ChannelAccount.of(
                accounts.handle(
                        new KeepVendorAccounts.Command(
                                code,
                                wanted.vendor(),
                                wanted.purposes(),
                                wanted.endpoint(),
                                wanted.keyId(),
                                wanted.secret(),
                                settings == null ? Map.of() : settings,
                                wanted.limits(),
                                wanted.position(),
                                wanted.active())));
    }

    @PutMapping("/v1/channel-accounts/{code}/texts/{template}")
    @Permission("clients.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void registerVendorText(
            @PathVariable String code,
            @PathVariable String template,
            @RequestBody VendorTextDraft wanted) {
        String signature = wanted.signature();
        if (!accounts.register(
                new VendorText(
                        code,
                        template,
                        wanted.vendorTemplate(),
                        signature == null ? "" : signature,
                        wanted.parameters()))) {
            throw Refusal.of(ChannelRefusal.CHANNEL_ACCOUNT_NOT_FOUND, HttpStatus.NOT_FOUND);
        }
    }

    /** Receipts and answers, called by the vendor at the address that the account shows. */
    @PostMapping(path = "/v1/vendor-news/{code}/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Permission(Permission.PUBLIC)
    String vendorNews(
            @PathVariable String code, @PathVariable String key, @RequestBody byte[] body) {
        return news.handle(code, key, new String(body, StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        Refusal.of(ChannelRefusal.VENDOR_NEWS_NOT_OURS, HttpStatus.NOT_FOUND));
    }
}
