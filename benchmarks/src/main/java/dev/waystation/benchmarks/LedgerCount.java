package dev.waystation.benchmarks;

import dev.waystation.lane.LaneNotPersisted;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts by hand what should be in the books after all those deaths. */
final class LedgerCount {

    /** More than the pool holds connections that could have died. */
    private static final int ATTEMPTS = 20;

    private final Points points;
    private final JdbcClient jdbc;
    private final Map<Long, Long> moved = new HashMap<>();

    LedgerCount(Points points, JdbcClient jdbc) {
        this.points = points;
        this.jdbc = jdbc;
    }

    /** How many of the answered transfers are not in the journal, with both their legs. */
    long missing(int slot, int client, int last) {
        if (last < 0) {
            return 0;
        }
        String[] references = new String[(last + 1) * 2];
        Long[] members = new Long[references.length];
        for (int number = 0; number <= last; number++) {
            members[2 * number] = LedgerTransfers.move(slot, client, number).member();
            members[2 * number + 1] = members[2 * number];
            references[2 * number] =
                    LedgerTransfers.reference(slot, client, number, "out").toString();
            references[2 * number + 1] =
                    LedgerTransfers.reference(slot, client, number, "in").toString();
        }
        long legs =
                again(() ->
                        jdbc.sql(
                                        """
                                        select count(*) from wallet.entry
                                        join unnest(:members, :references::uuid[])
                                          as k (member_id, reference) using (member_id, reference)
                                        """)
                                .param("members", members)
                                .param("references", references)
                                .query((row, index) -> row.getLong(1))
                                .single());
        return (references.length - legs + 1) / 2;
    }

    /** The transfer under way when its process died: repeated, it is there once. */
    void moved(int slot, int client, int last) {
        PointsCommand unknown = LedgerTransfers.command(slot, client, last + 1);
        for (int times = 0; times < 2; times++) {
            if (!(again(() -> points.post(unknown)) instanceof PostOutcome.Posted)) {
                throw new IllegalStateException("A repeated transfer was refused: " + unknown);
            }
        }
        for (int number = 0; number <= last + 1; number++) {
            LedgerTransfers.Move move = LedgerTransfers.move(slot, client, number);
            moved.merge(move.member(), move.amount(), Long::sum);
        }
    }

    /**
     * A connection that died with the server says so once; asking and posting again are both safe.
     */
    private static <T> T again(Supplier<T> asked) {
        for (int attempt = 1; ; attempt++) {
            try {
                return asked.get();
            } catch (LaneNotPersisted | DataAccessResourceFailureException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    long off(long members) {
        long off = 0;
        for (long i = 0; i < members; i++) {
            long member = LedgerTransfers.FIRST + i;
            long change = moved.getOrDefault(member, 0L);
            off += spendable(member, "points") == LedgerTransfers.OPENING - change ? 0 : 1;
            off += spendable(member, "eco") == LedgerTransfers.OPENING + change ? 0 : 1;
        }
        return off;
    }

    private long spendable(long member, String currency) {
        return again(() -> points.balance(member, currency).spendable());
    }
}
