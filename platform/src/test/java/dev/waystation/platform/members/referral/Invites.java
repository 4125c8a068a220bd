package dev.waystation.platform.members.referral;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.referral.model.Milestone;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.usecase.FollowLink;
import dev.waystation.platform.members.referral.usecase.MakeInviteLink;
import dev.waystation.platform.members.referral.usecase.MoveInviteCampaign;
import dev.waystation.platform.members.referral.usecase.ShownTrace;
import dev.waystation.platform.members.referral.usecase.WriteInviteCampaign;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Members who invite, newcomers who follow, and what they do next. */
final class Invites {

    private static final AtomicLong NUMBER = new AtomicLong(8_100_000_000L);

    private final Members members;
    private final WriteInviteCampaign write;
    private final MoveInviteCampaign move;
    private final MakeInviteLink make;
    private final FollowLink follow;
    private final FactReader newcomers;
    private final FactPump pump;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invites(org.springframework.context.ApplicationContext context) {
        this.members = context.getBean(Members.class);
        this.write = context.getBean(WriteInviteCampaign.class);
        this.move = context.getBean(MoveInviteCampaign.class);
        this.make = context.getBean(MakeInviteLink.class);
        this.follow = context.getBean(FollowLink.class);
        this.newcomers =
                context.getBeansOfType(FactReader.class).values().stream()
                        .filter(each -> each.name().equals("referral.newcomers"))
                        .findFirst()
                        .orElseThrow();
        this.pump = context.getBean(FactPump.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.clock = context.getBean(Clock.class);
    }

    /** 1,000 and 500 for both, three invitations a coupon and ten a tier where they are given. */
    static Terms terms(Instant now, Terms.Caps caps, Milestone... milestones) {
        return new Terms(
                new Said("测试邀请", "Test invitations"),
                now.minus(Duration.ofDays(10)),
                now.plus(Duration.ofDays(30)),
                7,
                new Terms.Rewards(1_000, 1_000, 500, 500),
                caps,
                List.of(milestones),
                new Terms.Limits(3, 4, 3, 4, 4, 100, 200));
    }

    long campaign(Milestone... milestones) {
        return campaign(new Terms.Caps(50, 100), milestones);
    }

    long campaign(Terms.Caps caps, Milestone... milestones) {
        return campaign(terms(clock.instant(), caps, milestones));
    }

    long campaign(Terms terms) {
        long id = write.draft(terms, "test").id();
        move.publish(id);
        return id;
    }

    long somebody() {
        return members.register(born()).value();
    }

    static Registration born() {
        return People.born(LocalDate.of(1990, 5, 5));
    }

    String code(long member, long campaign) {
        return code(member, campaign, ShownTrace.NOTHING);
    }

    String code(long member, long campaign, ShownTrace shown) {
        return ((MakeInviteLink.Outcome.Made)
                        make.handle(new MakeInviteLink.Command(member, campaign, "link", shown)))
                .link()
                .code();
    }

    /** Opens a link; gives back the token to register with. */
    String touch(String code, @Nullable String visitor, ShownTrace shown) {
        return ((FollowLink.Outcome.Kept)
                        follow.handle(new FollowLink.Command(code, visitor, null, shown)))
                .visitor();
    }

    String touch(String code) {
        return touch(code, null, ShownTrace.NOTHING);
    }

    /** Joins with a token. */
    long join(@Nullable String visitor) {
        Registration one = born();
        long member =
                members.register(
                                new Registration(
                                        one.phone(),
                                        one.name(),
                                        one.documentType(),
                                        one.documentNumber(),
                                        one.birthDate(),
                                        one.gender(),
                                        one.cityCode(),
                                        one.channel(),
                                        visitor))
                        .value();
        pump.drain();
        return member;
    }

    long invited(String code) {
        return join(touch(code));
    }

    static ShownTrace device(String device) {
        return new ShownTrace(device, null, null, null);
    }

    static long number() {
        return NUMBER.incrementAndGet();
    }

    TicketIssued ticket(long member, long order) {
        return new TicketIssued(
                number(),
                order,
                member,
                1,
                "second",
                12_000,
                clock.instant().plus(Duration.ofDays(1)),
                clock.instant());
    }

    TicketRefunded refund(TicketIssued ticket) {
        return new TicketRefunded(
                ticket.ticketId(),
                ticket.orderId(),
                ticket.memberId(),
                1,
                11_400,
                600,
                clock.instant());
    }

    TripCompleted trip(TicketIssued ticket) {
        return new TripCompleted(
                ticket.ticketId(),
                ticket.memberId(),
                1,
                "second",
                0,
                false,
                false,
                "YYD",
                "WHN",
                clock.instant());
    }

    /**
     * Tells facts to the reader of newcomers alone: the orders behind them are invented, and others
     * would look for them.
     */
    void tell(Fact... told) {
        List<RecordedFact> batch =
                Stream.of(told).map(each -> new RecordedFact(1, each, clock.instant())).toList();
        transaction.executeWithoutResult(_ -> newcomers.read(batch));
        pump.drain();
    }

    /** Buys and travels. */
    void travel(long member) {
        TicketIssued ticket = ticket(member, number());
        tell(ticket, trip(ticket));
    }
}
