package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.StaffSends;
import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** WeCom as a channel: nothing leaves from here, a message becomes part of a task of staff. */
@Component
class WecomMassSend implements Vendor {

    static final String CODE = "wecom";
    static final String CHANNEL = "wecom";

    private final ObjectProvider<StaffSends> staff;

    WecomMassSend(ObjectProvider<StaffSends> staff) {
        this.staff = staff;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public URI home() {
        return URI.create("https://qyapi.weixin.qq.com");
    }

    /** Gathering calls nobody; the account's own limits are for the calls that follow. */
    @Override
    public LaneLimits limits(VendorAccount account) {
        return LaneLimits.IN_HOUSE;
    }

    @Override
    public Receipt send(VendorAccount account, Letter letter) {
        return staff.getObject().gather(account.code(), letter);
    }
}
