package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Inquiry;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import java.net.URI;
import java.util.Optional;

/** How one vendor is spoken to. It holds nothing: every call brings the account it is made with. */
interface Vendor {

    /** Such as {@code aliyun-sms}. */
    String code();

    String channel();

    /** Where the vendor is, unless the operator says otherwise. */
    URI home();

    /** How hard it may be driven. */
    default LaneLimits limits(VendorAccount account) {
        return account.limits();
    }

    Receipt send(VendorAccount account, Letter letter);

    /** What became of it; absent while the vendor can't say. */
    default Optional<Receipt> ask(VendorAccount account, Inquiry inquiry) {
        return Optional.empty();
    }
}
