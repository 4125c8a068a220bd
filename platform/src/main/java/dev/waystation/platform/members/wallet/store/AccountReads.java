package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Account;
import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Hold;
import dev.waystation.ledger.HoldState;
import dev.waystation.ledger.Lot;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Outlay;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Reference;
import dev.waystation.platform.members.wallet.model.SpentEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what deciding a batch needs: accounts, past references and spends, each in one query. */
@Component
public class AccountReads {

    private static final String ACCOUNTS =
            """
            select a.member_id, a.currency, a.entries, a.highest_lot, a.debt
            from wallet.account a
            join unnest(:members, :currencies) as k (member_id, currency)
              using (member_id, currency)
            """;

    private static final String LOTS =
            """
            select l.member_id, l.currency, l.lot_no, l.last_day, l.funding, l.source,
                   l.original, l.free, l.held
            from wallet.lot l
            join unnest(:members, :currencies) as k (member_id, currency)
              using (member_id, currency)
            where l.last_day >= :today or l.free > 0 or l.held > 0
            """;

    private static final String HOLDS =
            """
            select h.member_id, h.currency, h.hold_id, h.state,
                   l.lot_no, l.last_day, l.funding, l.source, a.amount
            from wallet.hold h
            join unnest(:members, :currencies) as k (member_id, currency)
              using (member_id, currency)
            join wallet.allocation a
              on a.member_id = h.member_id and a.currency = h.currency and a.entry_no = h.entry_no
            join wallet.lot l
              on l.member_id = a.member_id and l.currency = a.currency and l.lot_no = a.lot_no
            order by l.last_day, l.lot_no
            """;

    private static final String PAST =
            """
            select e.member_id, e.reference, e.currency, e.kind, e.asked, e.about, e.entry_no,
                   e.amount, e.spendable_after, e.explanation_id
            from wallet.entry e
            join unnest(:members, :references::uuid[]) as k (member_id, reference)
              using (member_id, reference)
            """;

    private static final String SPENT =
            """
            select e.member_id, e.reference, e.entry_no,
                   l.lot_no, l.last_day, l.funding, l.source, a.amount,
                   coalesce((
                     select sum(g.amount)
                     from wallet.given_back g
                     where g.member_id = e.member_id and g.currency = e.currency
                       and g.spend_entry_no = e.entry_no and g.lot_no = a.lot_no), 0) as returned
            from wallet.entry e
            join unnest(:members, :references::uuid[]) as k (member_id, reference)
              using (member_id, reference)
            join wallet.allocation a
              on a.member_id = e.member_id and a.currency = e.currency and a.entry_no = e.entry_no
            join wallet.lot l
              on l.member_id = a.member_id and l.currency = a.currency and l.lot_no = a.lot_no
            where e.kind in ('SPEND', 'CAPTURE')
            order by l.last_day, l.lot_no
            """;

    private static final String CREDITED =
            """
            select e.member_id, e.reference, e.last_day, e.source, c.funding
            from wallet.entry e
            join unnest(:members, :references::uuid[]) as k (member_id, reference)
              using (member_id, reference)
            join wallet.currency c on c.code = e.currency
            where e.kind = 'CREDIT'
            """;

    private final JdbcClient jdbc;

    AccountReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts as journalled; one nobody posted to yet is empty. */
    public Map<AccountKey, Account> accounts(Collection<AccountKey> keys, LocalDate today) {
        Map<AccountKey, List<Lot>> lots = new HashMap<>();
        Map<AccountKey, List<Hold>> holds = new HashMap<>();
        Map<AccountKey, Account> accounts = new HashMap<>();
        of(LOTS, keys)
                .param("today", today)
                .query(row -> {
                    lots.computeIfAbsent(key(row), k -> new ArrayList<>())
                            .add(
                                    new Lot(
                                            row.getLong("lot_no"),
                                            lotKey(row),
                                            row.getLong("original"),
                                            row.getLong("free"),
                                            row.getLong("held")));
                });
        readHolds(keys, holds);
        of(ACCOUNTS, keys)
                .query(row -> {
                    AccountKey key = key(row);
                    accounts.put(
                            key,
                            Account.restore(
                                    row.getLong("entries"),
                                    row.getLong("debt"),
                                    row.getLong("highest_lot"),
                                    lots.getOrDefault(key, List.of()),
                                    holds.getOrDefault(key, List.of())));
                });
        keys.forEach(key -> accounts.computeIfAbsent(key, k -> new Account()));
        return accounts;
    }

    public Map<Reference, Past> past(Collection<Reference> references) {
        Map<Reference, Past> past = new HashMap<>();
        at(PAST, references)
                .query(row -> {
                    Past found =
                            new Past(
                                    row.getLong("member_id"),
                                    row.getObject("reference", UUID.class),
                                    row.getString("currency"),
                                    EntryKind.valueOf(row.getString("kind")),
                                    row.getLong("asked"),
                                    row.getObject("about", UUID.class),
                                    row.getLong("entry_no"),
                                    row.getLong("amount"),
                                    row.getLong("spendable_after"),
                                    row.getString("explanation_id"));
                    past.put(new Reference(found.memberId(), found.reference()), found);
                });
        return past;
    }

    public Map<Reference, SpentEntry> spends(Collection<Reference> references) {
        record Part(long entryNo, Allocation taken, long returned) {}
        Map<Reference, List<Part>> parts = new LinkedHashMap<>();
        at(SPENT, references)
                .query(row -> {
                    Allocation taken =
                            new Allocation(
                                    row.getLong("lot_no"), lotKey(row), row.getLong("amount"));
                    parts.computeIfAbsent(reference(row), k -> new ArrayList<>())
                            .add(new Part(row.getLong("entry_no"), taken, row.getLong("returned")));
                });
        Map<Reference, SpentEntry> spends = new HashMap<>();
        parts.forEach((reference, list) ->
                spends.put(
                        reference,
                        new SpentEntry(
                                list.getFirst().entryNo(),
                                new Outlay(
                                        list.stream().map(Part::taken).toList(),
                                        list.stream().mapToLong(Part::returned).toArray()))));
        return spends;
    }

    /** The lots that credits went into. */
    public Map<Reference, LotKey> credits(Collection<Reference> references) {
        Map<Reference, LotKey> credits = new HashMap<>();
        at(CREDITED, references)
                .query(row -> {
                    credits.put(reference(row), lotKey(row));
                });
        return credits;
    }

    private void readHolds(Collection<AccountKey> keys, Map<AccountKey, List<Hold>> holds) {
        Map<AccountKey, Map<UUID, List<Allocation>>> frozen = new HashMap<>();
        Map<UUID, HoldState> states = new HashMap<>();
        of(HOLDS, keys)
                .query(row -> {
                    UUID id = row.getObject("hold_id", UUID.class);
                    states.put(id, HoldState.valueOf(row.getString("state")));
                    frozen.computeIfAbsent(key(row), k -> new LinkedHashMap<>())
                            .computeIfAbsent(id, k -> new ArrayList<>())
                            .add(
                                    new Allocation(
                                            row.getLong("lot_no"),
                                            lotKey(row),
                                            row.getLong("amount")));
                });
        frozen.forEach((key, byId) ->
                byId.forEach((id, parts) -> {
                    HoldState state = states.getOrDefault(id, HoldState.OPEN);
                    holds.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(new Hold(id, state, state == HoldState.OPEN ? parts : List.of()));
                }));
    }

    private JdbcClient.StatementSpec of(String sql, Collection<AccountKey> keys) {
        return jdbc.sql(sql)
                .param("members", keys.stream().map(AccountKey::memberId).toArray(Long[]::new))
                .param(
                        "currencies",
                        keys.stream().map(AccountKey::currency).toArray(String[]::new));
    }

    private JdbcClient.StatementSpec at(String sql, Collection<Reference> references) {
        return jdbc.sql(sql)
                .param("members", references.stream().map(Reference::memberId).toArray(Long[]::new))
                .param(
                        "references",
                        references.stream()
                                .map(each -> each.reference().toString())
                                .toArray(String[]::new));
    }

    private static AccountKey key(ResultSet row) throws SQLException {
        return new AccountKey(row.getLong("member_id"), row.getString("currency"));
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(row.getLong("member_id"), row.getObject("reference", UUID.class));
    }

    private static LotKey lotKey(ResultSet row) throws SQLException {
        return LotKey.until(
                row.getObject("last_day", LocalDate.class),
                row.getString("funding"),
                row.getString("source"));
    }
}
