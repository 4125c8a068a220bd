package dev.waystation.platform.foundation.lanes;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends trips on the connection of the lane whose thread this is. */
@Component
public class Trips {

    private final JdbcTemplate jdbc;
    private final LongAdder statements = new LongAdder();

    Trips(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns when it is durable.
     *
     * @throws DataAccessException when nothing of it was stored, or nobody knows
     */
    public void send(Trip trip) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A trip commits by itself: not inside a transaction");
        }
        jdbc.execute(
                (ConnectionCallback<Boolean>)
                        connection -> {
                            trip.run(connection);
                            statements.add(trip.statements());
                            return Boolean.TRUE;
                        });
    }

    /** Statements of all trips that arrived. */
    public long statements() {
        return statements.sum();
    }
}
