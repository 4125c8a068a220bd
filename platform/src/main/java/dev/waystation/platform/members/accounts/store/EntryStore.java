package dev.waystation.platform.members.accounts.store;

import dev.waystation.platform.members.accounts.model.AccountEntry;
import dev.waystation.platform.members.accounts.model.ClosedMonth;
import dev.waystation.platform.members.accounts.model.MonthHead;
import dev.waystation.platform.members.accounts.model.MonthStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of accounts and the months that were closed. */
@Repository
public class EntryStore {

    /**
     * A line to write; its number and balance follow from the lines before it.
     *
     * @param chargedIn the month whose limit it uses or gives back
     */
    public record Line(
            LocalDate month,
            AccountEntry.Kind kind,
            long minor,
            @Nullable Long memberId,
            @Nullable String order,
            @Nullable LocalDate chargedIn,
            UUID reference,
            String note,
            String by,
            Instant at) {}

    private static final String NEXT =
            """
            update accounts.account set owed_minor = owed_minor + :minor, last_entry = last_entry + 1
             where id = :id
               and (:minor < 0 or owed_minor + :minor <= credit_minor)
            returning last_entry, owed_minor
            """;
    private static final String INSERT =
            """
            insert into accounts.entry
              (account_id, entry_no, month, kind, minor, balance_minor, member_id, order_ref,
               charged_in, reference, note, by_whom, at)
            values (:id, :number, :month, :kind, :minor, :balance, :member, :order, :chargedIn,
                    :reference, :note, :by, :at)
            """;
    private static final String OF_MONTH =
            """
            select * from accounts.entry where account_id = :id and month = :month
            order by entry_no
            """;
    private static final String BEFORE =
            """
            select coalesce(sum(minor), 0) from accounts.entry
            where account_id = :id and month < :month
            """;
    private static final String BY_ORDER =
            """
            select order_ref, sum(minor) as net from accounts.entry
            where account_id = :id
              and (order_ref = any (:also)
                or order_ref in (select order_ref from accounts.entry
                                 where account_id = :id and month = :month))
            group by order_ref order by order_ref
            """;
    private static final String HEADS =
            """
            select month,
                   sum(sum(minor)) over (order by month) - sum(minor) as opening,
                   coalesce(sum(minor) filter (where kind = 'CHARGE'), 0) as charges,
                   coalesce(sum(minor) filter (where kind = 'CREDIT'), 0) as credits,
                   coalesce(sum(minor) filter (where kind = 'PAYMENT'), 0) as payments,
                   (array_agg(balance_minor order by entry_no desc))[1] as balance
              from accounts.entry where account_id = :id
             group by month order by month desc
            """;
    private static final String CLOSE =
            """
            insert into accounts.month (account_id, month, closing, lines, digest, closed_at, closed_by)
            values (:id, :month, :closing, :lines, :digest, :at, :by)
            """;

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when a charge would exceed the credit; the caller holds the account's lock. */
    public boolean write(long account, Line line) {
        record Place(long number, long balance) {}
        Optional<Place> next =
                jdbc.sql(NEXT)
                        .param("id", account)
                        .param("minor", line.minor())
                        .query((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                        .optional();
        next.ifPresent(place ->
                jdbc.sql(INSERT)
                        .param("id", account)
                        .param("number", place.number())
                        .param("month", line.month())
                        .param("kind", line.kind().name())
                        .param("minor", line.minor())
                        .param("balance", place.balance())
                        .param("member", line.memberId())
                        .param("order", line.order())
                        .param("chargedIn", line.chargedIn())
                        .param("reference", line.reference())
                        .param("note", line.note())
                        .param("by", line.by())
                        .param("at", Timestamp.from(line.at()))
                        .update());
        return next.isPresent();
    }

    public Optional<AccountEntry> byReference(long account, UUID reference) {
        return jdbc.sql("select * from accounts.entry where account_id = :id and reference = :ref")
                .param("id", account)
                .param("ref", reference)
                .query(EntryStore::entry)
                .optional();
    }

    public List<AccountEntry> ofMonth(long account, LocalDate month) {
        return jdbc.sql(OF_MONTH)
                .param("id", account)
                .param("month", month)
                .query(EntryStore::entry)
                .list();
    }

    /** What was owed when a month began. */
    public long before(long account, LocalDate month) {
        return jdbc.sql(BEFORE)
                .param("id", account)
                .param("month", month)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** What the whole journal says of the orders of a month, and of some more. */
    public Map<String, Long> byOrder(long account, LocalDate month, Collection<String> also) {
        Map<String, Long> found = new LinkedHashMap<>();
        jdbc.sql(BY_ORDER)
                .param("also", also.toArray(String[]::new))
                .param("id", account)
                .param("month", month)
                .query(row -> {
                    found.put(row.getString("order_ref"), row.getLong("net"));
                });
        return found;
    }

    /** Months with lines, the newest first. */
    public List<LocalDate> months(long account) {
        return jdbc.sql(
                        "select distinct month from accounts.entry where account_id = :id"
                                + " order by month desc")
                .param("id", account)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /** The sums of all months with lines, the newest first. */
    public List<MonthHead> heads(long account) {
        return jdbc.sql(HEADS)
                .param("id", account)
                .query((row, _) ->
                        new MonthHead(
                                row.getObject("month", LocalDate.class),
                                row.getLong("opening"),
                                row.getLong("charges"),
                                row.getLong("credits"),
                                row.getLong("payments"),
                                row.getLong("balance")))
                .list();
    }

    public List<ClosedMonth> closed(long account) {
        return jdbc.sql("select * from accounts.month where account_id = :id order by month")
                .param("id", account)
                .query((row, _) ->
                        new ClosedMonth(
                                row.getObject("month", LocalDate.class),
                                row.getLong("closing"),
                                row.getLong("lines"),
                                row.getString("digest"),
                                row.getTimestamp("closed_at").toInstant(),
                                row.getString("closed_by")))
                .list();
    }

    public void close(long account, MonthStatement statement, String by, Instant at) {
        jdbc.sql(CLOSE)
                .param("id", account)
                .param("month", statement.month())
                .param("closing", statement.closing())
                .param("lines", statement.lines().size())
                .param("digest", statement.digest())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    private static AccountEntry entry(ResultSet row, int index) throws SQLException {
        return new AccountEntry(
                row.getLong("entry_no"),
                row.getObject("month", LocalDate.class),
                AccountEntry.Kind.valueOf(row.getString("kind")),
                row.getLong("minor"),
                row.getLong("balance_minor"),
                row.getObject("member_id", Long.class),
                row.getString("order_ref"),
                row.getObject("charged_in", LocalDate.class),
                row.getObject("reference", UUID.class),
                row.getString("note"),
                row.getTimestamp("at").toInstant());
    }
}
