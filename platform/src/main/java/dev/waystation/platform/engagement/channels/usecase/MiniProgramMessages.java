package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.store.QuotaLedger;
import dev.waystation.platform.engagement.channels.store.TextStore;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Subscription messages of a mini program. Each takes one of those the member allowed; what has
 * certainly not left is given back, and a refusal by the member ends the rest.
 */
@Component
class MiniProgramMessages implements Vendor {

    private static final String REFUSED_BY_MEMBER = "WECHAT_43101";

    private final WechatCalls calls;
    private final TextStore texts;
    private final QuotaLedger quota;

    MiniProgramMessages(WechatCalls calls, TextStore texts, QuotaLedger quota) {
        this.calls = calls;
        this.texts = texts;
        this.quota = quota;
    }

    @Override
    public String code() {
        return "wechat-subscription";
    }

    @Override
    public String channel() {
        return "miniapp";
    }

    @Override
    public URI home() {
        return URI.create("https://api.weixin.qq.com");
    }

    @Override
    public Receipt send(VendorAccount account, Letter letter) {
        Optional<VendorText> text = texts.find(account.code(), letter.templateCode());
        if (text.isEmpty()) {
            return new Receipt.CannotCarry("TEXT_IS_NOT_REGISTERED");
        }
        long member = letter.memberId();
        String template = letter.templateCode();
        if (!quota.take(member, template)) {
            return new Receipt.CannotCarry("NO_SUBSCRIPTION_LEFT");
        }
        Receipt receipt =
                calls.send(
                        account,
                        "/cgi-bin/message/subscribe/send",
                        letter.to().address(),
                        text.get(),
                        letter);
        switch (receipt) {
            case Receipt.Accepted _, Receipt.Delivered _, Receipt.Unknown _ -> {}
            case Receipt.CannotCarry no when no.code().equals(REFUSED_BY_MEMBER) ->
                    quota.end(member, template);
            case Receipt.Refused _,
                    Receipt.NoSuchAddress _,
                    Receipt.NotNow _,
                    Receipt.CannotCarry _ ->
                    quota.giveBack(member, template);
        }
        return receipt;
    }
}
