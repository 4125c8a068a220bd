package dev.waystation.platform.members.wallet.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members own by last day, for files of balances. */
@Component
public class IntakeLots {

    private static final String OWNED =
            """
            select l.member_id, l.currency, l.last_day, sum(l.free + l.held) as owned
            from wallet.lot l
            join unnest(:members, :currencies, :days::date[]) as k (member_id, currency, last_day)
              using (member_id, currency, last_day)
            group by l.member_id, l.currency, l.last_day
            """;

    private static final String DEBTORS =
            "select distinct member_id from wallet.account where member_id = any (:members) and debt > 0";

    private static final String POSTED =
            """
            select e.reference, e.amount from wallet.entry e
            join unnest(:members, :references::uuid[]) as k (member_id, reference)
              using (member_id, reference)
            """;

    // Stored value belongs to cards and has a file of its own.
    private static final String AFTER =
            """
            select l.member_id, l.currency, l.last_day, sum(l.free + l.held) as owned
            from wallet.lot l
            where l.member_id > :after and l.member_id in (
                select member_id from wallet.account
                where member_id > :after group by member_id order by member_id limit :members)
              and l.free + l.held > 0 and l.last_day >= :today
              and l.currency not like 'stored%'
            group by l.member_id, l.currency, l.last_day
            order by l.member_id, l.currency, l.last_day
            """;

    private static final String LAST =
            """
            select max(member_id) from (
              select member_id from wallet.account
              where member_id > :after group by member_id order by member_id limit :members) page
            """;

    /** Points of a member that end on a day. */
    public record Owned(long memberId, String currency, LocalDate lastDay) {}

    private final JdbcClient jdbc;

    IntakeLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much there is of each; nothing where it is left out. */
    public Map<Owned, Long> owned(List<Owned> asked) {
        Columns<Owned> rows = new Columns<>(asked);
        Map<Owned, Long> owned = new HashMap<>();
        jdbc.sql(OWNED)
                .param("members", rows.numbers(Owned::memberId))
                .param("currencies", rows.texts(Owned::currency))
                .param("days", rows.texts(Owned::lastDay))
                .query(row -> {
                    owned.put(
                            new Owned(
                                    row.getLong("member_id"),
                                    row.getString("currency"),
                                    row.getObject("last_day", LocalDate.class)),
                            row.getLong("owned"));
                });
        return owned;
    }

    /** Which members owe points: a credit would repay them first. */
    public Set<Long> inDebt(Collection<Long> members) {
        return new HashSet<>(
                jdbc.sql(DEBTORS)
                        .param("members", members.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** What was posted under these references before, by reference. */
    public Map<UUID, Long> posted(List<Long> members, List<UUID> references) {
        Map<UUID, Long> posted = new HashMap<>();
        jdbc.sql(POSTED)
                .param("members", members.toArray(Long[]::new))
                .param("references", references.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    posted.put(row.getObject("reference", UUID.class), row.getLong("amount"));
                });
        return posted;
    }

    /** What so many members after one own, by last day. */
    public Map<Owned, Long> after(long member, int members, LocalDate today) {
        Map<Owned, Long> owned = new java.util.LinkedHashMap<>();
        jdbc.sql(AFTER)
                .param("after", member)
                .param("members", members)
                .param("today", today)
                .query(row -> {
                    owned.put(
                            new Owned(
                                    row.getLong("member_id"),
                                    row.getString("currency"),
                                    row.getObject("last_day", LocalDate.class)),
                            row.getLong("owned"));
                });
        return owned;
    }

    /** The last of so many members after one; 0 when there is none. */
    public long last(long member, int members) {
        return jdbc.sql(LAST)
                .param("after", member)
                .param("members", members)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
