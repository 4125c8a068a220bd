package dev.waystation.platform.foundation.vault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All rows about a person, found by what the tables say of themselves: every column carries its
 * class and how long it is kept. What is kept as long as somebody is a member, or for weeks or
 * months, goes when the person is erased. What is kept for years is kept for the books, with a
 * number that leads to nobody any more. A table somebody adds tomorrow is found as well.
 */
@Component
public class PersonRows {

    /** What becomes of a table's rows about an erased person. */
    public enum Fate {
        DELETED,
        KEPT_WITHOUT_PERSON
    }

    /** How many rows of a table there were. */
    public record Count(String table, Fate fate, String retention, int rows) {}

    private record Column(String table, String name, String retention) {
        Fate fate() {
            return retention.contains("years") || retention.equals("forever")
                    ? Fate.KEPT_WITHOUT_PERSON
                    : Fate.DELETED;
        }
    }

    private static final String COLUMNS =
            """
            select n.nspname || '.' || c.relname as "table", a.attname as name,
                coalesce(substring(col_description(c.oid, a.attnum) from 'retention=(.*)$'),
                    '10 years') as retention
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where a.attname = any(:names) and not a.attisdropped
              and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
              and n.nspname not in ('pg_catalog', 'information_schema', 'privacy')
            order by 1, 2
            """;

    private static final String[] NAMES = {
        "member_id", "inviter_id", "invitee_id", "of_member", "home_id"
    };

    private static final String REFERENCES =
            """
            select f.nspname || '.' || c.relname as "from", t.nspname || '.' || d.relname as "to"
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_namespace f on f.oid = c.relnamespace
            join pg_class d on d.oid = k.confrelid join pg_namespace t on t.oid = d.relnamespace
            where k.contype = 'f' and k.conrelid <> k.confrelid
            """;

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row about a member, as JSON, by table; what is sealed stays sealed. */
    public Map<String, List<String>> of(long memberId) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Column column : columns()) {
            List<String> found =
                    jdbc.sql(
                                    "select cast(to_jsonb(t) as text) from "
                                            + column.table()
                                            + " t where "
                                            + column.name()
                                            + " = :member limit 5000")
                            .param("member", memberId)
                            .query((row, _) -> row.getString(1))
                            .list();
            if (!found.isEmpty()) {
                rows.computeIfAbsent(column.table(), _ -> new ArrayList<>()).addAll(found);
            }
        }
        return rows;
    }

    /** Deletes what is to go, and counts what stays; in the transaction of the caller. */
    public List<Count> erase(long memberId) {
        List<Count> counts = new ArrayList<>();
        for (Column column : referringFirst(columns())) {
            boolean goes = column.fate() == Fate.DELETED;
            String from = " from " + column.table() + " where " + column.name() + " = :member";
            int rows =
                    goes
                            ? jdbc.sql("delete" + from).param("member", memberId).update()
                            : jdbc.sql("select count(*)" + from)
                                    .param("member", memberId)
                                    .query((row, _) -> row.getInt(1))
                                    .single();
            if (rows > 0) {
                counts.add(new Count(column.table(), column.fate(), column.retention(), rows));
            }
        }
        return counts;
    }

    private List<Column> columns() {
        return jdbc.sql(COLUMNS)
                .param("names", NAMES)
                .query((row, _) ->
                        new Column(
                                row.getString("table"),
                                row.getString("name"),
                                row.getString("retention")))
                .list();
    }

    /** A row that another one needs goes after it. */
    private List<Column> referringFirst(List<Column> all) {
        Map<String, Set<String>> needs = new TreeMap<>();
        jdbc.sql(REFERENCES)
                .query(row -> {
                    needs.computeIfAbsent(row.getString("to"), _ -> new HashSet<>())
                            .add(row.getString("from"));
                });
        List<Column> ordered = new ArrayList<>();
        List<Column> left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            Set<String> waiting = new HashSet<>();
            left.forEach(column -> waiting.add(column.table()));
            List<Column> free =
                    left.stream()
                            .filter(column ->
                                    needs.getOrDefault(column.table(), Set.of()).stream()
                                            .noneMatch(waiting::contains))
                            .toList();
            List<Column> next = free.isEmpty() ? List.copyOf(left) : free;
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }
}
