package dev.waystation.platform.members.referral.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.facts.MemberRegistered;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import dev.waystation.platform.members.referral.usecase.BindInvitation;
import dev.waystation.platform.members.referral.usecase.FollowNewcomer;
import dev.waystation.platform.members.referral.usecase.ReviewInvitation;
import dev.waystation.platform.selling.admission.facts.TicketCheckedIn;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Follows newcomers in the order of what they do. */
@Component
class WhenNewcomerMoves implements FactReader {

    private final BindInvitation bind;
    private final FollowNewcomer follow;
    private final ReviewInvitation review;

    WhenNewcomerMoves(BindInvitation bind, FollowNewcomer follow, ReviewInvitation review) {
        this.bind = bind;
        this.follow = follow;
        this.review = review;
    }

    @Override
    public String name() {
        return "referral.newcomers";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(
                MemberRegistered.class,
                MembersLinked.class,
                TicketIssued.class,
                TicketRefunded.class,
                TicketCheckedIn.class,
                TripCompleted.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        batch.forEach(each -> read(each.fact()));
    }

    private void read(Fact fact) {
        switch (fact) {
            case MemberRegistered joined when joined.invitation() != null ->
                    bind.handle(
                            new BindInvitation.Command(
                                    joined.memberId(), joined.invitation(), joined.occurredAt()));
            case MembersLinked linked when linked.linked() -> {
                review.samePerson(linked.memberId(), linked.intoId(), linked.by(), linked.reason());
                review.samePerson(linked.intoId(), linked.memberId(), linked.by(), linked.reason());
            }
            case TicketIssued paid ->
                    follow.bought(
                            paid.memberId(), paid.orderId(), paid.ticketId(), paid.occurredAt());
            case TicketRefunded back ->
                    follow.refunded(back.memberId(), back.ticketId(), back.occurredAt());
            case TicketCheckedIn entered ->
                    follow.travelled(entered.memberId(), entered.occurredAt());
            case TripCompleted arrived ->
                    follow.travelled(arrived.memberId(), arrived.occurredAt());
            default -> {}
        }
    }
}
