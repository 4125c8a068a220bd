package dev.waystation.benchmarks;

import dev.waystation.lane.Desk;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The stock in memory and its journal. */
final class StockDesk implements Desk<Long, Long> {

    private static final String BATCH =
            """
            insert into journal (stream, sequence, command, remaining)
            select 2, b.sequence, b.command, b.remaining
            from unnest(?::bigint[], ?::bigint[], ?::bigint[])
              as b (sequence, command, remaining)
            """;

    private final Connection connection;
    private final List<Long> sequences = new ArrayList<>();
    private final List<Long> commands = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();
    private long sequence;
    private long remaining;

    StockDesk(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        load();
    }

    @Override
    public Long decide(Long command) {
        if (remaining == 0) {
            return -1L;
        }
        remaining--;
        sequences.add(++sequence);
        commands.add(command);
        rests.add(remaining);
        return sequence;
    }

    @Override
    public void commit() {
        try (PreparedStatement statement = connection.prepareStatement(BATCH)) {
            statement.setArray(1, array(sequences));
            statement.setArray(2, array(commands));
            statement.setArray(3, array(rests));
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        clear();
    }

    @Override
    public void rollback(Throwable cause) {
        try {
            connection.rollback();
            load();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Array array(List<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    private void load() throws SQLException {
        clear();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select coalesce(max(sequence), 0),"
                                        + " coalesce(min(remaining), 1000000000)"
                                        + " from journal where stream = 2")) {
            row.next();
            sequence = row.getLong(1);
            remaining = row.getLong(2);
        }
        connection.commit();
    }

    private void clear() {
        sequences.clear();
        commands.clear();
        rests.clear();
    }
}
