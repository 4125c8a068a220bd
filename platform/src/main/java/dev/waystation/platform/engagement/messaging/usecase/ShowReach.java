package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.engagement.messaging.model.SendGate;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.MemberSection;
import dev.waystation.platform.members.membership.Reachability;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/**
 * Over which channels a member can be reached this minute, on the member's page: the send gate's
 * own answer to a message of any text, so that nobody is called reachable who would get nothing.
 */
@Component
class ShowReach implements MemberSection {

    /** One channel, for advertising and for what concerns the member's own journeys. */
    record Way(String channel, Answer marketing, Answer service) {}

    /**
     * What the gate says.
     *
     * @param open whether a message would leave, now or later
     * @param reason why not; absent when it would
     * @param from when it would leave if not now
     */
    record Answer(boolean open, @Nullable String reason, @Nullable Instant from, Explanation why) {}

    private final Recipients recipients;
    private final RuleRows rules;
    private final MessageRows messages;

    ShowReach(Recipients recipients, RuleRows rules, MessageRows messages) {
        this.recipients = recipients;
        this.rules = rules;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<Way>>() {}.getType();
    }

    @Override
    public List<Way> of(long memberId) {
        return new Asked(memberId).ways();
    }

    /** What the gate wants to know of one member, read once for all channels. */
    private final class Asked {

        private final Instant now = recipients.now();
        private final SendRules inForce = rules.read();
        private final SendGate gate = new SendGate(inForce);
        private final @Nullable Reachability reach;
        private final ZoneId zone;
        private final Set<String> suppressed;
        private final List<Candidate.Sent> sent;

        private Asked(long memberId) {
            List<Long> alone = List.of(memberId);
            reach = recipients.reach(alone, Set.copyOf(Medium.ALL)).get(memberId);
            zone = recipients.clocks(alone).of(memberId);
            suppressed =
                    recipients.suppressed(alone).stream()
                            .map(RuleRows.Suppressed::channel)
                            .collect(Collectors.toSet());
            sent =
                    messages.sentSince(
                                    alone,
                                    now.atZone(VenueZone.DEFAULT)
                                            .toLocalDate()
                                            .minusDays(SendRules.LONGEST_DAYS))
                            .getOrDefault(memberId, List.of());
        }

        private List<Way> ways() {
            return Medium.ALL.stream()
                    .map(channel ->
                            new Way(
                                    channel,
                                    ask(channel, MessageOffer.MARKETING),
                                    ask(channel, MessageOffer.SERVICE)))
                    .toList();
        }

        private Answer ask(String channel, String purpose) {
            return switch (gate.reach(candidate(channel, purpose), now)) {
                case SendGate.Verdict.Leaves it -> new Answer(true, null, null, it.why());
                case SendGate.Verdict.Waits it -> new Answer(true, null, it.until(), it.why());
                case SendGate.Verdict.Stays it ->
                        new Answer(false, it.reason().name(), null, it.why());
            };
        }

        private Candidate candidate(String channel, String purpose) {
            return new Candidate(
                    reach != null,
                    null,
                    Map.of(),
                    purpose,
                    consent(channel, purpose),
                    reach != null && reach.channels().contains(channel),
                    suppressed.contains(channel),
                    null,
                    sent,
                    zone);
        }

        private Consent consent(String channel, String purpose) {
            return Recipients.consent(reach, channel, purpose);
        }
    }
}
