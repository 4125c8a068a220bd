package dev.waystation.platform.foundation.lanes;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import java.util.List;

/** A desk that reads and commits on its lane's own connection. */
public final class ConnectedDesk<C, R> implements Desk<C, R> {

    private final Desk<C, R> desk;
    private final LaneConnection connection;

    public ConnectedDesk(Desk<C, R> desk, LaneConnection connection) {
        this.desk = desk;
        this.connection = connection;
    }

    @Override
    public void prepare(List<C> commands) {
        connection.onConnection(() -> {
            desk.prepare(commands);
            return Boolean.TRUE;
        });
    }

    @Override
    public R decide(C command) {
        return desk.decide(command);
    }

    @Override
    public void commit() {
        connection.onConnection(() -> {
            desk.commit();
            return Boolean.TRUE;
        });
    }

    @Override
    public void rollback(Throwable cause) {
        if (!(cause instanceof LaneFenced)) {
            connection.giveBack(); // it may be what broke
        }
        desk.rollback(cause);
    }
}
