package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.SendObjection;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Reachability;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What membership knows about whom a message is for, in the shape the send gate asks for. */
@Component
class Recipients {

    private static final Reachability NOWHERE = new Reachability(List.of(), Set.of());

    private final Members members;
    private final RuleRows rules;
    private final Clock clock;
    private final List<SendObjection> objections;

    Recipients(
            Members members,
            RuleRows rules,
            Clock clock,
            ObjectProvider<SendObjection> objections) {
        this.objections = objections.orderedStream().toList();
        this.rules = rules;
        this.members = members;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    SendRules rules() {
        return rules.read();
    }

    /** Nothing goes to this member over this channel any more. */
    void endAddress(KeptMessage message, String reason) {
        rules.suppress(message.memberId(), message.channel(), reason);
    }

    Set<RuleRows.Suppressed> suppressed(Collection<Long> memberIds) {
        return Set.copyOf(rules.suppressed(List.copyOf(memberIds)));
    }

    /** Whether whoever wanted it does not want it any more. */
    boolean isObjectedTo(KeptMessage message, Instant now) {
        return objections.stream()
                .anyMatch(one ->
                        one.objects(
                                message.source(), message.memberId(), message.reference(), now));
    }

    boolean stillConsents(KeptMessage message) {
        return members.consent(message.memberId(), message.channel(), message.purpose()).granted();
    }

    Optional<ContactAddress> address(KeptMessage message) {
        return members.address(message.memberId(), message.channel());
    }

    Map<Long, Reachability> reach(Collection<Long> memberIds) {
        return members.reach(memberIds);
    }

    /**
     * @param reach null for somebody who is no member
     */
    static Candidate candidate(
            MessageOffer offer,
            @Nullable Template template,
            @Nullable Reachability reach,
            boolean suppressed,
            List<Candidate.Sent> sent) {
        Reachability known = reach == null ? NOWHERE : reach;
        return new Candidate(
                reach != null,
                template,
                offer.values(),
                offer.purpose(),
                known.consent(offer.channel(), offer.purpose()),
                known.channels().contains(offer.channel()),
                suppressed,
                offer.staleAt(),
                sent);
    }
}
