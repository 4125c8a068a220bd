package dev.waystation.platform.engagement.audience.triggers;

import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.usecase.CarryMembers;
import dev.waystation.platform.engagement.audience.usecase.HearChanges;
import dev.waystation.platform.engagement.audience.usecase.HearChanges.Change;
import dev.waystation.platform.engagement.links.facts.LinkClicked;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.loyalty.facts.TierChanged;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.facts.MemberCorrected;
import dev.waystation.platform.members.membership.facts.MemberLeft;
import dev.waystation.platform.members.membership.facts.MemberRegistered;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import dev.waystation.platform.members.membership.facts.ReachChanged;
import dev.waystation.platform.members.membership.facts.StudentVerified;
import dev.waystation.platform.members.parties.facts.PartyFormed;
import dev.waystation.platform.members.parties.facts.PartyTravelled;
import dev.waystation.platform.members.wallet.facts.PointsCorrected;
import dev.waystation.platform.members.wallet.facts.PointsCredited;
import dev.waystation.platform.members.wallet.facts.PointsExpired;
import dev.waystation.platform.members.wallet.facts.PointsSpent;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Hears of members, trips, points and tiers, and moves tags and segments in the same transaction.
 */
@Component
class WhenMembersChange implements FactReader {

    private final HearChanges hear;

    private final CarryMembers carry;

    WhenMembersChange(HearChanges hear, CarryMembers carry) {
        this.carry = carry;
        this.hear = hear;
    }

    @Override
    public String name() {
        return "audience.members";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(
                MemberRegistered.class,
                MemberCorrected.class,
                MemberLeft.class,
                MembersLinked.class,
                ConsentChanged.class,
                ReachChanged.class,
                StudentVerified.class,
                TicketIssued.class,
                TicketRefunded.class,
                TicketChanged.class,
                TripCompleted.class,
                PointsCredited.class,
                PointsSpent.class,
                PointsExpired.class,
                PointsCorrected.class,
                TierChanged.class,
                LinkClicked.class,
                PartyFormed.class,
                PartyTravelled.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        List<HearChanges.Heard> heard = new ArrayList<>();
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof MembersLinked link) {
                // whose a change is depends on who was one person by then
                tell(heard);
                heard.clear();
                follow(link);
            }
            change(recorded.fact(), "position:" + recorded.position())
                    .ifPresent(change ->
                            heard.add(
                                    new HearChanges.Heard(
                                            recorded.fact().getClass().getSimpleName(), change)));
        }
        tell(heard);
    }

    private void tell(List<HearChanges.Heard> heard) {
        if (!heard.isEmpty()) {
            hear.handle(new HearChanges.Command(heard));
        }
    }

    private void follow(MembersLinked link) {
        if (link.linked()) {
            carry.merge(link.memberId(), link.intoId());
        } else {
            carry.part(link.memberId(), link.intoId());
        }
    }

    /**
     * What a fact means here.
     *
     * @param position counts once what carries no reference of its own
     */
    private static Optional<Change> change(Fact fact, String position) {
        return switch (fact) {
            case MemberRegistered f ->
                    Optional.of(
                            new Change.Registered(
                                    f.memberId(),
                                    f.birthYear(),
                                    f.gender(),
                                    f.cityCode(),
                                    f.occurredAt()));
            case MemberCorrected f ->
                    Optional.of(
                            new Change.Registered(
                                    f.memberId(),
                                    f.birthYear(),
                                    f.gender(),
                                    f.cityCode(),
                                    f.joinedAt()));
            case MemberLeft f -> Optional.of(new Change.Left(f.memberId(), f.occurredAt()));
            case PointsCorrected f ->
                    points(
                            f.currency(),
                            new Change.PointsMoved(
                                    f.memberId(), position, f.change(), f.occurredAt()));
            case ConsentChanged f when f.purpose().equals("marketing") ->
                    Optional.of(
                            new Change.Consented(
                                    f.memberId(), f.channel(), f.granted(), f.occurredAt()));
            case ReachChanged f ->
                    Optional.of(
                            new Change.Reached(
                                    f.memberId(), f.channel(), f.found(), f.occurredAt()));
            case StudentVerified f when f.self() ->
                    Optional.of(new Change.Verified(f.memberId(), f.validUntil(), f.occurredAt()));
            case LinkClicked f ->
                    Optional.of(
                            new Change.Acted(
                                    f.memberId(),
                                    Vocabulary.CLICKED,
                                    "click:" + f.clickId(),
                                    Map.of("link", f.code(), "campaign", f.campaign()),
                                    f.occurredAt()));
            case TicketIssued f ->
                    Optional.of(
                            new Change.Did(
                                    f.memberId(),
                                    Vocabulary.BOUGHT,
                                    ticket(f.ticketId()),
                                    f.fareMinor(),
                                    f.seatClass(),
                                    null,
                                    null,
                                    f.occurredAt()));
            case TicketRefunded f ->
                    Optional.of(
                            new Change.TookBack(
                                    f.memberId(),
                                    Vocabulary.BOUGHT,
                                    ticket(f.ticketId()),
                                    f.occurredAt()));
            case TicketChanged f ->
                    Optional.of(
                            new Change.TookBack(
                                    f.memberId(),
                                    Vocabulary.BOUGHT,
                                    ticket(f.ticketId()),
                                    f.occurredAt()));
            // who travelled, whoever bought; somebody who is no member has no page here
            case TripCompleted f when f.traveller() == 0 -> Optional.empty();
            case PartyFormed f ->
                    Optional.of(
                            new Change.Restated(
                                    f.memberId(),
                                    Vocabulary.PARTY_BOUGHT,
                                    "party:" + f.party(),
                                    f.size() == 0
                                            ? Map.of()
                                            : Map.of(
                                                    "partySize", (long) f.size(),
                                                    "others", (long) f.others(),
                                                    "children", (long) f.children(),
                                                    "seniors", (long) f.seniors()),
                                    f.occurredAt()));
            case PartyTravelled f ->
                    Optional.of(
                            new Change.Acted(
                                    f.memberId(),
                                    Vocabulary.PARTY_TRAVELLED,
                                    ticket(f.ticketId()),
                                    Map.of(
                                            "partySize",
                                            (long) f.size(),
                                            "children",
                                            (long) f.children(),
                                            "role",
                                            f.role(),
                                            "own",
                                            f.own()),
                                    f.occurredAt()));
            case TripCompleted f ->
                    Optional.of(
                            new Change.Did(
                                    f.traveller(),
                                    Vocabulary.TRIP,
                                    ticket(f.ticketId()),
                                    f.fareMinor(),
                                    f.seatClass(),
                                    f.fromStation(),
                                    f.toStation(),
                                    f.occurredAt()));
            case PointsCredited f ->
                    points(
                            f.currency(),
                            new Change.PointsMoved(
                                    f.memberId(),
                                    f.reference().toString(),
                                    f.amount(),
                                    f.occurredAt()));
            case PointsSpent f ->
                    points(
                            f.currency(),
                            new Change.PointsMoved(
                                    f.memberId(),
                                    f.reference().toString(),
                                    -f.amount(),
                                    f.occurredAt()));
            case PointsExpired f ->
                    points(
                            f.currency(),
                            new Change.PointsMoved(
                                    f.memberId(), position, -f.amount(), f.occurredAt()));
            case TierChanged f ->
                    Optional.of(new Change.TierMoved(f.memberId(), f.toTier(), f.occurredAt()));
            default -> Optional.empty();
        };
    }

    private static Optional<Change> points(String currency, Change change) {
        return currency.equals("points") ? Optional.of(change) : Optional.empty();
    }

    private static String ticket(long ticketId) {
        return "ticket:" + ticketId;
    }
}
