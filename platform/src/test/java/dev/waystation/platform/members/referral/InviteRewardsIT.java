package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.referral.model.Reward;
import dev.waystation.platform.members.referral.store.InviteRewardStore;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.platform.selling.admission.facts.TicketCheckedIn;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both sides get, when it comes true and when it is taken back. */
@PlatformIT
class InviteRewardsIT {

    @Autowired ApplicationContext context;
    @Autowired InviteRewardStore rewards;
    @Autowired Points points;
    @Autowired ShowPoints books;
    @Autowired Explanations explanations;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Invites invites;
    private long inviter;
    private long newcomer;

    @BeforeEach
    void somebodyBringsSomebody() {
        invites = new Invites(context);
        inviter = invites.somebody();
        newcomer = invites.invited(invites.code(inviter, invites.campaign()));
    }

    @Test
    @Capability("L80")
    void aThousandAtSignUpAndFiveHundredAtTheFirstOrderForBothSidesOnce() {
        assertThat(pending()).containsExactly(1_000L, 1_000L);
        TicketIssued first = invites.ticket(newcomer, Invites.number());
        invites.tell(first, first);
        invites.tell(invites.ticket(newcomer, Invites.number()));
        assertThat(pending()).containsExactly(1_500L, 1_500L);
        assertThat(spendable()).containsExactly(0L, 0L);
        invites.tell(invites.trip(first), invites.trip(first));
        assertThat(pending()).containsExactly(0L, 0L);
        assertThat(spendable()).containsExactly(1_500L, 1_500L);
        assertThat(books.verify().sound()).isTrue();
    }

    @Test
    @Capability("L80")
    @Capability("REF-03")
    void aRefundOfThatOrderTakesItsRewardBackFromBothByAnEntryAfterItCameTrue() {
        TicketIssued first = invites.ticket(newcomer, Invites.number());
        TicketIssued second =
                new TicketIssued(
                        Invites.number(),
                        first.orderId(),
                        newcomer,
                        1,
                        "second",
                        12_000,
                        first.departs(),
                        clock.instant());
        TicketIssued other = invites.ticket(newcomer, Invites.number());
        invites.tell(first, second, invites.trip(other));
        assertThat(spendable()).containsExactly(1_500L, 1_500L);
        invites.tell(invites.refund(first));
        assertThat(spendable())
                .as("one ticket of the order is left")
                .containsExactly(1_500L, 1_500L);
        invites.tell(invites.refund(second), invites.refund(second));
        assertThat(spendable()).containsExactly(1_000L, 1_000L);
        assertThat(states())
                .containsExactlyInAnyOrder(
                        Reward.State.EARNED,
                        Reward.State.EARNED,
                        Reward.State.REVERSED,
                        Reward.State.REVERSED);
        assertThat(entries("REVERSAL")).isEqualTo(2);
        assertThat(books.verify().sound()).isTrue();
    }

    @Test
    @Capability("REF-03")
    void aRefundBeforeTheTripCallsThePromiseOffAndTheNextOrderCountsAsTheFirst() {
        TicketIssued first = invites.ticket(newcomer, Invites.number());
        invites.tell(first, invites.refund(first));
        assertThat(pending()).containsExactly(1_000L, 1_000L);
        TicketIssued next = invites.ticket(newcomer, Invites.number());
        invites.tell(next);
        assertThat(pending()).containsExactly(1_500L, 1_500L);
        invites.tell(invites.trip(next));
        assertThat(spendable()).containsExactly(1_500L, 1_500L);
        assertThat(books.verify().sound()).isTrue();
    }

    @Test
    @Capability("REF-03")
    void enteringAGateIsEnoughForTheRewardToComeTrue() {
        TicketIssued first = invites.ticket(newcomer, Invites.number());
        invites.tell(first);
        invites.tell(
                new TicketCheckedIn(first.ticketId(), newcomer, 1, "WHN", "A1", clock.instant()));
        assertThat(spendable()).containsExactly(1_500L, 1_500L);
    }

    @Test
    void onlyOneLevelIsRewardedHoweverLongTheChain() {
        long third =
                invites.invited(
                        invites.code(
                                newcomer, rewards.ofInvitation(newcomer).getFirst().campaignId()));
        invites.travel(third);
        assertThat(rewards.ofInvitation(third))
                .extracting(Reward::memberId)
                .containsOnly(newcomer, third);
        assertThat(balance(inviter).spendable()).isZero();
    }

    @Test
    void everyRewardSaysWhyItWaitsAndWhyItCameTrue() {
        Reward held = rewards.ofInvitation(newcomer).getFirst();
        assertThat(explanations.find(held.explanationId()).orElseThrow().explanation().reasons())
                .extracting(each -> each.code() + " " + each.held())
                .containsExactly(
                        "INVITE_SIGN_UP_OF_" + held.side() + " true", "INVITEE_TRAVELLED false");
        invites.travel(newcomer);
        Reward earned = rewards.ofInvitation(newcomer).getFirst();
        assertThat(explanations.find(earned.explanationId()).orElseThrow().explanation().reasons())
                .allMatch(each -> each.held());
    }

    private List<Reward.State> states() {
        return rewards.ofInvitation(newcomer).stream().map(Reward::state).toList();
    }

    private long entries(String kind) {
        return jdbc.sql(
                        """
                        select count(*) from wallet.entry
                        where member_id = any(:members) and kind = :kind
                        """)
                .param("members", new Long[] {inviter, newcomer})
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private List<Long> pending() {
        return List.of(balance(inviter).pending(), balance(newcomer).pending());
    }

    private List<Long> spendable() {
        return List.of(balance(inviter).spendable(), balance(newcomer).spendable());
    }

    private Balance balance(long member) {
        return points.balance(member, Points.POINTS);
    }
}
