package dev.waystation.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Accounts with lapsed lots nobody has posted yet, and one lot that lives on. Each account got them
 * all in one credit, so that the books are whole and the lots are most of what is loaded.
 */
final class ExpiryWorld {

    private static final int CHUNK = 20_000;

    // Lot n lapsed n months ago; the last one holds what is spent meanwhile. The triggers of the
    // journal rest while it is loaded; the books are proven at the end.
    private static final String FILL =
            """
            set local session_replication_role = replica;
            insert into wallet.account
              (member_id, currency, entries, highest_lot, available, held, debt, credited)
            select a, 'points', 1, :lots + 1, :lots * 10 + 1000000, 0, 0, :lots * 10 + 1000000
            from generate_series(:from, :to) as a;
            insert into wallet.lot
              (member_id, currency, lot_no, last_day, funding, source, original, free, held)
            select a, 'points', n,
                   case when n > :lots then date '2040-12-31' else current_date - 30 * n end,
                   'railway', 'travel', case when n > :lots then 1000000 else 10 end,
                   case when n > :lots then 1000000 else 10 end, 0
            from generate_series(:from, :to) as a, generate_series(1, :lots + 1) as n;
            insert into wallet.entry
              (member_id, currency, entry_no, kind, reference, asked, amount, source, last_day,
               spendable_after, posted_at, available_change, issuance_change, lot_nos, lot_amounts)
            select a, 'points', 1, 'CREDIT', gen_random_uuid(), :lots * 10 + 1000000,
                   :lots * 10 + 1000000, 'travel', date '2040-12-31', :lots * 10 + 1000000, now(),
                   :lots * 10 + 1000000, -:lots * 10 - 1000000,
                   (select array_agg(n) from generate_series(1, :lots + 1) as n),
                   (select array_agg(case when n > :lots then -1000000 else -10 end)
                    from generate_series(1, :lots + 1) as n)
            from generate_series(:from, :to) as a;
            """;

    private ExpiryWorld() {}

    static void fill(DataSource database, long first, int accounts, int lots)
            throws SQLException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (ExecutorService loaders = Executors.newFixedThreadPool(2)) {
            List<Future<?>> chunks = new ArrayList<>();
            for (int from = 0; from < accounts; from += CHUNK) {
                long a = first + from;
                long b = first + Math.min(accounts, from + CHUNK) - 1;
                chunks.add(
                        loaders.submit(() -> {
                            chunk(database, a, b, lots);
                            return Boolean.TRUE;
                        }));
            }
            for (int i = 0; i < chunks.size(); i++) {
                chunks.get(i).get();
                if ((i + 1) * 10 / chunks.size() > i * 10 / chunks.size()) {
                    System.out.printf(
                            Locale.ROOT,
                            "loaded %d %% in %.0f s%n",
                            (i + 1) * 100 / chunks.size(),
                            (System.nanoTime() - start) / 1e9);
                }
            }
        }
        LedgerBench.run(database, "analyze wallet.account, wallet.lot");
    }

    private static void chunk(DataSource database, long from, long to, int lots)
            throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    FILL.replace(":lots", Integer.toString(lots))
                            .replace(":from", Long.toString(from))
                            .replace(":to", Long.toString(to)));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
