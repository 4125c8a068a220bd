package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.store.MessageOwners;
import dev.waystation.platform.members.membership.Withdrawals;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The click under a mail: the consent for that channel and purpose is withdrawn and what still
 * waits is taken back, in one transaction. Clicking again changes nothing.
 */
@Service
public class Unsubscribe {

    /** What is not sent any more. */
    public record Done(String channel, String purpose) {}

    private final UnsubscribeLinks links;
    private final MessageOwners owners;
    private final Withdrawals withdrawals;
    private final CancelWithdrawnMessages cancel;
    private final Clock clock;

    Unsubscribe(
            UnsubscribeLinks links,
            MessageOwners owners,
            Withdrawals withdrawals,
            CancelWithdrawnMessages cancel,
            Clock clock) {
        this.links = links;
        this.owners = owners;
        this.withdrawals = withdrawals;
        this.cancel = cancel;
        this.clock = clock;
    }

    /** Empty for a token that stood in no message of ours. */
    @Transactional
    public Optional<Done> handle(String token) {
        Optional<UUID> reference = links.read(token);
        return reference.flatMap(owners::of).map(this::withdraw);
    }

    private Done withdraw(MessageOwners.Owner owner) {
        withdrawals.withdraw(owner.memberId(), owner.channel(), owner.purpose(), "unsubscribe");
        cancel.handle(owner.memberId(), owner.channel(), owner.purpose(), clock.instant());
        return new Done(owner.channel(), owner.purpose());
    }
}
