package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.store.SeatArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One lane per partition of the runs: a run always meets the same writer. */
@Component
class SeatLanes implements AutoCloseable {

    private final List<Lane<SeatCommand, Ruling>> lanes = new ArrayList<>();
    private final List<LaneConnection> open = new ArrayList<>();

    SeatLanes(
            SeatArchive archive,
            FactLog facts,
            LaneConnections connections,
            RunViews views,
            @Value("${waystation.inventory.lanes:2}") int laneCount,
            @Value("${waystation.inventory.books:4096}") int mostBooks) {
        int booksPerLane = Math.ceilDiv(mostBooks, laneCount);
        for (int lane = 0; lane < laneCount; lane++) {
            LaneConnection connection = connections.forLane();
            open.add(connection);
            lanes.add(
                    Lane.open(
                            LaneSettings.named("seats-" + lane),
                            new SeatDesk(archive, facts, connection, views, booksPerLane)));
        }
    }

    Ruling ask(SeatCommand command) {
        return lane(command.layout().run()).ask(command);
    }

    CompletableFuture<Ruling> submit(SeatCommand command) {
        return lane(command.layout().run()).submit(command);
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
        open.forEach(LaneConnection::giveBack);
    }

    private Lane<SeatCommand, Ruling> lane(RunId run) {
        return lanes.get(Math.floorMod(Long.hashCode(run.value()), lanes.size()));
    }
}
