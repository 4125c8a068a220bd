package dev.waystation.platform.foundation.lanes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One connection kept for one lane. Callers may all hold connections while they wait for the lane;
 * if the lane had to wait for one of theirs, nobody would ever move.
 *
 * <p>Bound to the writer's thread under the ordinary data source, so that stores and the fact log
 * join its transaction without knowing. Used by that one thread only.
 */
public final class LaneConnection {

    private static final Logger LOG = LoggerFactory.getLogger(LaneConnection.class);

    // A lane asks the same few questions for ever, by key: it plans each once, and by index however
    // empty the tables were when it did.
    private static final String BY_KEY =
            """
            set plan_cache_mode = force_generic_plan;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off
            """;
    private static final String AS_BEFORE =
            """
            rollback;
            reset plan_cache_mode;
            reset enable_seqscan;
            reset enable_hashjoin;
            reset enable_mergejoin
            """;

    private final DataSource pool;
    private final TransactionTemplate transactions;
    private @Nullable Connection connection;

    LaneConnection(DataSource pool, PlatformTransactionManager manager) {
        this.pool = pool;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Runs in one transaction on the lane's own connection. */
    public void inTransaction(Runnable work) {
        onConnection(() -> {
            transactions.executeWithoutResult(status -> work.run());
            return Boolean.TRUE;
        });
    }

    /** Runs statements on the lane's own connection, each committed by itself. */
    public <T> T onConnection(Supplier<T> work) {
        TransactionSynchronizationManager.bindResource(
                pool, new ConnectionHolder(openConnection()));
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(pool);
        }
    }

    /** Returns the connection, at the end or when it may be broken; the next use takes another. */
    public void giveBack() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try (old) {
                if (old.isValid(1)) {
                    execute(old, AS_BEFORE);
                }
            } catch (SQLException broken) {
                LOG.debug("The pool throws the lane's connection away", broken);
            }
        }
    }

    /** Takes the connection, before callers hold all others. */
    LaneConnection taken() {
        openConnection();
        return this;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection openConnection() {
        Connection open = connection;
        if (open == null) {
            try {
                open = pool.getConnection();
                execute(open, BY_KEY);
            } catch (SQLException failed) {
                throw new IllegalStateException("The lane has no database connection", failed);
            }
            connection = open;
        }
        return open;
    }
}
