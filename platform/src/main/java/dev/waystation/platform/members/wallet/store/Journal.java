package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Lot;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Posting;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Totals;
import dev.waystation.platform.members.wallet.model.Written;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends a batch of entries, one statement per table; the caller owns the transaction. */
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
            from unnest(:member, :currency, :entryNo, :kind, :reference, :asked, :amount, :about,
                        :source, :lastDay, :explanation, :spendable, :at, :order, :rule, :actor)
              as e (member, currency, entry_no, kind, reference, asked, amount, about, source,
                    last_day, explanation, spendable, at, order_ref, rule, actor)
            """;

    private static final String POSTINGS =
            """
            insert into wallet.posting (member_id, currency, entry_no, place, amount)
            select * from unnest(:member, :currency, :entryNo, :place, :amount)
            """;

    private static final String ALLOCATIONS =
            """
            insert into wallet.allocation (member_id, currency, entry_no, lot_no, amount)
            select * from unnest(:member, :currency, :entryNo, :lotNo, :amount)
            """;

    private static final String GIVEN_BACK =
            """
            insert into wallet.given_back
              (member_id, currency, spend_entry_no, lot_no, entry_no, amount)
            select * from unnest(:member, :currency, :spendEntryNo, :lotNo, :entryNo, :amount)
            """;

    private static final String LOTS =
            """
            insert into wallet.lot
              (member_id, currency, lot_no, last_day, funding, source, original, free, held)
            select l.member, l.currency, l.lot_no, l.last_day::date, l.funding, l.source,
                   l.original, l.free, l.held
            from unnest(:member, :currency, :lotNo, :lastDay, :funding, :source,
                        :original, :free, :held)
              as l (member, currency, lot_no, last_day, funding, source, original, free, held)
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
            from unnest(:member, :currency, :entries, :highestLot, :available, :held, :pending,
                        :debt, :credited, :activeUntil)
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

    private final JdbcClient jdbc;
    private final Commitments commitments;

    Journal(JdbcClient jdbc, Commitments commitments) {
        this.jdbc = jdbc;
        this.commitments = commitments;
    }

    /** Writes everything; two writers on one account collide on {@code entry_pk}. */
    public void append(List<Written> batch) {
        entries(batch);
        postings(batch);
        allocations(batch);
        givenBack(batch);
        lots(batch);
        accounts(batch);
        commitments.write(batch);
    }

    private void entries(List<Written> batch) {
        Columns<Written> rows = new Columns<>(batch);
        jdbc.sql(ENTRIES)
                .param("member", rows.numbers(each -> each.past().memberId()))
                .param("currency", rows.texts(each -> each.past().currency()))
                .param("entryNo", rows.numbers(each -> each.entry().number()))
                .param("kind", rows.texts(each -> each.entry().kind()))
                .param("reference", rows.texts(each -> each.past().reference()))
                .param("asked", rows.numbers(each -> each.past().asked()))
                .param("amount", rows.numbers(each -> each.entry().amount()))
                .param("about", rows.texts(each -> each.past().about()))
                .param("source", rows.texts(Written::source))
                .param("lastDay", rows.texts(Written::lastDay))
                .param("explanation", rows.texts(each -> each.past().explanationId()))
                .param("spendable", rows.numbers(each -> each.past().spendableAfter()))
                .param("at", rows.texts(each -> each.at().atOffset(ZoneOffset.UTC)))
                .param("order", rows.texts(each -> each.note().order()))
                .param("rule", rows.texts(each -> each.note().rule()))
                .param("actor", rows.texts(each -> each.note().actor()))
                .update();
    }

    private void postings(List<Written> batch) {
        record Row(Past past, long entryNo, Posting posting) {}
        List<Row> list = new ArrayList<>();
        for (Written each : batch) {
            for (Posting posting : each.entry().postings()) {
                list.add(new Row(each.past(), each.entry().number(), posting));
            }
        }
        if (list.isEmpty()) {
            return;
        }
        Columns<Row> rows = new Columns<>(list);
        jdbc.sql(POSTINGS)
                .param("member", rows.numbers(row -> row.past().memberId()))
                .param("currency", rows.texts(row -> row.past().currency()))
                .param("entryNo", rows.numbers(Row::entryNo))
                .param("place", rows.texts(row -> row.posting().place()))
                .param("amount", rows.numbers(row -> row.posting().amount()))
                .update();
    }

    private void allocations(List<Written> batch) {
        record Row(Past past, long entryNo, Allocation part) {}
        List<Row> list = new ArrayList<>();
        for (Written each : batch) {
            for (Allocation part : each.entry().allocations()) {
                list.add(new Row(each.past(), each.entry().number(), part));
            }
        }
        if (list.isEmpty()) {
            return;
        }
        Columns<Row> rows = new Columns<>(list);
        jdbc.sql(ALLOCATIONS)
                .param("member", rows.numbers(row -> row.past().memberId()))
                .param("currency", rows.texts(row -> row.past().currency()))
                .param("entryNo", rows.numbers(Row::entryNo))
                .param("lotNo", rows.numbers(row -> row.part().lot()))
                .param("amount", rows.numbers(row -> row.part().amount()))
                .update();
    }

    private void givenBack(List<Written> batch) {
        record Row(Written written, Allocation part) {}
        List<Row> list = new ArrayList<>();
        for (Written each : batch) {
            each.givenBack().forEach(part -> list.add(new Row(each, part)));
        }
        if (list.isEmpty()) {
            return;
        }
        Columns<Row> rows = new Columns<>(list);
        jdbc.sql(GIVEN_BACK)
                .param("member", rows.numbers(row -> row.written().past().memberId()))
                .param("currency", rows.texts(row -> row.written().past().currency()))
                .param("spendEntryNo", rows.numbers(row -> row.written().spendEntryNo()))
                .param("lotNo", rows.numbers(row -> row.part().lot()))
                .param("entryNo", rows.numbers(row -> row.written().entry().number()))
                .param("amount", rows.numbers(row -> row.part().amount()))
                .update();
    }

    private void lots(List<Written> batch) {
        record Place(AccountKey key, long lot) {}
        // The last entry of the batch that touched a lot says how it stands.
        Map<Place, Lot> last = new LinkedHashMap<>();
        for (Written each : batch) {
            for (Lot lot : each.entry().lots()) {
                last.put(new Place(each.key(), lot.number()), lot);
            }
        }
        if (last.isEmpty()) {
            return;
        }
        Columns<Map.Entry<Place, Lot>> rows = new Columns<>(List.copyOf(last.entrySet()));
        jdbc.sql(LOTS)
                .param("member", rows.numbers(row -> row.getKey().key().memberId()))
                .param("currency", rows.texts(row -> row.getKey().key().currency()))
                .param("lotNo", rows.numbers(row -> row.getValue().number()))
                .param(
                        "lastDay",
                        rows.texts(row -> LocalDate.ofEpochDay(row.getValue().key().lastDay())))
                .param("funding", rows.texts(row -> row.getValue().key().funding()))
                .param("source", rows.texts(row -> row.getValue().key().source()))
                .param("original", rows.numbers(row -> row.getValue().original()))
                .param("free", rows.numbers(row -> row.getValue().free()))
                .param("held", rows.numbers(row -> row.getValue().held()))
                .update();
    }

    private void accounts(List<Written> batch) {
        record Row(AccountKey key, Written last, long credited, long highestLot) {}
        Map<AccountKey, Row> byKey = new LinkedHashMap<>();
        for (Written each : batch) {
            Entry entry = each.entry();
            long credited =
                    entry.kind() == EntryKind.CREDIT || entry.kind() == EntryKind.ACTIVATION
                            ? entry.amount()
                            : 0;
            long highest = entry.lots().stream().mapToLong(Lot::number).max().orElse(0);
            byKey.merge(
                    each.key(),
                    new Row(each.key(), each, credited, highest),
                    (old, now) ->
                            new Row(
                                    now.key(),
                                    now.last(),
                                    old.credited() + now.credited(),
                                    Math.max(old.highestLot(), now.highestLot())));
        }
        Columns<Row> rows = new Columns<>(List.copyOf(byKey.values()));
        jdbc.sql(ACCOUNTS)
                .param("member", rows.numbers(row -> row.key().memberId()))
                .param("currency", rows.texts(row -> row.key().currency()))
                .param("entries", rows.numbers(row -> row.last().after().entries()))
                .param("highestLot", rows.numbers(Row::highestLot))
                .param("available", rows.numbers(row -> row.last().after().available()))
                .param("held", rows.numbers(row -> row.last().after().held()))
                .param("debt", rows.numbers(row -> row.last().after().debt()))
                .param("pending", rows.numbers(row -> row.last().after().pending()))
                .param("credited", rows.numbers(Row::credited))
                .param("activeUntil", rows.texts(row -> activeUntil(row.last().after())))
                .update();
    }

    private static @Nullable LocalDate activeUntil(Totals after) {
        return after.activeUntil() == LotKey.NEVER
                ? null
                : LocalDate.ofEpochDay(after.activeUntil());
    }
}
