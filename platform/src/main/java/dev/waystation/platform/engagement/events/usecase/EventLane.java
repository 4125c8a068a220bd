package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.engagement.events.model.Parcel;
import dev.waystation.platform.engagement.events.store.ArrivalStore;
import dev.waystation.platform.engagement.events.store.DayStore;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.ConnectedDesk;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/** What arrives while the last commit runs is stored together by the next. */
@Service
@DependsOnDatabaseInitialization
public class EventLane {

    private static final int WAITING = 512;
    private static final int LARGEST_BATCH = 64;

    // Senders in a loop share a commit: half of them would otherwise wait for the other half.
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final LaneConnection connection;
    private final Lane<Parcel, Parcel> lane;

    EventLane(
            ArrivalStore events,
            DayStore days,
            FactLog facts,
            LaneConnections connections,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.connection = connections.forLane();
        this.lane =
                Lane.open(
                        LaneSettings.named("events")
                                .withCapacity(WAITING)
                                .withLargestBatch(LARGEST_BATCH)
                                .withPatience(PATIENCE),
                        new ConnectedDesk<>(
                                new EventDesk(events, days, facts, clock, transactions),
                                connection));
    }

    /** Returns when the parcel is durable. */
    Parcel store(Parcel parcel) {
        return lane.ask(parcel);
    }

    @PreDestroy
    void close() {
        lane.close();
        connection.giveBack();
    }
}
