package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.usecase.BindInvitation;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixty-four at once never take more than there is. */
@PlatformIT
class InviteRaceIT {

    private static final int CLIENTS = 64;
    private static final int CAP = 10;

    @Autowired ApplicationContext context;
    @Autowired BindInvitation bind;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Invites invites;
    private long campaign;
    private long inviter;
    private String code = "";

    @BeforeEach
    void aCampaignWithACapOfTen() {
        invites = new Invites(context);
        campaign = invites.campaign(new Terms.Caps(CAP, CAP));
        inviter = invites.somebody();
        code = invites.code(inviter, campaign);
    }

    @Test
    @Capability("L82")
    void sixtyFourNewcomersOfOneCodeTakeExactlyItsCap() {
        List<String> visitors = Stream.generate(() -> invites.touch(code)).limit(CLIENTS).toList();
        List<Long> people = Stream.generate(invites::somebody).limit(CLIENTS).toList();
        List<BindInvitation.Outcome> outcomes =
                Together.run(CLIENTS, i -> bind(people.get(i), visitors.get(i)));
        assertThat(outcomes.stream().filter(BindInvitation.Outcome.Bound.class::isInstance))
                .hasSize(CAP);
        assertThat(
                        outcomes.stream()
                                .filter(
                                        new BindInvitation.Outcome.Refused(
                                                        InviteRefusal.INVITE_CAP_IS_REACHED)
                                                ::equals))
                .hasSize(CLIENTS - CAP);
        assertThat(
                        count(
                                "select taken from referral.tally where period = 'ALL' and inviter_id = :id"))
                .isEqualTo(CAP);
        assertThat(count("select count(*) from referral.reward where member_id = :id"))
                .isEqualTo(CAP);
        invites.tell();
        assertThat(points.balance(inviter, Points.POINTS).pending()).isEqualTo(CAP * 1_000L);
    }

    @Test
    @Capability("L82")
    void theSameNewcomerSixtyFourTimesIsBroughtOnce() {
        String visitor = invites.touch(code);
        long newcomer = invites.somebody();
        List<BindInvitation.Outcome> outcomes = Together.run(CLIENTS, _ -> bind(newcomer, visitor));
        assertThat(outcomes.stream().filter(BindInvitation.Outcome.Bound.class::isInstance))
                .hasSize(1);
        assertThat(
                        count(
                                "select taken from referral.tally where period = 'ALL' and inviter_id = :id"))
                .isEqualTo(1);
        assertThat(count("select count(*) from referral.reward where member_id = :id"))
                .isEqualTo(1);
    }

    /** The control: who counts first and inserts afterwards lets more in. */
    @Test
    void controlCountingFirstAndInsertingAfterwardsExceedsTheCap() {
        jdbc.sql("create table if not exists public.unguarded_invite (inviter bigint)").update();
        CyclicBarrier counted = new CyclicBarrier(8);
        List<Boolean> won =
                Together.run(
                        8,
                        _ -> {
                            long before =
                                    jdbc.sql("select count(*) from public.unguarded_invite")
                                            .query(Long.class)
                                            .single();
                            try {
                                counted.await();
                            } catch (InterruptedException | BrokenBarrierException e) {
                                throw new IllegalStateException(e);
                            }
                            return before < 1
                                    && jdbc.sql("insert into public.unguarded_invite values (1)")
                                                    .update()
                                            == 1;
                        });
        jdbc.sql("drop table public.unguarded_invite").update();
        assertThat(won.stream().filter(each -> each).count()).isGreaterThan(1);
    }

    private BindInvitation.Outcome bind(long member, String visitor) {
        return bind.handle(new BindInvitation.Command(member, visitor, clock.instant()));
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("id", inviter).query(Long.class).single();
    }
}
