package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.store.ChannelAddresses;
import dev.waystation.platform.engagement.channels.store.QuotaLedger;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where channels find a member, and how many subscription messages the member still allows. */
@Service
public class KeepReach {

    private static final Set<String> CHANNELS = Set.of("push", "miniapp", "wechat", "wecom");

    private final ChannelAddresses addresses;
    private final QuotaLedger quota;

    KeepReach(ChannelAddresses addresses, QuotaLedger quota) {
        this.addresses = addresses;
        this.quota = quota;
    }

    /** A text the member allowed; {@code left} means nothing for those allowed for good. */
    public record Allowed(String template, boolean longTerm, int left) {}

    @Transactional
    public void seen(long memberId, String channel, String address) {
        Malformed.require(
                CHANNELS.contains(channel),
                "channel",
                channel,
                "name one of push, miniapp, wechat, wecom");
        Malformed.require(
                address.matches("[\\x21-\\x7e]{8,256}"),
                "address",
                address.length() + " characters",
                "give the address as the channel names it, 8 to 256 characters");
        addresses.seen(memberId, channel, address);
    }

    @Transactional
    public void allow(long memberId, String template, boolean longTerm) {
        Malformed.require(
                template.matches("[a-z0-9-]{3,60}"),
                "template",
                template,
                "use 3 to 60 small letters, digits and hyphens");
        quota.grant(memberId, template, longTerm);
    }

    @Transactional(readOnly = true)
    public List<Allowed> allowed(long memberId) {
        return quota.of(memberId).stream()
                .map(each ->
                        new Allowed(each.template(), each.longTerm(), each.granted() - each.used()))
                .toList();
    }
}
