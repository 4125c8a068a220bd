package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Lot;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Place;
import dev.waystation.platform.foundation.lanes.Trip;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.model.Totals;
import dev.waystation.platform.members.wallet.model.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends a batch of entries, and how accounts and lots stand after them. */
@Component
public class Journal {

    // Legs and lots stand in the row of their entry. A column nobody fills comes empty.
    private static final String ENTRIES =
            """
            insert into wallet.entry
              (member_id, currency, entry_no, kind, reference, asked, amount, about, source,
               last_day, explanation_id, spendable_after, posted_at, order_ref, rule, actor,
               available_change, held_change, pending_change, debt_change, issuance_change,
               redemption_change, breakage_change, written_off_change, transit_change,
               lot_nos, lot_amounts)
            select member, currency, entry_no, kind, reference::uuid, asked, amount, about::uuid,
                   source, date 'epoch' + last_day::integer, explanation, spendable,
                   timestamptz 'epoch' + micros * interval '1 microsecond', order_ref, rule, actor,
                   available, held, pending, debt, issuance, redemption, breakage, written_off,
                   transit,
                   case when lot is null then lots::bigint[] else array[lot] end,
                   case when lot is null then amounts::bigint[] else array[taken] end
            from (
              select unnest(?) as member, unnest(?) as currency, unnest(?) as entry_no,
                     unnest(?) as kind, unnest(?) as reference, unnest(?) as asked,
                     unnest(?) as amount, unnest(?) as about, unnest(?) as source,
                     unnest(?) as last_day, unnest(?) as explanation, unnest(?) as spendable,
                     unnest(?) as micros, unnest(?) as order_ref, unnest(?) as rule,
                     unnest(?) as actor, unnest(?) as available, unnest(?) as held,
                     unnest(?) as pending, unnest(?) as debt, unnest(?) as issuance,
                     unnest(?) as redemption, unnest(?) as breakage, unnest(?) as written_off,
                     unnest(?) as transit, unnest(?) as lot, unnest(?) as taken,
                     unnest(?) as lots, unnest(?) as amounts) e
            """;

    private static final String NEW_LOTS =
            """
            insert into wallet.lot
              (member_id, currency, lot_no, original, free, held, last_day, funding, source)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                   date 'epoch' + unnest(?)::integer, unnest(?), unnest(?)
            """;

    private static final String LOTS =
            """
            update wallet.lot l
            set original = n.original, free = n.free, held = n.held
            from (select unnest(?) as member, unnest(?) as currency, unnest(?) as lot_no,
                         unnest(?) as original, unnest(?) as free, unnest(?) as held) n
            where l.member_id = n.member and l.currency = n.currency and l.lot_no = n.lot_no
            """;

    private static final String NEW_ACCOUNTS =
            """
            insert into wallet.account
              (member_id, currency, entries, highest_lot, available, held, pending, debt, credited,
               active_until)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                   unnest(?), unnest(?), date 'epoch' + unnest(?)::integer
            """;

    private static final String ACCOUNTS =
            """
            update wallet.account a
            set entries = n.entries,
                highest_lot = greatest(a.highest_lot, n.highest),
                available = n.available,
                held = n.held,
                pending = n.pending,
                debt = n.debt,
                active_until = n.active_until,
                credited = a.credited + n.credited
            from (select unnest(?) as member, unnest(?) as currency, unnest(?) as entries,
                         unnest(?) as highest, unnest(?) as available, unnest(?) as held,
                         unnest(?) as pending, unnest(?) as debt, unnest(?) as credited,
                         date 'epoch' + unnest(?)::integer as active_until) n
            where a.member_id = n.member and a.currency = n.currency
            """;

    private record LotName(AccountKey key, long lot) {}

    private record LotAfter(AccountKey key, Lot lot, boolean fresh) {}

    private record AccountAfter(Written last, long credited, long highestLot, boolean fresh) {}

    private final Commitments commitments;

    Journal(Commitments commitments) {
        this.commitments = commitments;
    }

    /**
     * Two writers on one account collide on {@code entry_pk}.
     *
     * @param sorted by member, so that no two writers wait for each other in a circle
     */
    public void append(List<Written> sorted, Trip trip) {
        trip.add(ENTRIES, entries(new Columns<>(sorted)));
        lots(sorted, trip);
        accounts(sorted, trip);
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
            rows.textsIfAny(each -> each.past().about()),
            rows.texts(Written::source),
            rows.numbersIfAny(each -> day(each.lastDay())),
            rows.textsIfAny(each -> each.past().explanationId()),
            rows.numbers(each -> each.past().spendableAfter()),
            rows.numbers(each -> ChronoUnit.MICROS.between(Instant.EPOCH, each.at())),
            rows.textsIfAny(each -> each.note().order()),
            rows.textsIfAny(each -> each.note().rule()),
            rows.textsIfAny(each -> each.note().actor()),
            changes(rows, Place.AVAILABLE),
            changes(rows, Place.HELD),
            changes(rows, Place.PENDING),
            changes(rows, Place.DEBT),
            changes(rows, Place.ISSUANCE),
            changes(rows, Place.REDEMPTION),
            changes(rows, Place.BREAKAGE),
            changes(rows, Place.WRITTEN_OFF),
            changes(rows, Place.TRANSIT),
            rows.numbersIfAny(each -> only(each, Allocation::lot)),
            rows.numbersIfAny(each -> only(each, Allocation::amount)),
            rows.textsIfAny(each -> list(each, Allocation::lot)),
            rows.textsIfAny(each -> list(each, Allocation::amount))
        };
    }

    private static @Nullable Long[] changes(Columns<Written> rows, Place place) {
        return rows.numbersIfAny(each -> {
            long change = each.entry().change(place);
            return change == 0 ? null : change;
        });
    }

    /** Nearly every entry touches one lot. */
    private static @Nullable Long only(Written each, ToLongFunction<Allocation> what) {
        List<Allocation> parts = each.entry().allocations();
        return parts.size() == 1 ? what.applyAsLong(parts.getFirst()) : null;
    }

    /** An array as PostgreSQL writes it; entries have lists of different lengths. */
    private static @Nullable String list(Written each, ToLongFunction<Allocation> what) {
        List<Allocation> parts = each.entry().allocations();
        if (parts.size() < 2) {
            return null;
        }
        StringJoiner list = new StringJoiner(",", "{", "}");
        parts.forEach(part -> list.add(Long.toString(what.applyAsLong(part))));
        return list.toString();
    }

    /**
     * The last entry of the batch that touched a lot says how it stands, the first if it is new.
     */
    private static void lots(List<Written> batch, Trip trip) {
        Map<LotName, LotAfter> last = new LinkedHashMap<>();
        for (Written each : batch) {
            AccountKey key = each.key();
            for (Lot lot : each.entry().lots()) {
                last.merge(
                        new LotName(key, lot.number()),
                        new LotAfter(key, lot, lot.number() > each.entry().lotsBefore()),
                        (old, now) -> new LotAfter(key, now.lot(), old.fresh()));
            }
        }
        List<LotAfter> fresh = last.values().stream().filter(LotAfter::fresh).toList();
        if (!fresh.isEmpty()) {
            Columns<LotAfter> rows = new Columns<>(fresh);
            trip.add(
                    NEW_LOTS,
                    Stream.concat(
                                    lots(rows),
                                    Stream.of(
                                            rows.numbers(row -> row.lot().key().lastDay()),
                                            rows.texts(row -> row.lot().key().funding()),
                                            rows.texts(row -> row.lot().key().source())))
                            .toArray());
        }
        List<LotAfter> known = last.values().stream().filter(row -> !row.fresh()).toList();
        if (!known.isEmpty()) {
            trip.change(known.size(), LOTS, lots(new Columns<>(known)).toArray());
        }
    }

    private static Stream<Object> lots(Columns<LotAfter> rows) {
        return Stream.of(
                rows.numbers(row -> row.key().memberId()),
                rows.texts(row -> row.key().currency()),
                rows.numbers(row -> row.lot().number()),
                rows.numbers(row -> row.lot().original()),
                rows.numbers(row -> row.lot().free()),
                rows.numbers(row -> row.lot().held()));
    }

    private static void accounts(List<Written> batch, Trip trip) {
        Map<AccountKey, AccountAfter> byKey = new LinkedHashMap<>();
        for (Written each : batch) {
            Entry entry = each.entry();
            byKey.merge(
                    each.key(),
                    new AccountAfter(each, credited(entry), highestLot(entry), entry.number() == 1),
                    (old, now) ->
                            new AccountAfter(
                                    now.last(),
                                    old.credited() + now.credited(),
                                    Math.max(old.highestLot(), now.highestLot()),
                                    old.fresh()));
        }
        List<AccountAfter> fresh = byKey.values().stream().filter(AccountAfter::fresh).toList();
        if (!fresh.isEmpty()) {
            trip.add(NEW_ACCOUNTS, accounts(new Columns<>(fresh)));
        }
        List<AccountAfter> known = byKey.values().stream().filter(row -> !row.fresh()).toList();
        if (!known.isEmpty()) {
            trip.change(known.size(), ACCOUNTS, accounts(new Columns<>(known)));
        }
    }

    private static Object[] accounts(Columns<AccountAfter> rows) {
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
            rows.numbersIfAny(row -> activeUntil(row.last().after()))
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

    private static @Nullable Long activeUntil(Totals after) {
        return after.activeUntil() == LotKey.NEVER ? null : (long) after.activeUntil();
    }

    private static @Nullable Long day(@Nullable LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }
}
