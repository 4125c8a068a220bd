package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Lot;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Posting;
import dev.waystation.platform.foundation.lanes.Trip;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.model.Totals;
import dev.waystation.platform.members.wallet.model.Written;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends a batch of entries, each table in one statement. */
@Component
public class Journal {

    private static final String ENTRIES =
            """
            insert into wallet.entry
              (member_id, currency, entry_no, kind, reference, asked, amount, about, source,
               last_day, explanation_id, spendable_after, posted_at, order_ref, rule, actor)
            select e.member, e.currency, e.entry_no, e.kind, e.reference::uuid, e.asked, e.amount,
                   e.about::uuid, e.source, e.last_day::date, e.explanation, e.spendable,
                   e.at::timestamptz, e.order_ref, e.rule, e.actor
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as e (member, currency, entry_no, kind, reference, asked, amount, about, source,
                    last_day, explanation, spendable, at, order_ref, rule, actor)
            """;

    private static final String POSTINGS =
            """
            insert into wallet.posting (member_id, currency, entry_no, place, amount)
            select * from unnest(?, ?, ?, ?, ?)
            """;

    private static final String ALLOCATIONS =
            """
            insert into wallet.allocation (member_id, currency, entry_no, lot_no, amount)
            select * from unnest(?, ?, ?, ?, ?)
            """;

    private static final String LOTS =
            """
            insert into wallet.lot as l
              (member_id, currency, lot_no, last_day, funding, source, original, free, held)
            select n.member, n.currency, n.lot_no, n.last_day::date, n.funding, n.source,
                   n.original, n.free, n.held
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
              as n (member, currency, lot_no, last_day, funding, source, original, free, held)
            on conflict on constraint lot_pk do update
            set original = excluded.original, free = excluded.free, held = excluded.held
            """;

    private static final String ACCOUNTS =
            """
            insert into wallet.account
              (member_id, currency, entries, highest_lot, available, held, pending, debt, credited,
               active_until)
            select a.member, a.currency, a.entries, a.highest, a.available, a.held, a.pending,
                   a.debt, a.credited, a.active_until::date
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as a (member, currency, entries, highest, available, held, pending, debt, credited,
                    active_until)
            on conflict on constraint account_pk do update
            set entries = excluded.entries,
                highest_lot = greatest(account.highest_lot, excluded.highest_lot),
                available = excluded.available,
                held = excluded.held,
                pending = excluded.pending,
                debt = excluded.debt,
                active_until = excluded.active_until,
                credited = account.credited + excluded.credited
            """;

    private record Posted(Written entry, Posting posting) {}

    private record Allocated(Written entry, Allocation part) {}

    private record LotAfter(AccountKey key, Lot lot) {}

    private record AccountAfter(Written last, long credited, long highestLot) {}

    private final Commitments commitments;

    Journal(Commitments commitments) {
        this.commitments = commitments;
    }

    /**
     * Two writers on one account collide on {@code entry_pk}; both come in the order of members, so
     * that neither waits for the other in a circle.
     */
    public void append(List<Written> batch, Trip trip) {
        List<Written> sorted =
                batch.stream()
                        .sorted(Comparator.comparingLong(each -> each.past().memberId()))
                        .toList();
        trip.add(ENTRIES, entries(new Columns<>(sorted)))
                .add(POSTINGS, postings(sorted))
                .add(ALLOCATIONS, allocations(sorted))
                .add(LOTS, lots(sorted))
                .add(ACCOUNTS, accounts(sorted));
        commitments.write(sorted, trip);
    }

    private static Object[] entries(Columns<Written> rows) {
        return new Object[] {
            rows.numbers(each -> each.past().memberId()),
            rows.texts(each -> each.past().currency()),
            rows.numbers(each -> each.entry().number()),
            rows.texts(each -> each.entry().kind()),
            rows.texts(each -> each.past().reference()),
            rows.numbers(each -> each.past().asked()),
            rows.numbers(each -> each.entry().amount()),
            rows.texts(each -> each.past().about()),
            rows.texts(Written::source),
            rows.texts(Written::lastDay),
            rows.texts(each -> each.past().explanationId()),
            rows.numbers(each -> each.past().spendableAfter()),
            rows.texts(each -> each.at().atOffset(ZoneOffset.UTC)),
            rows.texts(each -> each.note().order()),
            rows.texts(each -> each.note().rule()),
            rows.texts(each -> each.note().actor())
        };
    }

    private static Object[] postings(List<Written> batch) {
        List<Posted> list = new ArrayList<>(batch.size() * 2);
        for (Written each : batch) {
            each.entry().postings().forEach(posting -> list.add(new Posted(each, posting)));
        }
        Columns<Posted> rows = new Columns<>(list);
        return new Object[] {
            rows.numbers(row -> row.entry().past().memberId()),
            rows.texts(row -> row.entry().past().currency()),
            rows.numbers(row -> row.entry().entry().number()),
            rows.texts(row -> row.posting().place()),
            rows.numbers(row -> row.posting().amount())
        };
    }

    private static Object[] allocations(List<Written> batch) {
        List<Allocated> list = new ArrayList<>(batch.size());
        for (Written each : batch) {
            each.entry().allocations().forEach(part -> list.add(new Allocated(each, part)));
        }
        Columns<Allocated> rows = new Columns<>(list);
        return new Object[] {
            rows.numbers(row -> row.entry().past().memberId()),
            rows.texts(row -> row.entry().past().currency()),
            rows.numbers(row -> row.entry().entry().number()),
            rows.numbers(row -> row.part().lot()),
            rows.numbers(row -> row.part().amount())
        };
    }

    private static Object[] lots(List<Written> batch) {
        record Place(AccountKey key, long lot) {}
        // The last entry of the batch that touched a lot says how it stands.
        Map<Place, LotAfter> last = new LinkedHashMap<>();
        for (Written each : batch) {
            AccountKey key = each.key();
            for (Lot lot : each.entry().lots()) {
                last.put(new Place(key, lot.number()), new LotAfter(key, lot));
            }
        }
        Columns<LotAfter> rows = new Columns<>(List.copyOf(last.values()));
        return new Object[] {
            rows.numbers(row -> row.key().memberId()),
            rows.texts(row -> row.key().currency()),
            rows.numbers(row -> row.lot().number()),
            rows.texts(row -> LocalDate.ofEpochDay(row.lot().key().lastDay())),
            rows.texts(row -> row.lot().key().funding()),
            rows.texts(row -> row.lot().key().source()),
            rows.numbers(row -> row.lot().original()),
            rows.numbers(row -> row.lot().free()),
            rows.numbers(row -> row.lot().held())
        };
    }

    private static Object[] accounts(List<Written> batch) {
        Map<AccountKey, AccountAfter> byKey = new LinkedHashMap<>();
        for (Written each : batch) {
            byKey.merge(
                    each.key(),
                    new AccountAfter(each, credited(each.entry()), highestLot(each.entry())),
                    (old, now) ->
                            new AccountAfter(
                                    now.last(),
                                    old.credited() + now.credited(),
                                    Math.max(old.highestLot(), now.highestLot())));
        }
        Columns<AccountAfter> rows = new Columns<>(List.copyOf(byKey.values()));
        return new Object[] {
            rows.numbers(row -> row.last().past().memberId()),
            rows.texts(row -> row.last().past().currency()),
            rows.numbers(row -> row.last().after().entries()),
            rows.numbers(AccountAfter::highestLot),
            rows.numbers(row -> row.last().after().available()),
            rows.numbers(row -> row.last().after().held()),
            rows.numbers(row -> row.last().after().pending()),
            rows.numbers(row -> row.last().after().debt()),
            rows.numbers(AccountAfter::credited),
            rows.texts(row -> activeUntil(row.last().after()))
        };
    }

    private static long credited(Entry entry) {
        return entry.kind() == EntryKind.CREDIT || entry.kind() == EntryKind.ACTIVATION
                ? entry.amount()
                : 0;
    }

    private static long highestLot(Entry entry) {
        return entry.lots().stream().mapToLong(Lot::number).max().orElse(0);
    }

    private static @Nullable LocalDate activeUntil(Totals after) {
        return after.activeUntil() == LotKey.NEVER
                ? null
                : LocalDate.ofEpochDay(after.activeUntil());
    }
}
