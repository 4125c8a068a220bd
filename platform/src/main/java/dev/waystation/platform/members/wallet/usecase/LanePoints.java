package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.foundation.lanes.ConnectedDesk;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.store.BalanceReads;
import dev.waystation.platform.members.wallet.store.Currencies;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Service;

/** One lane per partition of members: each member has one writer, and writers share commits. */
@Service
@DependsOnDatabaseInitialization
class LanePoints implements Points, Traffic {

    /** Enough to keep every processor busy; fewer lanes share commits better. */
    private static final int PARTITIONS =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private static final int LARGEST_BATCH = 2_048;

    private static final Duration PATIENCE = Duration.ofMillis(1);

    /** Of one bulk call, so that it never fills the lanes that members wait in. */
    private static final int UNDER_WAY = 2_048;

    private final List<Lane<PointsCommand, PostOutcome>> lanes = new ArrayList<>();
    private final List<LaneConnection> open = new ArrayList<>();
    private final BalanceReads balances;
    private final Clock clock;
    private final Currencies currencies;

    LanePoints(
            PointsDesks desks,
            Currencies currencies,
            BalanceReads balances,
            LaneConnections connections,
            Clock clock) {
        this.currencies = currencies;
        this.balances = balances;
        this.clock = clock;
        for (int i = 0; i < PARTITIONS; i++) {
            LaneConnection connection = connections.forLane();
            open.add(connection);
            lanes.add(
                    Lane.open(
                            LaneSettings.named("points-" + i)
                                    .withLargestBatch(LARGEST_BATCH)
                                    .withPatience(PATIENCE),
                            new ConnectedDesk<>(desks.open(), connection)));
        }
    }

    @Override
    public PostOutcome post(PointsCommand command) {
        return lane(command).ask(command);
    }

    @Override
    public List<PostOutcome> postAll(List<? extends PointsCommand> commands) {
        List<CompletableFuture<PostOutcome>> answers = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            if (i >= UNDER_WAY) {
                answers.get(i - UNDER_WAY).exceptionally(failed -> null).join();
            }
            answers.add(lane(commands.get(i)).submit(commands.get(i)));
        }
        try {
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Override
    public Balance balance(long memberId, String currency) {
        return balances.balance(memberId, currency, LocalDate.now(clock));
    }

    @Override
    public long balanceAsOf(long memberId, String currency, Instant at) {
        return balances.asOf(memberId, currency, at, LocalDate.ofInstant(at, clock.getZone()));
    }

    @Override
    public boolean knows(String currency) {
        return currencies.codes().contains(currency);
    }

    @Override
    public LocalDate lastDay(String currency, LocalDate posted) {
        return currencies.rules(currency).lastDay(posted);
    }

    @Override
    public long answered() {
        return lanes.stream().mapToLong(each -> each.figures().answered()).sum();
    }

    @PreDestroy
    void close() {
        lanes.forEach(Lane::close);
        open.forEach(LaneConnection::giveBack);
    }

    private Lane<PointsCommand, PostOutcome> lane(PointsCommand command) {
        return lanes.get(Math.floorMod(command.memberId(), PARTITIONS));
    }
}
