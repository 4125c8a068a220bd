package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.Addresses;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.SendObjection;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.engagement.messaging.model.ReadingHabit;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Reachability;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Habits habits;
    private final Clock clock;
    private final List<SendObjection> objections;
    private final List<Addresses> others;

    Recipients(
            Members members,
            RuleRows rules,
            Habits habits,
            Clock clock,
            ObjectProvider<SendObjection> objections,
            ObjectProvider<Addresses> others) {
        this.others = others.orderedStream().toList();
        this.objections = objections.orderedStream().toList();
        this.rules = rules;
        this.habits = habits;
        this.members = members;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    SendRules rules() {
        return rules.read();
    }

    /** When these members read, where the rules ask for it. */
    Map<Long, ReadingHabit> habits(SendRules inForce, Collection<Long> memberIds) {
        return habits.of(inForce, memberIds);
    }

    /** By which clocks these members live. */
    Habits.Clocks clocks(Collection<Long> memberIds) {
        return habits.clocks(memberIds);
    }

    /** Nothing goes to this address any more; another device of the member may still be found. */
    void endAddress(KeptMessage message, ContactAddress at, String reason) {
        Optional<Addresses> keeper = keeper(message.channel());
        if (keeper.isPresent()) {
            keeper.get().gone(message.memberId(), at);
        } else {
            rules.suppress(message.memberId(), message.channel(), reason, clock.instant());
        }
    }

    private Optional<Addresses> keeper(String channel) {
        return others.stream().filter(one -> one.channels().contains(channel)).findFirst();
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
        return members.consent(message.memberId(), Medium.of(message.channel()), message.purpose())
                .granted();
    }

    /**
     * Those of these members whom a channel finds today, as far as it keeps addresses of its own.
     */
    Set<Long> found(String channel, List<Long> memberIds) {
        return keeper(channel)
                .map(keeper -> keeper.reachable(channel, memberIds))
                .orElseGet(() -> Set.copyOf(memberIds));
    }

    Optional<ContactAddress> address(KeptMessage message) {
        return address(message.memberId(), message.channel());
    }

    Optional<ContactAddress> address(long memberId, String channel) {
        return keeper(channel)
                .map(keeper -> keeper.address(memberId, channel))
                .orElseGet(() -> members.address(memberId, channel));
    }

    /** Consents of these members, and the channels that find them: of those asked for. */
    Map<Long, Reachability> reach(Collection<Long> memberIds, Set<String> channels) {
        var reach = new HashMap<>(members.reach(memberIds));
        for (String channel : channels) {
            keeper(channel)
                    .ifPresent(keeper -> {
                        Set<Long> found = keeper.reachable(channel, memberIds);
                        reach.replaceAll(
                                (member, known) -> with(known, channel, found.contains(member)));
                    });
        }
        return reach;
    }

    private static Reachability with(Reachability known, String channel, boolean found) {
        var channels = new HashSet<>(known.channels());
        if (found) {
            channels.add(channel);
        } else {
            channels.remove(channel);
        }
        return new Reachability(known.said(), channels);
    }

    /**
     * @param reach null for somebody who is no member
     */
    static Candidate candidate(
            MessageOffer offer,
            @Nullable Template template,
            @Nullable Reachability reach,
            boolean suppressed,
            List<Candidate.Sent> sent,
            ZoneId zone) {
        Reachability known = reach == null ? NOWHERE : reach;
        return new Candidate(
                reach != null,
                template,
                offer.values(),
                offer.purpose(),
                consent(known, offer.channel(), offer.purpose()),
                known.channels().contains(offer.channel()),
                suppressed,
                offer.staleAt(),
                sent,
                zone);
    }

    /** Consent is kept by medium; caps count by channel. */
    static Consent consent(@Nullable Reachability reach, String channel, String purpose) {
        Consent said = (reach == null ? NOWHERE : reach).consent(Medium.of(channel), purpose);
        return new Consent(channel, said.purpose(), said.granted(), said.since(), said.source());
    }
}
