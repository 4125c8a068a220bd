package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Consent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the gate would do with those a channel reaches, in its own order, page by page. */
@Component
class FunnelSieve {

    private static final int PAGE = 5_000;

    /** Of a member whom the channel reaches. */
    enum Fate {
        /** Not seen there for so long that nothing is sent any more. */
        NO_ADDRESS,
        SUPPRESSED,
        FREQUENCY_CAP,
        WILL_RECEIVE
    }

    private final Segments segments;
    private final Recipients recipients;
    private final MessageRows messages;
    private final RuleRows rules;
    private final Clock clock;

    FunnelSieve(
            Segments segments,
            Recipients recipients,
            MessageRows messages,
            RuleRows rules,
            Clock clock) {
        this.recipients = recipients;
        this.segments = segments;
        this.messages = messages;
        this.rules = rules;
        this.clock = clock;
    }

    /** When it leaves: as asked, or when quiet hours end. */
    Instant leavesAt(FunnelAudience.Command asked) {
        Instant now = clock.instant();
        Instant at = asked.at();
        return rules.read()
                .quietHours(asked.channel(), VenueZone.DEFAULT)
                .firstLoudInstant(at == null || at.isBefore(now) ? now : at);
    }

    /**
     * Members after a number in the order of numbers, each with their fate; read as it is walked.
     */
    Stream<SortedMap<Long, Fate>> pages(FunnelAudience.Command asked, long after) {
        SendRules set = rules.read();
        LocalDate day = leavesAt(asked).atZone(VenueZone.DEFAULT).toLocalDate();
        return Stream.iterate(
                page(asked, after, set, day),
                page -> !page.isEmpty(),
                page -> page(asked, page.lastKey(), set, day));
    }

    private SortedMap<Long, Fate> page(
            FunnelAudience.Command asked, long after, SendRules set, LocalDate day) {
        List<Long> page =
                segments.behind(Segments.Barrier.NONE, asked.segmentId(), asked.way(), after, PAGE);
        Set<Long> barred =
                rules.suppressed(page).stream()
                        .filter(one -> one.channel().equals(asked.channel()))
                        .map(RuleRows.Suppressed::memberId)
                        .collect(Collectors.toSet());
        Map<Long, List<Candidate.Sent>> sent =
                messages.sentSince(page, day.minusDays(SendRules.LONGEST_DAYS));
        Set<Long> found = recipients.found(asked.channel(), page);
        SortedMap<Long, Fate> fates = new TreeMap<>();
        for (long member : page) {
            Fate fate = Fate.WILL_RECEIVE;
            if (!found.contains(member)) {
                fate = Fate.NO_ADDRESS;
            } else if (barred.contains(member)) {
                fate = Fate.SUPPRESSED;
            } else if (isCapped(set, asked.channel(), day, sent.getOrDefault(member, List.of()))) {
                fate = Fate.FREQUENCY_CAP;
            }
            fates.put(member, fate);
        }
        return fates;
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
}
