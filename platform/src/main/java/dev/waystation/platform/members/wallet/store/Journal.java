package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Lot;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Posting;
import dev.waystation.platform.members.wallet.model.AccountKey;
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

/** Appends a batch of entries in one statement; the caller owns the transaction. */
@Component
public class Journal {

    // One round trip for five tables: what it saves is most of what a small batch costs.
    private static final String APPEND =
            """
            with entry as (
              insert into wallet.entry
                (member_id, currency, entry_no, kind, reference, asked, amount, about, source,
                 last_day, explanation_id, spendable_after, posted_at, order_ref, rule, actor)
              select e.member, e.currency, e.entry_no, e.kind, e.reference::uuid, e.asked, e.amount,
                     e.about::uuid, e.source, e.last_day::date, e.explanation, e.spendable,
                     e.at::timestamptz, e.order_ref, e.rule, e.actor
              from unnest(:eMember, :eCurrency, :eNo, :eKind, :eReference, :eAsked, :eAmount,
                          :eAbout, :eSource, :eLastDay, :eExplanation, :eSpendable, :eAt, :eOrder,
                          :eRule, :eActor)
                as e (member, currency, entry_no, kind, reference, asked, amount, about, source,
                      last_day, explanation, spendable, at, order_ref, rule, actor)
            ),
            posting as (
              insert into wallet.posting (member_id, currency, entry_no, place, amount)
              select * from unnest(:pMember, :pCurrency, :pNo, :pPlace, :pAmount)
            ),
            allocation as (
              insert into wallet.allocation (member_id, currency, entry_no, lot_no, amount)
              select * from unnest(:aMember, :aCurrency, :aNo, :aLot, :aAmount)
            ),
            lot as (
              insert into wallet.lot as l
                (member_id, currency, lot_no, last_day, funding, source, original, free, held)
              select n.member, n.currency, n.lot_no, n.last_day::date, n.funding, n.source,
                     n.original, n.free, n.held
              from unnest(:lMember, :lCurrency, :lNo, :lLastDay, :lFunding, :lSource, :lOriginal,
                          :lFree, :lHeld)
                as n (member, currency, lot_no, last_day, funding, source, original, free, held)
              on conflict on constraint lot_pk do update
              set original = excluded.original, free = excluded.free, held = excluded.held
            )
            insert into wallet.account
              (member_id, currency, entries, highest_lot, available, held, pending, debt, credited,
               active_until)
            select a.member, a.currency, a.entries, a.highest, a.available, a.held, a.pending,
                   a.debt, a.credited, a.active_until::date
            from unnest(:cMember, :cCurrency, :cEntries, :cHighest, :cAvailable, :cHeld, :cPending,
                        :cDebt, :cCredited, :cActive)
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

    private final JdbcClient jdbc;
    private final Commitments commitments;

    Journal(JdbcClient jdbc, Commitments commitments) {
        this.jdbc = jdbc;
        this.commitments = commitments;
    }

    /** Writes everything; two writers on one account collide on {@code entry_pk}. */
    public void append(List<Written> batch) {
        JdbcClient.StatementSpec all = jdbc.sql(APPEND);
        entries(all, new Columns<>(batch));
        postings(all, batch);
        allocations(all, batch);
        lots(all, batch);
        accounts(all, batch);
        all.update();
        commitments.write(batch);
    }

    private static void entries(JdbcClient.StatementSpec into, Columns<Written> rows) {
        into.param("eMember", rows.numbers(each -> each.past().memberId()))
                .param("eCurrency", rows.texts(each -> each.past().currency()))
                .param("eNo", rows.numbers(each -> each.entry().number()))
                .param("eKind", rows.texts(each -> each.entry().kind()))
                .param("eReference", rows.texts(each -> each.past().reference()))
                .param("eAsked", rows.numbers(each -> each.past().asked()))
                .param("eAmount", rows.numbers(each -> each.entry().amount()))
                .param("eAbout", rows.texts(each -> each.past().about()))
                .param("eSource", rows.texts(Written::source))
                .param("eLastDay", rows.texts(Written::lastDay))
                .param("eExplanation", rows.texts(each -> each.past().explanationId()))
                .param("eSpendable", rows.numbers(each -> each.past().spendableAfter()))
                .param("eAt", rows.texts(each -> each.at().atOffset(ZoneOffset.UTC)))
                .param("eOrder", rows.texts(each -> each.note().order()))
                .param("eRule", rows.texts(each -> each.note().rule()))
                .param("eActor", rows.texts(each -> each.note().actor()));
    }

    private static void postings(JdbcClient.StatementSpec into, List<Written> batch) {
        List<Posted> list = new ArrayList<>(batch.size() * 2);
        for (Written each : batch) {
            each.entry().postings().forEach(posting -> list.add(new Posted(each, posting)));
        }
        Columns<Posted> rows = new Columns<>(list);
        into.param("pMember", rows.numbers(row -> row.entry().past().memberId()))
                .param("pCurrency", rows.texts(row -> row.entry().past().currency()))
                .param("pNo", rows.numbers(row -> row.entry().entry().number()))
                .param("pPlace", rows.texts(row -> row.posting().place()))
                .param("pAmount", rows.numbers(row -> row.posting().amount()));
    }

    private static void allocations(JdbcClient.StatementSpec into, List<Written> batch) {
        List<Allocated> list = new ArrayList<>(batch.size());
        for (Written each : batch) {
            each.entry().allocations().forEach(part -> list.add(new Allocated(each, part)));
        }
        Columns<Allocated> rows = new Columns<>(list);
        into.param("aMember", rows.numbers(row -> row.entry().past().memberId()))
                .param("aCurrency", rows.texts(row -> row.entry().past().currency()))
                .param("aNo", rows.numbers(row -> row.entry().entry().number()))
                .param("aLot", rows.numbers(row -> row.part().lot()))
                .param("aAmount", rows.numbers(row -> row.part().amount()));
    }

    private static void lots(JdbcClient.StatementSpec into, List<Written> batch) {
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
        into.param("lMember", rows.numbers(row -> row.key().memberId()))
                .param("lCurrency", rows.texts(row -> row.key().currency()))
                .param("lNo", rows.numbers(row -> row.lot().number()))
                .param(
                        "lLastDay",
                        rows.texts(row -> LocalDate.ofEpochDay(row.lot().key().lastDay())))
                .param("lFunding", rows.texts(row -> row.lot().key().funding()))
                .param("lSource", rows.texts(row -> row.lot().key().source()))
                .param("lOriginal", rows.numbers(row -> row.lot().original()))
                .param("lFree", rows.numbers(row -> row.lot().free()))
                .param("lHeld", rows.numbers(row -> row.lot().held()));
    }

    private static void accounts(JdbcClient.StatementSpec into, List<Written> batch) {
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
        into.param("cMember", rows.numbers(row -> row.last().past().memberId()))
                .param("cCurrency", rows.texts(row -> row.last().past().currency()))
                .param("cEntries", rows.numbers(row -> row.last().after().entries()))
                .param("cHighest", rows.numbers(AccountAfter::highestLot))
                .param("cAvailable", rows.numbers(row -> row.last().after().available()))
                .param("cHeld", rows.numbers(row -> row.last().after().held()))
                .param("cPending", rows.numbers(row -> row.last().after().pending()))
                .param("cDebt", rows.numbers(row -> row.last().after().debt()))
                .param("cCredited", rows.numbers(AccountAfter::credited))
                .param("cActive", rows.texts(row -> activeUntil(row.last().after())));
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
