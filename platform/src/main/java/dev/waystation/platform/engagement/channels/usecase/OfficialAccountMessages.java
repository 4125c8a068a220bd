package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.store.ChannelAddresses;
import dev.waystation.platform.engagement.channels.store.TextStore;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.members.membership.ContactAddress;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Template messages of an official account, to those who follow it. */
@Component
class OfficialAccountMessages implements Vendor {

    private final WechatCalls calls;
    private final TextStore texts;
    private final ChannelAddresses addresses;

    OfficialAccountMessages(WechatCalls calls, TextStore texts, ChannelAddresses addresses) {
        this.calls = calls;
        this.texts = texts;
        this.addresses = addresses;
    }

    @Override
    public String code() {
        return "wechat-template";
    }

    @Override
    public String channel() {
        return "wechat";
    }

    @Override
    public URI home() {
        return URI.create("https://api.weixin.qq.com");
    }

    @Override
    public Receipt send(VendorAccount account, Letter letter) {
        Optional<VendorText> text = texts.find(account.code(), letter.templateCode());
        Optional<ContactAddress> openid = addresses.address(letter.memberId(), channel());
        if (text.isEmpty() || openid.isEmpty()) {
            return new Receipt.CannotCarry(
                    text.isEmpty() ? "TEXT_IS_NOT_REGISTERED" : "MEMBER_DOES_NOT_FOLLOW");
        }
        return calls.send(
                account,
                "/cgi-bin/message/template/send",
                openid.get().address(),
                text.get(),
                letter);
    }
}
