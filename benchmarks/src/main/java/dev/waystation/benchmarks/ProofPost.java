package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.messaging.Addresses;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.members.membership.ContactAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A post office that finds everybody and keeps what it carried, and when. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProofPost implements ChannelAdapter, Addresses {

    private final Queue<Sent> carried = new ConcurrentLinkedQueue<>();

    record Sent(long memberId, long at) {}

    /** What it carried since it was last asked. */
    List<Sent> collect() {
        var all = new ArrayList<Sent>();
        for (Sent next = carried.poll(); next != null; next = carried.poll()) {
            all.add(next);
        }
        return all;
    }

    @Override
    public boolean serves(String channel) {
        return channels().contains(channel);
    }

    @Override
    public Receipt send(Letter letter) {
        carried.add(new Sent(letter.memberId(), System.nanoTime()));
        return new Receipt.Delivered(letter.reference().toString());
    }

    @Override
    public Set<String> channels() {
        return Set.of("sms");
    }

    @Override
    public Set<Long> reachable(String channel, Collection<Long> memberIds) {
        return Set.copyOf(memberIds);
    }

    @Override
    public Optional<ContactAddress> address(long memberId, String channel) {
        return Optional.of(new ContactAddress(channel, "member " + memberId));
    }

    @Override
    public void gone(long memberId, ContactAddress address) {
        throw new IllegalStateException("Nobody is gone here");
    }
}
