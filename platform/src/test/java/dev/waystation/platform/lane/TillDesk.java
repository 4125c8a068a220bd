package dev.waystation.platform.lane;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A till: each command adds one to the sum; a repeated command gets its first answer. */
final class TillDesk implements Desk<String, Long> {

    static final String TABLE =
            """
            create table if not exists public.till_journal (
                stream text not null,
                sequence bigint not null,
                command text not null,
                constraint till_journal_pk primary key (stream, sequence)
            )
            """;

    private static final String LOAD =
            "select sequence, command from public.till_journal where stream = ? order by sequence";

    private static final String APPEND =
            """
            insert into public.till_journal (stream, sequence, command)
            select ?, b.sequence, b.command
            from unnest(?::bigint[], ?::text[]) as b (sequence, command)
            """;

    private final Connection connection;
    private final String stream;
    private final FaultPoint fault;
    private final Map<String, Long> answers = new HashMap<>();
    private final List<String> decided = new ArrayList<>();
    private long stored;

    TillDesk(Connection connection, String stream, FaultPoint fault) throws SQLException {
        this.connection = connection;
        this.stream = stream;
        this.fault = fault;
        connection.setAutoCommit(false);
        load();
    }

    @Override
    public Long decide(String command) {
        Long before = answers.get(command);
        if (before != null) {
            return before;
        }
        decided.add(command);
        long sequence = stored + decided.size();
        answers.put(command, sequence);
        return sequence;
    }

    @Override
    public void commit() {
        fault.reach(FaultPoint.Place.DECIDED);
        Long[] sequences = new Long[decided.size()];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = stored + i + 1;
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, stream);
            statement.setArray(2, connection.createArrayOf("bigint", sequences));
            statement.setArray(3, connection.createArrayOf("text", decided.toArray()));
            statement.executeUpdate();
            fault.reach(FaultPoint.Place.WRITTEN);
            connection.commit();
        } catch (SQLException e) {
            if ("23505".equals(e.getSQLState())) {
                throw new LaneFenced("another till on " + stream, e);
            }
            throw new IllegalStateException(e);
        }
        fault.reach(FaultPoint.Place.COMMITTED);
        stored += decided.size();
        decided.clear();
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

    private void load() throws SQLException {
        decided.clear();
        answers.clear();
        stored = 0;
        try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setString(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stored = row.getLong("sequence");
                    answers.put(row.getString("command"), stored);
                }
            }
        }
        connection.commit();
    }
}
