package dev.waystation.platform.members.games;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.games.model.Challenge;
import dev.waystation.platform.members.games.model.Counted;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Metric;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.model.Wheel;
import dev.waystation.platform.members.games.usecase.CountDeeds;
import dev.waystation.platform.members.games.usecase.RunDraw;
import dev.waystation.platform.members.games.usecase.ShowGames;
import dev.waystation.platform.members.games.usecase.SpinWheel;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class GamesIT {

    private static final AtomicLong MEMBERS = new AtomicLong(7_400_000_000L);

    @Autowired RunDraw run;
    @Autowired SpinWheel spin;
    @Autowired CountDeeds count;
    @Autowired ShowGames show;
    @Autowired ShowRewards rewards;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired WorldClock clock;

    @Test
    @Capability("L60")
    void aSpinIsChargedOnceAndItsPrizeGivenOnceHoweverOftenItIsSent() {
        long draw = draw(100, 2, 1, 1, null);
        long member = player(1_000);
        UUID reference = UUID.randomUUID();
        SpinWheel.Outcome.Spun first = spun(member, draw, reference);
        SpinWheel.Outcome.Spun again = spun(member, draw, reference);
        assertThat(again.spin()).isEqualTo(first.spin());
        pump.drain();
        long won = first.given().points();
        assertThat(spendable(member)).isEqualTo(900 + won);
        spun(member, draw, UUID.randomUUID());
        assertThat(refused(member, draw)).isEqualTo(GameRefusal.DRAW_SPINS_OF_THE_DAY_ARE_GONE);
        clock.advance(Duration.ofDays(1));
        spun(member, draw, UUID.randomUUID());
        assertThat(refused(player(50), draw)).isEqualTo(GameRefusal.DRAW_POINTS_DO_NOT_SUFFICE);
    }

    @Test
    @Capability("L60")
    void theSeedWasFixedBeforeAndAnybodyCanMakeEveryRollAgain() {
        long draw = draw(0, 50, 3, 7, null);
        long member = player(1);
        String before = run.proof(draw, 0).orElseThrow().draw().commitment();
        for (int i = 0; i < 20; i++) {
            spun(member, draw, UUID.randomUUID());
        }
        assertThat(run.proof(draw, 0).orElseThrow().seed()).as("while it is open").isNull();
        run.close(draw);
        RunDraw.Proof proof = run.proof(draw, 0).orElseThrow();
        assertThat(proof.draw().commitment()).isEqualTo(before);
        assertThat(proof.seed()).hasSize(64);
        assertThat(proof.spins()).hasSize(20);
        assertThat(proof.wrong()).isEmpty();
        assertThat(refused(member, draw)).isEqualTo(GameRefusal.DRAW_IS_NOT_OPEN);
        // The control: a roll that somebody changed is found.
        jdbc.sql("update games.spin set roll = (roll + 1) % 10 where draw_id = :d and sequence = 5")
                .param("d", draw)
                .update();
        assertThat(run.proof(draw, 0).orElseThrow().wrong()).containsExactly(5L);
    }

    @Test
    @Capability("L60")
    void sixtyFourPlayersNeverGetMoreThanTheStock() throws Exception {
        long draw = draw(0, 10, 1_000_000, 1, 5L);
        int won = race(64, n -> spun(player(1), draw, UUID.randomUUID()).given().nth() == 1);
        assertThat(won).isEqualTo(5);
        Prize first = show.draw(draw, null).orElseThrow().draw().wheel().prizes().getFirst();
        assertThat(first.left()).isZero();
    }

    /** The control: looking at the stock first and counting afterwards gives too many. */
    @Test
    void controlLookingFirstGivesTooMany() throws Exception {
        AtomicLong stock = new AtomicLong(1);
        CyclicBarrier together = new CyclicBarrier(8);
        int won =
                race(
                        8,
                        n -> {
                            long seen = stock.get();
                            try {
                                together.await();
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                            stock.set(seen - 1);
                            return seen > 0;
                        });
        assertThat(won).isGreaterThan(1);
    }

    @Test
    @Capability("L60")
    void aChallengeRewardsOnceWhileItsStockLastsAndTheBoardRanksTheMonth() {
        LocalDate today = LocalDate.now(clock);
        long challenge =
                show.add(
                        new Challenge(
                                0,
                                new Said("三次入园", "Three visits"),
                                Metric.VISITS,
                                3,
                                today,
                                today.plusDays(5),
                                500,
                                1,
                                1));
        long fast = player(1);
        long slow = player(1);
        for (int i = 0; i < 4; i++) {
            visit(fast);
        }
        for (int i = 0; i < 3; i++) {
            visit(slow);
        }
        assertThat(spendable(fast)).isEqualTo(501);
        assertThat(spendable(slow)).as("met, but no reward was left").isEqualTo(1);
        assertThat(mine(challenge, slow).done()).isTrue();
        assertThat(mine(challenge, slow).rewarded()).isFalse();
        List<ShowGames.Line> board = show.board(Metric.VISITS, fast);
        ShowGames.Line own = board.stream().filter(ShowGames.Line::own).findFirst().orElseThrow();
        assertThat(own.score()).isEqualTo(4);
        assertThat(board).isSortedAccordingTo((a, b) -> Long.compare(a.rank(), b.rank()));
    }

    private void visit(long member) {
        count.handle(new Counted(Metric.VISITS, member, 1, clock.instant()));
    }

    private Challenge.Mine mine(long challenge, long member) {
        return show.challenges(member).stream()
                .filter(each -> each.challenge().id() == challenge)
                .findFirst()
                .orElseThrow();
    }

    /** Ten points with the first weight, nothing with the second. */
    private long draw(long cost, int perDay, int weight, int rest, @Nullable Long stock) {
        return run.open(
                        new Draw(
                                0,
                                new Said("转盘", "Wheel"),
                                cost,
                                perDay,
                                clock.instant(),
                                clock.instant().plus(Duration.ofDays(20)),
                                "",
                                new Wheel(
                                        List.of(
                                                new Prize(
                                                        1,
                                                        Said.same("ten points"),
                                                        weight,
                                                        10,
                                                        null,
                                                        1,
                                                        stock,
                                                        stock),
                                                new Prize(
                                                        2,
                                                        Said.same("nothing"),
                                                        rest,
                                                        0,
                                                        null,
                                                        1,
                                                        null,
                                                        null))),
                                0,
                                null))
                .id();
    }

    private SpinWheel.Outcome.Spun spun(long member, long draw, UUID reference) {
        return (SpinWheel.Outcome.Spun) spin.handle(new SpinWheel.Command(reference, member, draw));
    }

    private GameRefusal refused(long member, long draw) {
        return ((SpinWheel.Outcome.Refused)
                        spin.handle(new SpinWheel.Command(UUID.randomUUID(), member, draw)))
                .code();
    }

    private long player(long with) {
        long member = MEMBERS.incrementAndGet();
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        with,
                        LocalDate.now(clock).plusDays(300),
                        Explanation.of(Said.same("test")),
                        "test"));
        return member;
    }

    private long spendable(long member) {
        return points.balance(member, Points.POINTS).spendable();
    }

    private static int race(int clients, IntFunction<Boolean> client) throws Exception {
        int won = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                all.add(pool.submit(() -> client.apply(number)));
            }
            for (Future<Boolean> each : all) {
                won += each.get() ? 1 : 0;
            }
        }
        return won;
    }
}
