package dev.waystation.platform.foundation.lanes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of several stores that leave together and commit together: one network round trip for
 * a whole batch of a lane. All of them happen or none.
 *
 * <p>PostgreSQL keeps the plan of each statement as long as the trip is made of the same ones in
 * the same order, so give arrays of any length to {@code unnest} rather than a statement per row:
 * best as {@code select unnest(?), unnest(?)}, which reads arrays side by side, while {@code from
 * unnest(?, ?)} first copies each of them.
 */
public final class Trip {

    private static final int ANY = -1;

    private final StringBuilder sql = new StringBuilder("begin;\n");
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();

    /**
     * A statement with as many question marks as values; columns are {@code long[]} and the like.
     */
    public Trip add(String statement, @Nullable Object... parameters) {
        return change(ANY, statement, parameters);
    }

    /** The same, of rows that must all be there. */
    public Trip change(int rows, String statement, @Nullable Object... parameters) {
        sql.append(statement).append(";\n");
        values.addAll(Arrays.asList(parameters));
        expected.add(rows);
        return this;
    }

    /** How many statements it is made of, with those that open and close its transaction. */
    int statements() {
        return expected.size() + 2;
    }

    /**
     * Runs and commits.
     *
     * @throws SQLException when nothing of it was stored, or nobody knows
     */
    void run(Connection connection) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(sql + "commit")) {
            for (int i = 0; i < values.size(); i++) {
                all.setObject(i + 1, values.get(i));
            }
            all.execute();
            count(all);
        } catch (SQLException failed) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            } catch (SQLException broken) {
                failed.addSuppressed(broken);
            }
            throw failed;
        }
    }

    /** A row that is missing was lost before this trip; nobody may go on as if it stood. */
    private void count(PreparedStatement all) throws SQLException {
        for (int rows : expected) {
            all.getMoreResults(); // past what began the transaction, then on
            if (rows != ANY && rows != all.getUpdateCount()) {
                throw new SQLException(
                        "%d rows changed where %d should be".formatted(all.getUpdateCount(), rows));
            }
        }
    }
}
