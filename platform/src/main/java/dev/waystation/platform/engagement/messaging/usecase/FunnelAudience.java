package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says before a launch how many of a segment will get a marketing message over a channel, and what
 * keeps the others: the gate's own checks in the gate's own order, over everybody.
 */
@Service
public class FunnelAudience {

    /**
     * Which segment, over which channel.
     *
     * @param at when it is to leave; null for now
     */
    public record Command(long segmentId, String channel, @Nullable Instant at) {
        public Command {
            Malformed.require(!channel.isBlank(), "channel", channel, "name a channel");
        }

        Segments.Way way() {
            return new Segments.Way(channel, Medium.of(channel));
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
    private final FunnelSieve sieve;

    FunnelAudience(Segments segments, FunnelSieve sieve) {
        this.segments = segments;
        this.sieve = sieve;
    }

    @Transactional(readOnly = true)
    public Funnel handle(Command command) {
        Segments.Reach reach = segments.reach(command.segmentId(), command.way());
        Map<FunnelSieve.Fate, Long> fates = new EnumMap<>(FunnelSieve.Fate.class);
        sieve.pages(command, 0)
                .flatMap(page -> page.values().stream())
                .forEach(fate -> fates.merge(fate, 1L, Long::sum));
        long unseen = fates.getOrDefault(FunnelSieve.Fate.NO_ADDRESS, 0L);
        long suppressed = fates.getOrDefault(FunnelSieve.Fate.SUPPRESSED, 0L);
        long capped = fates.getOrDefault(FunnelSieve.Fate.FREQUENCY_CAP, 0L);
        long receive = fates.getOrDefault(FunnelSieve.Fate.WILL_RECEIVE, 0L);
        return new Funnel(
                List.of(
                        new Step("MATCHED", new Said("符合条件", "matched"), reach.matched()),
                        step(WithheldReason.NO_CONSENT, "未同意营销", "no consent", reach.noConsent()),
                        step(WithheldReason.OPTED_OUT, "已退订", "opted out", reach.optedOut()),
                        step(
                                WithheldReason.NO_ADDRESS,
                                "没有地址",
                                "no address",
                                reach.noAddress() + unseen),
                        step(WithheldReason.SUPPRESSED, "地址已停用", "suppressed", suppressed),
                        step(WithheldReason.FREQUENCY_CAP, "达到频次上限", "over the cap", capped),
                        new Step("WILL_RECEIVE", new Said("将收到", "will receive"), receive)),
                receive,
                sieve.leavesAt(command));
    }

    private static Step step(WithheldReason reason, String zh, String en, long count) {
        return new Step(reason.name(), new Said(zh, en), -count);
    }
}
