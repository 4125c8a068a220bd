package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Account;
import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Hold;
import dev.waystation.ledger.HoldState;
import dev.waystation.ledger.Lot;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Promise;
import dev.waystation.platform.members.wallet.model.AccountKey;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts with all that deciding on them needs, each table in one query. */
@Component
public class AccountReads {

    private static final String ACCOUNTS =
            """
            select a.member_id, a.currency, a.entries, a.highest_lot, a.debt, a.active_until
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

    private static final String PROMISES =
            """
            select p.member_id, p.currency, p.promise_id, p.left_over
            from wallet.promise p
            join unnest(:members, :currencies) as k (member_id, currency)
              using (member_id, currency)
            """;

    private record Head(
            long entries, long debt, long highestLot, @Nullable LocalDate activeUntil) {}

    private final JdbcClient jdbc;

    AccountReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts as journalled; one nobody posted to yet is empty. */
    public Map<AccountKey, Account> accounts(Collection<AccountKey> keys, LocalDate today) {
        Map<AccountKey, List<Lot>> lots = new HashMap<>();
        Map<AccountKey, List<Hold>> holds = new HashMap<>();
        Map<AccountKey, Account> accounts = new HashMap<>();
        // First the number of the last entry: whoever posts between these reads makes our next
        // entry collide in the journal. The other way round, old lots would pass under a new
        // number.
        Map<AccountKey, Head> heads = heads(keys);
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
        Map<AccountKey, List<Promise>> promises = new HashMap<>();
        of(PROMISES, keys)
                .query(row -> {
                    promises.computeIfAbsent(key(row), k -> new ArrayList<>())
                            .add(
                                    new Promise(
                                            row.getObject("promise_id", UUID.class),
                                            row.getLong("left_over")));
                });
        heads.forEach((key, head) -> {
            Account account =
                    Account.restore(
                            head.entries(),
                            head.debt(),
                            head.highestLot(),
                            lots.getOrDefault(key, List.of()),
                            holds.getOrDefault(key, List.of()),
                            promises.getOrDefault(key, List.of()));
            if (head.activeUntil() != null) {
                account.activeUntil(Math.toIntExact(head.activeUntil().toEpochDay()));
            }
            accounts.put(key, account);
        });
        keys.forEach(key -> accounts.computeIfAbsent(key, k -> new Account()));
        return accounts;
    }

    private Map<AccountKey, Head> heads(Collection<AccountKey> keys) {
        Map<AccountKey, Head> heads = new HashMap<>();
        of(ACCOUNTS, keys)
                .query(row -> {
                    heads.put(
                            key(row),
                            new Head(
                                    row.getLong("entries"),
                                    row.getLong("debt"),
                                    row.getLong("highest_lot"),
                                    row.getObject("active_until", LocalDate.class)));
                });
        return heads;
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

    private static AccountKey key(ResultSet row) throws SQLException {
        return new AccountKey(row.getLong("member_id"), row.getString("currency"));
    }

    static LotKey lotKey(ResultSet row) throws SQLException {
        return LotKey.until(
                row.getObject("last_day", LocalDate.class),
                row.getString("funding"),
                row.getString("source"));
    }
}
