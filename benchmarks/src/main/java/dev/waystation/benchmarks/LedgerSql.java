package dev.waystation.benchmarks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** The alternative: the same books kept by SQL alone, in tables of the same shape. */
final class LedgerSql {

    private static final List<String> SCHEMA =
            List.of(
                    "create schema plain",
                    "create table plain.account (like wallet.account including all)",
                    "create table plain.entry (like wallet.entry including all)",
                    "create table plain.lot (like wallet.lot including all)",
                    "create table plain.explanation (like foundation.explanation including all)",
                    "create table plain.fact (like foundation.fact including all)",
                    "create sequence plain.reasons cache 100",
                    LedgerProcedure.POST);

    // Every posting of the batch in one statement: numbered, balanced, allocated, told.
    private static final String BATCH =
            """
            with given as (
              select g.*, row_number() over (partition by member order by n) as rn,
                     sum(change) over (partition by member order by n) as running
              from unnest(?::bigint[], ?::bigint[], ?::uuid[])
                with ordinality as g (member, change, reference, n)
            ),
            sums as (
              select member, count(*) as entries, sum(change) as change,
                     coalesce(sum(change) filter (where change > 0), 0) as credited
              from given group by member order by member
            ),
            account as (
              update plain.account a
              set entries = a.entries + s.entries, available = a.available + s.change,
                  credited = a.credited + s.credited
              from sums s
              where a.member_id = s.member and a.currency = 'points'
              returning a.member_id, a.entries - s.entries as base, a.available - s.change as before
            ),
            lot as (
              update plain.lot l
              set free = l.free + s.change, original = l.original + s.credited
              from sums s
              where l.member_id = s.member and l.currency = 'points' and l.lot_no = 1
            ),
            numbered as (
              select g.*, a.base + g.rn as entry_no, a.before + g.running as after,
                     case when g.change > 0
                          then 'exp_' || lpad(to_hex(nextval('plain.reasons')), 12, '0')
                  || substr(replace(gen_random_uuid()::text, '-', ''), 13) end as why
              from given g join account a on a.member_id = g.member
            ),
            entry as (
              insert into plain.entry
                (member_id, currency, entry_no, kind, reference, asked, amount, source, last_day,
                 explanation_id, spendable_after, posted_at, available_change, issuance_change,
                 redemption_change, lot_nos, lot_amounts)
              select member, 'points', entry_no, case when change > 0 then 'CREDIT' else 'SPEND' end,
                     reference, abs(change), abs(change),
                     case when change > 0 then 'travel' else 'bench' end,
                     case when change > 0 then date '2030-12-31' end, why, after, now(), change,
                     case when change > 0 then -change end, case when change < 0 then -change end,
                     array[1], array[-change]
              from numbered
            ),
            explanation as (
              insert into plain.explanation (id, body, kept_at)
              select why, jsonb_build_object('reasons', '[]'::jsonb, 'sentence',
                       jsonb_build_object('en', 'credited by the benchmark', 'zh', '基准测试')), now()
              from numbered where change > 0
            )
            insert into plain.fact (type, subject, occurred_at, recorded_at, body)
            select case when change > 0 then 'wallet.PointsCredited' else 'wallet.PointsSpent' end,
                   member, now(), now(),
                   jsonb_build_object('memberId', member, 'currency', 'points',
                     'amount', abs(change), 'reference', reference, 'source', 'bench',
                     'occurredAt', now())
                   || case when change > 0
                        then jsonb_build_object('expiresOn', '2030-12-31', 'explanationId', why)
                        else '{}'::jsonb end
            from numbered
            """;

    private final DataSource database;
    private final long first;
    private final LongAdder statements = new LongAdder();
    private int accounts;

    LedgerSql(DataSource database, long first) {
        this.database = database;
        this.first = first;
    }

    long statements() {
        return statements.sum();
    }

    void prepare(int count, BenchReport report) throws SQLException {
        accounts = count;
        for (String sql : SCHEMA) {
            LedgerBench.run(database, sql);
        }
        LedgerBench.run(
                database,
                """
                insert into plain.account
                  (member_id, currency, entries, highest_lot, available, held, debt, credited)
                select %d + n, 'points', 0, 1, 1000000, 0, 0, 1000000
                from generate_series(0, %d - 1) as n
                """
                        .formatted(first, count));
        LedgerBench.run(
                database,
                """
                insert into plain.lot
                select %d + n, 'points', 1, date '2030-12-31', 'railway', 'travel', 1000000, 1000000, 0
                from generate_series(0, %d - 1) as n
                """
                        .formatted(first, count));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    report.say("PostgreSQL " + name + " = " + row.getString(1));
                }
            }
        }
    }

    /** One batch in one statement and one commit. */
    int batch(SplittableRandom random) {
        int size = Integer.getInteger("batch", 8_190);
        Long[] members = new Long[size];
        Long[] changes = new Long[size];
        UUID[] references = new UUID[size];
        for (int i = 0; i < size; i++) {
            members[i] = first + random.nextInt(accounts);
            changes[i] = change(random);
            references[i] = new UUID(random.nextLong(), random.nextLong());
        }
        // Two batches lock accounts in whatever order the plan has; the loser of a deadlock
        // repeats.
        while (true) {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(BATCH)) {
                statement.setArray(1, array(connection, "bigint", members));
                statement.setArray(2, array(connection, "bigint", changes));
                statement.setArray(3, array(connection, "uuid", references));
                statements.increment();
                int rows = statement.executeUpdate();
                if (rows != size) {
                    throw new IllegalStateException(rows + " of " + size + " posted");
                }
                return size;
            } catch (SQLException e) {
                if (!"40P01".equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** One call and one commit per posting. */
    double singles(int callers, int connections, long millis) {
        BlockingQueue<PreparedStatement> pool = new ArrayBlockingQueue<>(connections);
        List<Connection> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                Connection connection = database.getConnection();
                open.add(connection);
                pool.add(connection.prepareStatement("select plain.post(?, ?, ?)"));
            }
            return LedgerClients.perSecond(
                    callers,
                    millis,
                    random -> {
                        PreparedStatement statement = pool.take();
                        try {
                            statement.setLong(1, first + random.nextInt(accounts));
                            statement.setLong(2, change(random));
                            statement.setObject(3, new UUID(random.nextLong(), random.nextLong()));
                            statements.increment();
                            try (ResultSet row = statement.executeQuery()) {
                                row.next();
                                if (row.getLong(1) < 0) {
                                    throw new IllegalStateException("Not posted");
                                }
                            }
                        } finally {
                            pool.add(statement);
                        }
                    });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            open.forEach(LedgerSql::close);
        }
    }

    /** The alternative gets the number of connections that serves it best on this machine. */
    int bestConnections(int callers, long millis, BenchReport report) {
        int best = 1;
        double fastest = 0;
        for (int connections : new int[] {4, 8, 16, 32}) {
            double rate = singles(callers, connections, millis);
            report.say("procedure on %d connections: %.0f/s".formatted(connections, rate));
            if (rate > fastest) {
                fastest = rate;
                best = connections;
            }
        }
        return best;
    }

    /** Both books are sound: every account stands where its postings and its lots say. */
    void verify(BenchReport report) throws SQLException {
        for (String schema : List.of("plain", "wallet")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    VERIFY.replace("books", schema)
                                            .replace(
                                                    ":opening",
                                                    schema.equals("plain") ? "1000000" : "0"))) {
                row.next();
                report.say(
                        "%s: %d postings, sum %d, %d accounts off"
                                .formatted(schema, row.getLong(1), row.getLong(2), row.getLong(3)));
                if (row.getLong(2) != 0 || row.getLong(3) != 0) {
                    throw new IllegalStateException("The books of " + schema + " are not sound");
                }
            }
        }
    }

    private static final String VERIFY =
            """
            select (select count(*) from books.entry),
                   (select sum(available_change + coalesce(issuance_change, 0)
                      + coalesce(redemption_change, 0)) from books.entry),
                   (select count(*)
                    from books.account a
                    left join (select member_id, sum(available_change) as total from books.entry
                               group by member_id) p using (member_id)
                    join (select member_id, sum(free) as free from books.lot
                          group by member_id) l using (member_id)
                    where a.available <> coalesce(p.total, 0) + :opening or a.available <> l.free)
            """;

    private static long change(SplittableRandom random) {
        long amount = random.nextInt(1, 100);
        return random.nextBoolean() ? amount : -amount;
    }

    private static Array array(Connection connection, String type, Object[] values)
            throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
