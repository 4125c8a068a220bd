package dev.waystation.platform.foundation.lanes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of several stores that leave together and commit together: one network round trip for
 * a whole batch of a lane. All of them happen or none.
 *
 * <p>PostgreSQL keeps the plan of each statement as long as the trip is made of the same ones in
 * the same order, so give arrays of any length to {@code unnest} rather than a statement per row.
 */
public final class Trip {

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /**
     * A statement with as many question marks as values; columns are {@code long[]} and the like.
     */
    public Trip add(String statement, @Nullable Object... parameters) {
        sql.append(statement).append(";\n");
        values.addAll(Arrays.asList(parameters));
        return this;
    }

    /**
     * Runs and commits.
     *
     * @throws SQLException when nothing of it was stored, or nobody knows
     */
    void run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement all = connection.prepareStatement(sql + "commit")) {
            for (int i = 0; i < values.size(); i++) {
                all.setObject(i + 1, values.get(i));
            }
            all.execute();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
