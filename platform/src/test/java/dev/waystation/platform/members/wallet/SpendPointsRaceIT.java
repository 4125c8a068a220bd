package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class SpendPointsRaceIT {

    private static final int CLIENTS = 64;
    private static final int SPENDS = 200;

    @Autowired Points points;
    @Autowired ShowPoints show;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void controlReadingABalanceAndThenWritingItLetsSeveralSpendTheSamePoints() throws Exception {
        jdbc.sql("create table if not exists public.unguarded (id bigint, balance bigint)")
                .update();
        jdbc.sql("insert into public.unguarded values (1, 1000)").update();
        CyclicBarrier together = new CyclicBarrier(8);
        List<Boolean> won =
                race(
                        8,
                        8,
                        () -> {
                            long balance =
                                    jdbc.sql("select balance from public.unguarded where id = 1")
                                            .query(Long.class)
                                            .single();
                            together.await();
                            if (balance < 1000) {
                                return false;
                            }
                            return jdbc.sql(
                                                    """
                                                    update public.unguarded
                                                    set balance = :rest where id = 1
                                                    """)
                                            .param("rest", balance - 1000)
                                            .update()
                                    == 1;
                        });
        jdbc.sql("drop table public.unguarded").update();
        assertThat(won.stream().filter(each -> each).count()).isGreaterThan(1);
    }

    @Test
    @Capability("L8")
    void ofTwoHundredParallelSpendsOfTheFullBalanceExactlyOneWins() throws Exception {
        Wishes somebody = Wishes.ofSomebody();
        points.post(somebody.credit(1_000, LocalDate.now(clock).plusDays(30)));
        List<Boolean> won =
                race(
                        CLIENTS,
                        SPENDS,
                        () -> points.post(somebody.spend(1_000)) instanceof PostOutcome.Posted);
        assertThat(won).hasSize(SPENDS);
        assertThat(won.stream().filter(each -> each).count()).isEqualTo(1);
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isZero();
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void oneReferenceRepeatedByManyClientsAtOnceIsPostedOnce() throws Exception {
        Wishes somebody = Wishes.ofSomebody();
        PointsCommand credit = somebody.credit(70, LocalDate.now(clock).plusDays(30));
        List<Boolean> posted =
                race(
                        CLIENTS,
                        SPENDS,
                        () ->
                                points.post(credit) instanceof PostOutcome.Posted answer
                                        && !answer.repeated());
        assertThat(posted.stream().filter(each -> each).count()).isEqualTo(1);
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isEqualTo(70);
    }

    private static List<Boolean> race(int clients, int calls, Callable<Boolean> call)
            throws Exception {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(clients, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                answers.add(pool.submit(call));
            }
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> answer : answers) {
                won.add(answer.get());
            }
            return won;
        }
    }
}
