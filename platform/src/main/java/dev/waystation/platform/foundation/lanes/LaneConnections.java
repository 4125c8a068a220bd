package dev.waystation.platform.foundation.lanes;

import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives every lane a connection of its own. */
@Component
public class LaneConnections {

    private final DataSource pool;
    private final PlatformTransactionManager transactions;

    LaneConnections(DataSource pool, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    /** Taken at once: when the lane's first command comes, its callers may hold all others. */
    public LaneConnection forLane() {
        return new LaneConnection(pool, transactions).taken();
    }
}
