package dev.waystation.benchmarks;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts with lapsed lots nobody has posted yet, and one lot that lives on. */
final class ExpiryWorld {

    // Lot n lapsed n months ago; the last one holds what is spent meanwhile.
    private static final List<String> FILL =
            List.of(
                    """
                    insert into wallet.account
                      (member_id, currency, entries, highest_lot, available, held, debt, credited)
                    select :first + a, 'points', :lots + 1, :lots + 1, :lots * 10 + 1000000, 0, 0,
                           :lots * 10 + 1000000
                    from generate_series(0, :accounts - 1) as a
                    """,
                    """
                    insert into wallet.lot
                    select :first + a, 'points', n,
                           case when n > :lots then date '2040-12-31'
                                else current_date - 30 * n end,
                           'railway', 'travel', case when n > :lots then 1000000 else 10 end,
                           case when n > :lots then 1000000 else 10 end, 0
                    from generate_series(0, :accounts - 1) as a, generate_series(1, :lots + 1) as n
                    """,
                    """
                    insert into wallet.entry
                      (member_id, currency, entry_no, kind, reference, asked, amount, source,
                       last_day, spendable_after, posted_at)
                    select l.member_id, 'points', l.lot_no, 'CREDIT', gen_random_uuid(), l.original,
                           l.original, 'travel', l.last_day, 0, now()
                    from wallet.lot l
                    """,
                    """
                    insert into wallet.allocation
                    select l.member_id, 'points', l.lot_no, l.lot_no, -l.original from wallet.lot l
                    """,
                    """
                    insert into wallet.posting
                    select l.member_id, 'points', l.lot_no, p.place, p.amount
                    from wallet.lot l,
                         lateral (values ('AVAILABLE', l.original), ('ISSUANCE', -l.original))
                           as p (place, amount)
                    """,
                    "analyze");

    private ExpiryWorld() {}

    static void fill(JdbcClient jdbc, long first, int accounts, int lots) {
        for (String sql : FILL) {
            JdbcClient.StatementSpec statement = jdbc.sql(sql);
            if (sql.contains(":first")) {
                statement =
                        statement
                                .param("first", first)
                                .param("accounts", accounts)
                                .param("lots", lots);
            }
            int rows = statement.update();
            System.out.println("filled " + rows);
        }
    }
}
