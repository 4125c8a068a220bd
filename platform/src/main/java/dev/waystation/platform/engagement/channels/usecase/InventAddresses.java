package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.SeedAddresses;
import dev.waystation.platform.engagement.channels.store.ChannelAddresses;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives invented members devices and openids. */
@Service
class InventAddresses implements SeedAddresses {

    private final ChannelAddresses addresses;

    InventAddresses(ChannelAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    @Transactional
    public void seed(String channel, List<Long> memberIds) {
        addresses.seed(channel, memberIds);
    }
}
