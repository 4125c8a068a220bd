package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.store.VendorAccountStore;
import dev.waystation.platform.engagement.messaging.ChannelAccounts;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives every active account to the outbox as an adapter; a change counts within seconds. */
@Component
class KeptAccounts implements ChannelAccounts {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final VendorAccountStore store;
    private final Map<String, Vendor> vendors;
    private final MachineTime time;
    private volatile Known known = new Known(Instant.EPOCH, List.of());

    KeptAccounts(VendorAccountStore store, List<Vendor> vendors, MachineTime time) {
        this.store = store;
        this.vendors =
                vendors.stream().collect(Collectors.toMap(Vendor::code, Function.identity()));
        this.time = time;
    }

    private record Known(Instant readAt, List<Opened> accounts) {}

    @Override
    public List<ChannelAdapter> serving(String channel, String purpose) {
        Known now = known;
        if (now.readAt().plus(FRESH).isBefore(time.now())) {
            now = new Known(time.now(), read());
            known = now;
        }
        return now.accounts().stream()
                .filter(each -> each.serves(channel))
                .filter(each -> each.kept().purposes().contains(purpose))
                .map(ChannelAdapter.class::cast)
                .toList();
    }

    /** Reads again before the next message. */
    void forget() {
        known = new Known(Instant.EPOCH, List.of());
    }

    private List<Opened> read() {
        List<Opened> opened = new ArrayList<>();
        for (VendorAccount each : store.all()) {
            Vendor vendor = vendors.get(each.vendor());
            if (each.active() && vendor != null) {
                opened.add(new Opened(each, vendor));
            }
        }
        return List.copyOf(opened);
    }

    private record Opened(VendorAccount kept, Vendor vendor) implements ChannelAdapter {

        @Override
        public boolean serves(String channel) {
            return kept.channel().equals(channel);
        }

        @Override
        public String account() {
            return kept.code();
        }

        @Override
        public LaneLimits limits() {
            return vendor.limits(kept);
        }

        @Override
        public Receipt send(Letter letter) {
            return vendor.send(kept, letter);
        }

        @Override
        public Optional<Receipt> ask(Inquiry inquiry) {
            return vendor.ask(kept, inquiry);
        }
    }
}
