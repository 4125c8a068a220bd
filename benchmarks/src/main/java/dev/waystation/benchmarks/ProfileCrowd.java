package dev.waystation.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;

/**
 * Members in millions around those of the sample world: in every table that a member's page reads,
 * rows of sample members are copied under other numbers, one for each. What must be unique is made
 * so; what is sealed stays as it was and is not opened for anybody of the crowd.
 */
final class ProfileCrowd {

    /** Above all numbers that the sample world gave. */
    private static final long FIRST = 1_000_000_000L;

    private static final int CHUNK = 500_000;

    /** A table and its column that names the member. */
    private record Crowded(String table, String member) {}

    private static final List<Crowded> TABLES =
            List.of(
                    new Crowded("membership.member", "id"),
                    new Crowded("audience.member_trait", "member_id"),
                    new Crowded("audience.member_tag", "member_id"),
                    new Crowded("analytics.timeline", "member_id"),
                    new Crowded("wallet.account", "member_id"),
                    new Crowded("wallet.lot", "member_id"),
                    new Crowded("wallet.entry", "member_id"),
                    new Crowded("booking.orders", "member_id"),
                    new Crowded("messaging.message", "member_id"));

    /** Only while the crowd gathers; what is measured afterwards runs as installed. */
    private static final Map<String, String> QUICK =
            Map.of("full_page_writes", "off", "autovacuum", "off", "max_wal_size", "'8GB'");

    private final DataSource database;
    private final int members;

    ProfileCrowd(DataSource database, int members) {
        this.database = database;
        this.members = members;
    }

    /** How many tables are crowded. */
    static int tables() {
        return TABLES.size();
    }

    void gather() throws SQLException, InterruptedException, ExecutionException {
        alterSystem((name, value) -> "set " + name + " = " + value);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> tables = new ArrayList<>();
            for (Crowded each : TABLES) {
                tables.add(
                        both.submit(() -> {
                            fill(each);
                            return null;
                        }));
            }
            for (Future<?> each : tables) {
                each.get();
            }
        }
        alterSystem((name, _) -> "reset " + name);
    }

    private void alterSystem(BinaryOperator<String> change) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> each : QUICK.entrySet()) {
                statement.execute("alter system " + change.apply(each.getKey(), each.getValue()));
            }
            statement.execute("select pg_reload_conf()");
            statement.execute("checkpoint");
        }
    }

    private void fill(Crowded crowded) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // constraints between tables rest: a copy has no orders of its own to point to
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            List<String> names = new ArrayList<>();
            List<String> values = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery(columns(crowded))) {
                while (columns.next()) {
                    names.add('"' + columns.getString(1) + '"');
                    values.add(columns.getString(2));
                }
            }
            String table = crowded.table();
            String member = crowded.member();
            long patterns;
            try (ResultSet count =
                    statement.executeQuery(
                            "select count(distinct %s) from %s where %1$s < %d"
                                    .formatted(member, table, FIRST))) {
                count.next();
                patterns = count.getLong(1);
            }
            String into = table + " (" + String.join(", ", names) + ")";
            String copied = String.join(", ", values);
            for (int from = 0; from < members; from += CHUNK) {
                int last = Math.min(members, from + CHUNK) - 1;
                statement.execute(
                        """
                        insert into %s
                        select %s
                        from (
                            select t.*, row_number() over () - 1 as nth_pattern
                            from (
                                select distinct on (%s) * from %s where %3$s < %d order by %3$s
                            ) t) t
                        join (select i, %5$d + i as id from generate_series(%d, %d) as i) n
                          on n.i %% %d = t.nth_pattern
                        """
                                .formatted(
                                        into, copied, member, table, FIRST, from, last, patterns));
            }
            statement.execute("vacuum analyze " + crowded.table());
            statement.execute("set session_replication_role = origin");
            statement.execute("set synchronous_commit = on");
        }
        System.out.printf(
                "%s: %,d s%n", crowded.table(), (System.nanoTime() - start) / 1_000_000_000);
    }

    /**
     * Columns with what each is copied as. Where an index that does not begin with the member is
     * unique, or keeps keys of what is sealed, the copy has its own; the database fills the rest.
     */
    private static String columns(Crowded crowded) {
        return """
        select a.attname,
            case
                when a.attname = '%2$s' then 'n.id'
                when not exists (
                        select from pg_index i
                        where i.indrelid = a.attrelid and a.attnum = any(i.indkey)
                          and (i.indisunique or a.atttypid = 'bytea'::regtype)
                          and not m.attnum = any(i.indkey))
                    then 't.' || quote_ident(a.attname)
                when a.atttypid = 'bytea'::regtype then 'int8send(n.id)'
                when a.atttypid = 'uuid'::regtype then 'gen_random_uuid()'
                when a.atttypid = 'bigint'::regtype then 'n.id'
                when a.atttypid = 'text'::regtype
                    then 't.' || quote_ident(a.attname) || ' || n.id'
                else 't.' || quote_ident(a.attname)
            end
        from pg_attribute a
        join pg_attribute m on m.attrelid = a.attrelid and m.attname = '%2$s'
        where a.attrelid = '%1$s'::regclass and a.attnum > 0 and not a.attisdropped
          and a.attidentity = '' and a.attgenerated = ''
        """
                .formatted(crowded.table(), crowded.member());
    }
}
