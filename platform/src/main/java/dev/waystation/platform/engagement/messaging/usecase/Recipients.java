package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What membership knows about whom a message is for, in the shape the send gate asks for. */
@Component
class Recipients {

    private final Members members;
    private final RuleRows rules;
    private final Clock clock;

    Recipients(Members members, RuleRows rules, Clock clock) {
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

    Set<RuleRows.Suppressed> suppressed(Collection<Long> memberIds) {
        return Set.copyOf(rules.suppressed(List.copyOf(memberIds)));
    }

    boolean stillConsents(KeptMessage message) {
        return members.consent(message.memberId(), message.channel(), message.purpose()).granted();
    }

    Optional<ContactAddress> address(KeptMessage message) {
        return members.address(message.memberId(), message.channel());
    }

    Candidate candidate(
            MessageOffer offer,
            @Nullable Template template,
            boolean suppressed,
            List<Candidate.Sent> sent) {
        long member = offer.memberId();
        return new Candidate(
                members.card(member).isPresent(),
                template,
                offer.values(),
                offer.purpose(),
                members.consent(member, offer.channel(), offer.purpose()),
                members.address(member, offer.channel()).isPresent(),
                suppressed,
                offer.staleAt(),
                sent);
    }
}
