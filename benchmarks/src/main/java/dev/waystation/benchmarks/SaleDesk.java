package dev.waystation.benchmarks;

import dev.waystation.lane.Desk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A stock of coupons, one for each member, in memory and in its journal. */
final class SaleDesk implements Desk<Long, Boolean> {

    private static final String BATCH =
            """
            insert into coupon (campaign, sequence, member)
            select ?, b.sequence, b.member
            from unnest(?::bigint[], ?::bigint[]) as b (sequence, member)
            """;

    private final Connection connection;
    private final long campaign;
    private final int stock;
    private final Set<Long> holders = new HashSet<>();
    private final List<Long> sequences = new ArrayList<>();
    private final List<Long> members = new ArrayList<>();
    // Set once the last coupon is durable; from then on nothing changes it.
    private volatile boolean soldOut;

    SaleDesk(Connection connection, long campaign, int stock) throws SQLException {
        this.connection = connection;
        this.campaign = campaign;
        this.stock = stock;
        connection.setAutoCommit(false);
        load();
    }

    /**
     * Whether the answer is no without asking the lane: everything is sold and durable, so nobody
     * gets another. (The platform's desk lets repeated references through; here no request is
     * repeated.)
     */
    boolean isSoldOut() {
        return soldOut;
    }

    @Override
    public Boolean decide(Long member) {
        if (holders.size() == stock || !holders.add(member)) {
            return false;
        }
        sequences.add((long) holders.size());
        members.add(member);
        return true;
    }

    @Override
    public void commit() {
        if (members.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(BATCH)) {
            statement.setLong(1, campaign);
            statement.setArray(2, connection.createArrayOf("bigint", sequences.toArray()));
            statement.setArray(3, connection.createArrayOf("bigint", members.toArray()));
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sequences.clear();
        members.clear();
        if (holders.size() == stock) {
            soldOut = true;
        }
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
        holders.clear();
        sequences.clear();
        members.clear();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select member from coupon where campaign = " + campaign)) {
            while (row.next()) {
                holders.add(row.getLong(1));
            }
        }
        connection.commit();
    }
}
