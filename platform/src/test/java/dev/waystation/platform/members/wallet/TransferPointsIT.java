package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.wallet.model.TransferRule;
import dev.waystation.platform.members.wallet.usecase.SetTransferRule;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.platform.members.wallet.usecase.TransferPoints;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class TransferPointsIT {

    private static final LocalDate BORN = LocalDate.of(1988, 3, 3);

    @Autowired TransferPoints transfer;
    @Autowired SetTransferRule rule;
    @Autowired Points points;
    @Autowired Members members;
    @Autowired HouseholdStore households;
    @Autowired ShowPoints show;
    @Autowired JdbcClient jdbc;
    @Autowired WorldClock clock;
    private Wishes from = new Wishes(0);
    private Wishes to = new Wishes(0);

    @BeforeEach
    void twoOfOneFamily() {
        // what was sent a week ago must still be of this year
        while (LocalDate.now(clock).getDayOfYear() < 10) {
            clock.advance(Duration.ofDays(1));
        }
        from = new Wishes(members.register(People.born(BORN)).value());
        to = new Wishes(members.register(People.born(BORN)).value());
        rule.handle(new TransferRule(100, 1_000, 7, 20, true));
        long household = households.form(from.memberId(), clock.instant());
        join(household, from, Household.Role.OWNER);
        join(household, to, Household.Role.ADULT);
    }

    @Test
    @Capability("L85")
    void lotsKeepTheirLastDayTheirFunderAndTheirSourceAndTheSenderPaysTheFee() {
        LocalDate today = LocalDate.now(clock);
        points.post(credit(300, today.plusDays(20), "bank", "card spending"));
        points.post(credit(500, today.plusDays(40), "railway", "travel"));
        assertThat(send(UUID.randomUUID(), 400))
                .isEqualTo(new TransferPoints.Outcome.Sent(400, 8, false));
        assertThat(lots(to.memberId()))
                .containsExactly(
                        today.plusDays(20) + " bank card spending 300",
                        today.plusDays(40) + " railway travel 100");
        assertThat(points.balance(from.memberId(), Points.POINTS).spendable()).isEqualTo(392);
        assertThat(
                        jdbc.sql(
                                        """
                                        select coalesce(sum(amount), 0) from wallet.posting
                                        where place = 'TRANSIT' and member_id in (:from, :to)
                                        """)
                                .param("from", from.memberId())
                                .param("to", to.memberId())
                                .query(Long.class)
                                .single())
                .as("nothing is left on its way")
                .isZero();
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L85")
    void limitCoolDownAndFamilyAreKeptEachWithItsOwnCode() {
        points.post(from.credit(5_000, LocalDate.now(clock).plusDays(30)));
        assertThat(code(send(UUID.randomUUID(), 99))).isEqualTo(PoolRefusal.TRANSFER_TOO_SMALL);
        assertThat(code(transfer.handle(command(UUID.randomUUID(), from, from, 100))))
                .isEqualTo(PoolRefusal.TRANSFER_TO_SELF);
        Wishes stranger = new Wishes(members.register(People.born(BORN)).value());
        assertThat(code(transfer.handle(command(UUID.randomUUID(), from, stranger, 100))))
                .isEqualTo(PoolRefusal.TRANSFER_OUTSIDE_FAMILY);
        assertThat(code(transfer.handle(command(UUID.randomUUID(), from, new Wishes(5), 100))))
                .isIn(PoolRefusal.TRANSFER_RECIPIENT_UNKNOWN, PoolRefusal.TRANSFER_OUTSIDE_FAMILY);
        UUID first = UUID.randomUUID();
        assertThat(send(first, 600)).isInstanceOf(TransferPoints.Outcome.Sent.class);
        assertThat(send(first, 600)).isEqualTo(new TransferPoints.Outcome.Sent(600, 12, true));
        assertThat(code(send(UUID.randomUUID(), 100))).isEqualTo(PoolRefusal.TRANSFER_COOLING_DOWN);
        weekAgo();
        assertThat(send(UUID.randomUUID(), 401))
                .isEqualTo(
                        new TransferPoints.Outcome.Refused(
                                PoolRefusal.TRANSFER_LIMIT_REACHED, 400, transfer.rule()));
        assertThat(send(UUID.randomUUID(), 400)).isInstanceOf(TransferPoints.Outcome.Sent.class);
    }

    @Test
    @Capability("L85")
    void whoCannotPayTheFeeSendsNothing() {
        points.post(from.credit(500, LocalDate.now(clock).plusDays(30)));
        assertThat(code(send(UUID.randomUUID(), 500)))
                .isEqualTo(PoolRefusal.TRANSFER_BALANCE_TOO_LOW);
        assertThat(points.balance(from.memberId(), Points.POINTS).spendable()).isEqualTo(500);
        assertThat(send(UUID.randomUUID(), 490))
                .as("a transfer that failed cools nothing down")
                .isInstanceOf(TransferPoints.Outcome.Sent.class);
    }

    @Test
    @Capability("L85")
    void ofManyTransfersAtOnceTheCoolDownLetsOnePass() throws Exception {
        points.post(from.credit(50_000, LocalDate.now(clock).plusDays(30)));
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TransferPoints.Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(clients.submit(() -> send(UUID.randomUUID(), 100)));
            }
            int sent = 0;
            for (Future<TransferPoints.Outcome> each : answers) {
                sent += each.get() instanceof TransferPoints.Outcome.Sent ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        }
        assertThat(points.balance(to.memberId(), Points.POINTS).spendable()).isEqualTo(100);
    }

    private TransferPoints.Outcome send(UUID reference, long amount) {
        return transfer.handle(command(reference, from, to, amount));
    }

    private static TransferPoints.Command command(
            UUID reference, Wishes from, Wishes to, long amount) {
        return new TransferPoints.Command(reference, from.memberId(), to.memberId(), amount);
    }

    private PointsCommand credit(long amount, LocalDate day, String funding, String source) {
        return new PointsCommand.Credit(
                UUID.randomUUID(),
                from.memberId(),
                Points.POINTS,
                amount,
                day,
                Wishes.WHY,
                source,
                Note.NONE.fundedBy(funding));
    }

    private void join(long household, Wishes who, Household.Role role) {
        households.join(
                household,
                new Household.Kin(who.memberId(), role, null, 100, null, LocalDate.now(clock)),
                clock.instant());
    }

    private List<String> lots(long member) {
        return jdbc.sql(
                        """
                        select last_day || ' ' || funding || ' ' || source || ' ' || free as lot
                        from wallet.lot where member_id = :member and currency = 'points'
                        order by last_day
                        """)
                .param("member", member)
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** The clock stands still in tests, so what happened moves back instead. */
    private void weekAgo() {
        jdbc.sql(
                        """
                        update wallet.joint_move set decided_at = decided_at - interval '8 days'
                        where asked_by = :member
                        """)
                .param("member", from.memberId())
                .update();
    }

    private static PoolRefusal code(TransferPoints.Outcome outcome) {
        assertThat(outcome).isInstanceOf(TransferPoints.Outcome.Refused.class);
        return ((TransferPoints.Outcome.Refused) outcome).code();
    }
}
