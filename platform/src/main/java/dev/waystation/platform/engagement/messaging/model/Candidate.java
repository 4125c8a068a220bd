package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the send gate looks at.
 *
 * @param suppressed whether the address bounced, complained or was barred
 * @param staleAt from when the message is of no use any more
 * @param zone where the member is by the clock
 * @param sent what the member got, or will get, that counts towards caps
 */
public record Candidate(
        boolean memberIsKnown,
        @Nullable Template template,
        Map<String, String> values,
        String purpose,
        Consent consent,
        boolean hasAddress,
        boolean suppressed,
        @Nullable Instant staleAt,
        List<Sent> sent,
        ZoneId zone) {

    /** Somebody who lives by the venue's clock. */
    public Candidate(
            boolean memberIsKnown,
            @Nullable Template template,
            Map<String, String> values,
            String purpose,
            Consent consent,
            boolean hasAddress,
            boolean suppressed,
            @Nullable Instant staleAt,
            List<Sent> sent) {
        this(
                memberIsKnown,
                template,
                values,
                purpose,
                consent,
                hasAddress,
                suppressed,
                staleAt,
                sent,
                VenueZone.DEFAULT);
    }

    /** Messages of one purpose over one channel on one local day. */
    public record Sent(String purpose, String channel, LocalDate day, int count) {}

    public Candidate {
        sent = List.copyOf(sent);
    }

    /** Whether one more on that day would be one too many. */
    public boolean exceeds(SendRules rules, LocalDate day) {
        return rules.caps().stream()
                .filter(cap -> cap.concerns(purpose, consent.channel()))
                .anyMatch(cap -> sentUnder(cap, day) >= cap.most());
    }

    int sentUnder(SendRules.Cap cap, LocalDate day) {
        LocalDate first = day.minusDays(cap.days() - 1L);
        return sent.stream()
                .filter(one -> cap.concerns(one.purpose(), one.channel()))
                .filter(one -> !one.day().isBefore(first) && !one.day().isAfter(day))
                .mapToInt(Sent::count)
                .sum();
    }
}
