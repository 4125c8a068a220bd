package dev.waystation.platform.members.wallet.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.lane.Desk;
import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.lanes.ConnectedDesk;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every write over HTTP waits for the lane with a connection of the pool in its hand. */
@PlatformIT
class CallersInTransactionsIT {

    private static final int CALLERS = 64;
    private static final AtomicLong NEXT = new AtomicLong(960_000_000);

    @Autowired PointsDesks desks;
    @Autowired LaneConnections connections;
    @Autowired TransactionTemplate transaction;
    @Autowired HikariDataSource pool;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private long patience;

    @BeforeEach
    void waitForAConnectionForSecondsOnly() {
        patience = pool.getHikariConfigMXBean().getConnectionTimeout();
        pool.getHikariConfigMXBean().setConnectionTimeout(3_000);
    }

    @AfterEach
    void bePatientAgain() {
        pool.getHikariConfigMXBean().setConnectionTimeout(patience);
    }

    @Test
    void moreCallersThanConnectionsAreAllAnsweredBecauseTheLaneHasItsOwn() throws Exception {
        LaneConnection own = connections.forLane();
        assertThat(answered(new ConnectedDesk<>(desks.open(), own))).isEqualTo(CALLERS);
        own.giveBack();
    }

    @Test
    void controlALaneThatTakesAConnectionLikeAnybodyWaitsForThoseWhoWaitForIt() {
        pool.getHikariConfigMXBean().setConnectionTimeout(500);
        assertThatThrownBy(() -> answered(desks.open()))
                .isInstanceOfAny(ExecutionException.class, TimeoutException.class);
    }

    private int answered(Desk<PointsCommand, PostOutcome> desk) throws Exception {
        LocalDate lastDay = LocalDate.now(clock).plusDays(30);
        List<Future<PostOutcome>> answers = new ArrayList<>();
        Lane<PointsCommand, PostOutcome> lane = Lane.open(LaneSettings.named("crowded"), desk);
        try (lane;
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            lane.ask(credit(lastDay)); // a lane that runs has its connection already
            CountDownLatch most = new CountDownLatch(free());
            for (int i = 0; i < CALLERS; i++) {
                answers.add(
                        callers.submit(() ->
                                transaction.execute(status -> post(lane, most, credit(lastDay)))));
            }
            int posted = 0;
            for (Future<PostOutcome> answer : answers) {
                posted += answer.get(20, TimeUnit.SECONDS) instanceof PostOutcome.Posted ? 1 : 0;
            }
            return posted;
        }
    }

    /** So many callers hold a connection at once, and then none is left. */
    private int free() {
        return pool.getMaximumPoolSize() - pool.getHikariPoolMXBean().getActiveConnections();
    }

    private PostOutcome post(
            Lane<PointsCommand, PostOutcome> lane, CountDownLatch most, PointsCommand command) {
        jdbc.sql("select 1").query(Integer.class).single();
        most.countDown();
        try {
            most.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lane.ask(command);
    }

    private static PointsCommand credit(LocalDate lastDay) {
        return new PointsCommand.Credit(
                UUID.randomUUID(),
                NEXT.incrementAndGet(),
                Points.POINTS,
                100,
                lastDay,
                Explanation.of(new Said("测试入账", "credited by a test")),
                "travel");
    }
}
