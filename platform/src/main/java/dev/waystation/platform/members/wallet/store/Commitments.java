package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.EntryKind;
import dev.waystation.platform.foundation.lanes.Trip;
import dev.waystation.platform.members.wallet.model.Written;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds, promises and returns beside the journal: opened and closed by its entries. */
@Component
class Commitments {

    // What of a spend came back, by the entry that brought it back.
    private static final String GIVEN_BACK =
            """
            insert into wallet.given_back
              (member_id, currency, spend_entry_no, lot_no, entry_no, amount)
            select * from unnest(?, ?, ?, ?, ?, ?)
            """;

    private static final String NEW_HOLDS =
            """
            insert into wallet.hold (member_id, currency, hold_id, state, entry_no, expires_at)
            select h.member, h.currency, h.id::uuid, 'OPEN', h.entry_no, h.expires::timestamptz
            from unnest(?, ?, ?, ?, ?)
              as h (member, currency, id, entry_no, expires)
            """;

    private static final String CLOSED_HOLDS =
            """
            update wallet.hold h
            set state = c.state
            from unnest(?, ?, ?::uuid[], ?)
              as c (member, currency, id, state)
            where h.member_id = c.member and h.currency = c.currency and h.hold_id = c.id
            """;

    private static final String NEW_PROMISES =
            """
            insert into wallet.promise
              (member_id, currency, promise_id, amount, left_over, order_ref, source, funding,
               activates_at)
            select p.member, p.currency, p.id::uuid, p.amount, p.amount, p.order_ref, p.source,
                   coalesce(p.funding, c.funding), p.activates::timestamptz
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
              as p (member, currency, id, amount, order_ref, source, funding, activates)
            join wallet.currency c on c.code = p.currency
            """;

    // The entries of a batch come in order; the smallest rest is the last one.
    private static final String SETTLED_PROMISES =
            """
            update wallet.promise p
            set left_over = s.rest
            from (select member, currency, id, min(rest) as rest
                  from unnest(?, ?, ?::uuid[], ?)
                    as s (member, currency, id, rest)
                  group by member, currency, id) s
            where p.member_id = s.member and p.currency = s.currency and p.promise_id = s.id
            """;

    void write(List<Written> batch, Trip trip) {
        givenBack(of(batch, EntryKind.RETURN), trip);
        opened(of(batch, EntryKind.HOLD), trip);
        closed(of(batch, EntryKind.CAPTURE, EntryKind.RELEASE), trip);
        promised(of(batch, EntryKind.PROMISE), trip);
        settled(of(batch, EntryKind.ACTIVATION, EntryKind.CANCELLATION), trip);
    }

    private static void givenBack(List<Written> returns, Trip trip) {
        record Row(Written written, Allocation part) {}
        List<Row> list =
                returns.stream()
                        .flatMap(each -> each.givenBack().stream().map(part -> new Row(each, part)))
                        .toList();
        if (list.isEmpty()) {
            return;
        }
        Columns<Row> rows = new Columns<>(list);
        trip.add(
                GIVEN_BACK,
                rows.numbers(row -> row.written().past().memberId()),
                rows.texts(row -> row.written().past().currency()),
                rows.numbers(row -> row.written().spendEntryNo()),
                rows.numbers(row -> row.part().lot()),
                rows.numbers(row -> row.written().entry().number()),
                rows.numbers(row -> row.part().amount()));
    }

    private static void opened(List<Written> holds, Trip trip) {
        if (holds.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(holds);
        trip.add(
                NEW_HOLDS,
                members(rows),
                currencies(rows),
                rows.texts(each -> each.past().reference()),
                rows.numbers(each -> each.entry().number()),
                rows.texts(Written::dueAt));
    }

    private static void closed(List<Written> holds, Trip trip) {
        if (holds.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(holds);
        trip.add(
                CLOSED_HOLDS,
                members(rows),
                currencies(rows),
                rows.texts(each -> each.past().about()),
                rows.texts(each ->
                        each.entry().kind() == EntryKind.CAPTURE ? "CAPTURED" : "RELEASED"));
    }

    private static void promised(List<Written> promises, Trip trip) {
        if (promises.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(promises);
        trip.add(
                NEW_PROMISES,
                members(rows),
                currencies(rows),
                rows.texts(each -> each.past().reference()),
                rows.numbers(each -> each.entry().amount()),
                rows.texts(each -> each.note().order()),
                rows.texts(Written::source),
                rows.texts(each -> each.note().funding()),
                rows.texts(Written::dueAt));
    }

    private static void settled(List<Written> promises, Trip trip) {
        if (promises.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(promises);
        trip.add(
                SETTLED_PROMISES,
                members(rows),
                currencies(rows),
                rows.texts(each -> each.past().about()),
                rows.numbers(Written::promiseLeft));
    }

    private static long[] members(Columns<Written> rows) {
        return rows.numbers(each -> each.past().memberId());
    }

    private static @Nullable String[] currencies(Columns<Written> rows) {
        return rows.texts(each -> each.past().currency());
    }

    private static List<Written> of(List<Written> batch, EntryKind... kinds) {
        Set<EntryKind> wanted = Set.of(kinds);
        return batch.stream().filter(each -> wanted.contains(each.entry().kind())).toList();
    }
}
