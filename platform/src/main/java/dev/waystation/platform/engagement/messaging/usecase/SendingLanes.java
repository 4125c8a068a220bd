package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAccounts;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.engagement.messaging.model.SendingLane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Which accounts carry a message, in order of preference, and the lane of each. */
@Component
class SendingLanes {

    private final List<ChannelAccounts> kept;
    private final List<ChannelAdapter> built;
    private final Map<String, SendingLane> lanes = new ConcurrentHashMap<>();

    @Autowired
    SendingLanes(ObjectProvider<ChannelAccounts> kept, List<ChannelAdapter> built) {
        this(kept.orderedStream().toList(), built);
    }

    SendingLanes(List<ChannelAccounts> kept, List<ChannelAdapter> built) {
        this.kept = List.copyOf(kept);
        this.built = List.copyOf(built);
    }

    /** Accounts of the operator; what the house brings along serves only where there are none. */
    List<ChannelAdapter> serving(String channel, String purpose) {
        List<ChannelAdapter> own = new ArrayList<>();
        kept.forEach(accounts -> own.addAll(accounts.serving(channel, purpose)));
        return own.isEmpty()
                ? built.stream().filter(each -> each.serves(channel)).limit(1).toList()
                : own;
    }

    /** The first account that is not at rest; the preferred one when all are. */
    ChannelAdapter first(List<ChannelAdapter> accounts, Instant now) {
        return accounts.stream()
                .filter(each -> !lane(each).isResting(now))
                .findFirst()
                .orElse(accounts.getFirst());
    }

    /** New limits open a new lane; calls of the old one end there. */
    SendingLane lane(ChannelAdapter adapter) {
        LaneLimits limits = adapter.limits();
        return lanes.compute(
                adapter.account(),
                (_, known) ->
                        known != null && known.limits().equals(limits)
                                ? known
                                : new SendingLane(limits));
    }
}
