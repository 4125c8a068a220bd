package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what happened to members elsewhere, then looks at those members again. */
@Service
public class HearChanges {

    /** One change to what is known of a member. */
    public sealed interface Change {
        long memberId();

        Instant at();

        record Registered(long memberId, int birthYear, String gender, String city, Instant at)
                implements Change {}

        record Consented(long memberId, String channel, boolean granted, Instant at)
                implements Change {}

        record Verified(long memberId, LocalDate until, Instant at) implements Change {}

        record Did(
                long memberId,
                String event,
                String reference,
                long amountMinor,
                @Nullable String seatClass,
                @Nullable String from,
                @Nullable String to,
                Instant at)
                implements Change {}

        /** An event with properties of its own, such as those that operators define. */
        record Acted(
                long memberId,
                String event,
                String reference,
                Map<String, Object> properties,
                Instant at)
                implements Change {}

        /** An event whose words changed since it was told; without any it never was. */
        record Restated(
                long memberId,
                String event,
                String reference,
                Map<String, Object> properties,
                Instant at)
                implements Change {}

        /** What was taken for the member's was somebody else's. */
        record NotTheirs(long memberId, List<String> references, Instant at) implements Change {}

        record TookBack(long memberId, String event, String reference, Instant at)
                implements Change {}

        record PointsMoved(long memberId, String reference, long amount, Instant at)
                implements Change {}

        /** The member is none any more: nothing is known and no set holds them. */
        record Left(long memberId, Instant at) implements Change {}

        /** A channel finds the member, or does so no more. */
        record Reached(long memberId, String channel, boolean found, Instant at)
                implements Change {}

        record TierMoved(long memberId, String tier, Instant at) implements Change {}
    }

    /** Changes in the order they happened; each under the name of its fact. */
    public record Command(List<Heard> changes) {
        public Command {
            changes = List.copyOf(changes);
        }
    }

    /** A change and the fact it was heard from. */
    public record Heard(String cause, Change change) {}

    private static final String POINTS = "points.moved";

    private final TraitStore traits;
    private final DeedStore deeds;
    private final HoldMembers hold;
    private final RefreshMembers refresh;
    private final Members members;
    private final AudienceSets sets;

    HearChanges(
            TraitStore traits,
            DeedStore deeds,
            HoldMembers hold,
            RefreshMembers refresh,
            Members members,
            AudienceSets sets) {
        this.sets = sets;
        this.traits = traits;
        this.deeds = deeds;
        this.hold = hold;
        this.refresh = refresh;
        this.members = members;
    }

    @Transactional
    public void handle(Command command) {
        Map<Long, String> causes = new LinkedHashMap<>();
        SortedMap<Long, LocalDate> days = new TreeMap<>();
        command.changes().stream()
                .map(Heard::change)
                .forEach(change -> days.putIfAbsent(change.memberId(), day(change.at())));
        Map<Long, Long> stay = hold.handle(days);
        List<DeedStore.Acted> acted = new ArrayList<>();
        for (Heard heard : command.changes()) {
            if (heard.change() instanceof Change.Acted event) {
                acted.add(deed(event));
            } else {
                write(acted); // what comes next may take one of them back
                apply(heard.change());
            }
            long member = heard.change().memberId();
            causes.put(stay.getOrDefault(member, member), heard.cause());
        }
        write(acted);
        hold.combine(stay);
        refresh.handle(new RefreshMembers.Command(causes));
    }

    private void write(List<DeedStore.Acted> acted) {
        deeds.add(acted);
        acted.clear();
    }

    private static DeedStore.Acted deed(Change.Acted event) {
        return new DeedStore.Acted(
                event.memberId(),
                event.event(),
                event.reference(),
                day(event.at()),
                event.properties());
    }

    private static DeedStore.Acted deed(Change.Restated now) {
        return new DeedStore.Acted(
                now.memberId(), now.event(), now.reference(), day(now.at()), now.properties());
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Registered registered -> register(registered);
            case Change.Consented consented ->
                    traits.setConsent(
                            consented.memberId(), consented.channel(), consented.granted());
            case Change.Reached reached ->
                    traits.setReach(reached.memberId(), reached.channel(), reached.found());
            case Change.Verified verified ->
                    traits.setStudent(verified.memberId(), verified.until());
            case Change.Did did ->
                    deeds.add(
                            did.memberId(),
                            did.event(),
                            did.reference(),
                            day(did.at()),
                            did.amountMinor(),
                            did.seatClass(),
                            did.from(),
                            did.to());
            case Change.Acted acted -> deeds.add(List.of(deed(acted)));
            case Change.Restated now -> {
                deeds.takeBack(now.memberId(), now.event(), now.reference());
                if (!now.properties().isEmpty()) {
                    deeds.add(List.of(deed(now)));
                }
            }
            case Change.NotTheirs others -> deeds.takeBack(others.memberId(), others.references());
            case Change.TookBack back ->
                    deeds.takeBack(back.memberId(), back.event(), back.reference());
            case Change.PointsMoved moved -> {
                if (deeds.add(
                        moved.memberId(),
                        POINTS,
                        moved.reference(),
                        day(moved.at()),
                        moved.amount(),
                        null,
                        null,
                        null)) {
                    traits.addPoints(moved.memberId(), moved.amount());
                }
            }
            case Change.Left left -> {
                traits.forget(left.memberId());
                sets.removeAfterCommit(left.memberId());
            }
            case Change.TierMoved moved -> traits.setTier(moved.memberId(), moved.tier());
        }
    }

    /** The fact tells the year of birth only; the day is asked for where membership keeps it. */
    private void register(Change.Registered registered) {
        long memberId = registered.memberId();
        LocalDate born =
                members.card(memberId)
                        .map(MemberCard::birthDate)
                        .orElseGet(() -> LocalDate.of(registered.birthYear(), 1, 1));
        List<String> reachable =
                Stream.of("sms", "wechat", "email", "inbox")
                        .filter(channel -> members.address(memberId, channel).isPresent())
                        .toList();
        traits.register(
                memberId,
                born,
                registered.gender(),
                registered.city(),
                day(registered.at()),
                reachable);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VenueZone.DEFAULT);
    }
}
