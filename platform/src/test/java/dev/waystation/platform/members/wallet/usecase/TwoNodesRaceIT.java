package dev.waystation.platform.members.wallet.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.lane.LaneNotPersisted;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Two nodes post for the same members: the journal's key lets one through, and the other reloads.
 */
@PlatformIT
class TwoNodesRaceIT {

    private static final long FIRST = 990_000_000L;
    private static final int MEMBERS = 3;
    private static final int POSTINGS = 60;
    private static final Explanation WHY = Explanation.of(new Said("双节点", "two nodes"));

    @Autowired Points points;
    @Autowired ShowPoints show;
    @Autowired AutowireCapableBeanFactory factory;
    @Autowired Clock clock;

    @Test
    void lotsAccountsAndJournalAgreeHoweverOftenTheNodesMeet() throws Exception {
        LanePoints other = factory.createBean(LanePoints.class);
        long posted = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < 6; client++) {
                Points node = client % 2 == 0 ? points : other;
                int self = client;
                counts.add(clients.submit(() -> work(node, self)));
            }
            for (Future<Long> count : counts) {
                posted += count.get();
            }
        } finally {
            other.close();
        }
        long spendable = 0;
        for (int i = 0; i < MEMBERS; i++) {
            spendable += points.balance(FIRST + i, Points.POINTS).spendable();
        }
        assertThat(spendable).isEqualTo(posted);
        assertThat(show.verify().sound()).isTrue();
    }

    /** What this client added in all. */
    private long work(Points node, int client) {
        long sum = 0;
        for (int i = 0; i < POSTINGS; i++) {
            long member = FIRST + (client + i) % MEMBERS;
            LocalDate lastDay = LocalDate.now(clock).plusDays(30 + i % 4);
            sum += 10;
            again(
                    node,
                    new PointsCommand.Credit(
                            UUID.randomUUID(), member, Points.POINTS, 10, lastDay, WHY, "travel"));
            PointsCommand spend =
                    new PointsCommand.Spend(UUID.randomUUID(), member, Points.POINTS, 7, "race");
            sum -= again(node, spend) instanceof PostOutcome.Posted ? 7 : 0;
        }
        return sum;
    }

    /** A node that lost too often gives up; the same command again is safe. */
    private static PostOutcome again(Points node, PointsCommand command) {
        while (true) {
            try {
                return node.post(command);
            } catch (LaneNotPersisted lost) {
                Thread.onSpinWait();
            }
        }
    }
}
