package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Consent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says before a launch how many of a segment will get a marketing message over a channel, and what
 * keeps the others: the gate's own checks in the gate's own order, over everybody.
 */
@Service
public class FunnelAudience {

    private static final int PAGE = 5_000;

    /**
     * Which segment, over which channel.
     *
     * @param at when it is to leave; null for now
     */
    public record Command(long segmentId, String channel, @Nullable Instant at) {
        public Command {
            Malformed.require(!channel.isBlank(), "channel", channel, "name a channel");
        }

        /** For a message that would leave now. */
        public Command(long segmentId, String channel) {
            this(segmentId, channel, null);
        }
    }

    /** One bar: negative for those lost to a cause. */
    public record Step(String code, Said label, long count) {}

    /** The bars from matched to will receive, and when those who receive it will. */
    public record Funnel(List<Step> steps, long willReceive, Instant leavesAt) {}

    private final Segments segments;
    private final MessageRows messages;
    private final RuleRows rules;
    private final Clock clock;

    FunnelAudience(Segments segments, MessageRows messages, RuleRows rules, Clock clock) {
        this.segments = segments;
        this.messages = messages;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Funnel handle(Command command) {
        SendRules set = rules.read();
        Instant now = clock.instant();
        Instant asked = command.at();
        Instant due =
                set.quietHours(command.channel(), VenueZone.DEFAULT)
                        .firstLoudInstant(asked == null || asked.isBefore(now) ? now : asked);
        LocalDate day = due.atZone(VenueZone.DEFAULT).toLocalDate();
        Segments.Reach reach = segments.reach(command.segmentId(), command.channel());
        long suppressed = 0;
        long capped = 0;
        long receive = 0;
        List<Long> page = segments.reachable(command.segmentId(), command.channel(), 0, PAGE);
        while (!page.isEmpty()) {
            Set<Long> barred =
                    rules.suppressed(page).stream()
                            .filter(one -> one.channel().equals(command.channel()))
                            .map(RuleRows.Suppressed::memberId)
                            .collect(Collectors.toSet());
            Map<Long, List<Candidate.Sent>> sent =
                    messages.sentSince(page, day.minusDays(SendRules.LONGEST_DAYS));
            for (long member : page) {
                if (barred.contains(member)) {
                    suppressed++;
                } else if (isCapped(
                        set, command.channel(), day, sent.getOrDefault(member, List.of()))) {
                    capped++;
                } else {
                    receive++;
                }
            }
            page = segments.reachable(command.segmentId(), command.channel(), page.getLast(), PAGE);
        }
        return new Funnel(
                List.of(
                        new Step("MATCHED", new Said("符合条件", "matched"), reach.matched()),
                        step(WithheldReason.NO_CONSENT, "未同意营销", "no consent", reach.noConsent()),
                        step(WithheldReason.OPTED_OUT, "已退订", "opted out", reach.optedOut()),
                        step(WithheldReason.NO_ADDRESS, "没有地址", "no address", reach.noAddress()),
                        step(WithheldReason.SUPPRESSED, "地址已停用", "suppressed", suppressed),
                        step(WithheldReason.FREQUENCY_CAP, "达到频次上限", "over the cap", capped),
                        new Step("WILL_RECEIVE", new Said("将收到", "will receive"), receive)),
                receive,
                due);
    }

    private static boolean isCapped(
            SendRules rules, String channel, LocalDate day, List<Candidate.Sent> sent) {
        Candidate candidate =
                new Candidate(
                        true,
                        null,
                        Map.of(),
                        "marketing",
                        new Consent(channel, "marketing", true, null, ""),
                        true,
                        false,
                        null,
                        sent);
        return candidate.exceeds(rules, day);
    }

    private static Step step(WithheldReason reason, String zh, String en, long count) {
        return new Step(reason.name(), new Said(zh, en), -count);
    }
}
