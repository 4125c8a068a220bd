package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Earned;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Outlay;
import dev.waystation.ledger.Reversed;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Promised;
import dev.waystation.platform.members.wallet.model.Reference;
import dev.waystation.platform.members.wallet.model.SpentEntry;
import dev.waystation.platform.members.wallet.model.Undoable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was posted before under references, each kind in one query. */
@Component
public class PastReads {

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

    // A promise counts as earned from the entry that made it true.
    private static final String EARNED =
            """
            select k.member_id, k.reference, x.amount,
                   coalesce(l.last_day, x.last_day) as last_day,
                   coalesce(l.funding, c.funding) as funding,
                   coalesce(l.source, x.source) as source,
                   coalesce((
                     select sum(r.asked)
                     from wallet.entry r
                     where r.member_id = k.member_id and r.about = k.reference
                       and r.kind = 'REVERSAL'
                       and not exists (
                         select 1 from wallet.entry u
                         where u.member_id = r.member_id and u.about = r.reference
                           and u.kind = 'RESTORATION')), 0) as asked_back
            from unnest(:members, :references::uuid[]) as k (member_id, reference)
            cross join lateral (
              select e.* from wallet.entry e
              where e.member_id = k.member_id and e.reference = k.reference and e.kind = 'CREDIT'
              union all
              select e.* from wallet.entry e
              where e.member_id = k.member_id and e.about = k.reference and e.kind = 'ACTIVATION'
            ) x
            join wallet.currency c on c.code = x.currency
            left join wallet.allocation a
              on a.member_id = x.member_id and a.currency = x.currency and a.entry_no = x.entry_no
            left join wallet.lot l
              on l.member_id = a.member_id and l.currency = a.currency and l.lot_no = a.lot_no
            """;

    private static final String PROMISED =
            """
            select p.member_id, p.promise_id as reference, p.source, p.funding, e.explanation_id
            from wallet.promise p
            join unnest(:members, :references::uuid[]) as k (member_id, reference)
              on p.member_id = k.member_id and p.promise_id = k.reference
            join wallet.entry e on e.member_id = p.member_id and e.reference = p.promise_id
            """;

    private static final String UNDOABLE =
            """
            select e.member_id, e.reference, e.about, e.posted_at,
                   l.lot_no, l.last_day, l.funding, l.source, a.amount,
                   coalesce((
                     select -p.amount
                     from wallet.posting p
                     where p.member_id = e.member_id and p.currency = e.currency
                       and p.entry_no = e.entry_no and p.place = 'DEBT'), 0) as owed,
                   exists (
                     select 1 from wallet.entry u
                     where u.member_id = e.member_id and u.about = e.reference
                       and u.kind in ('RESTORATION', 'REINSTATEMENT')) as undone
            from wallet.entry e
            join unnest(:members, :references::uuid[]) as k (member_id, reference)
              using (member_id, reference)
            left join wallet.allocation a
              on a.member_id = e.member_id and a.currency = e.currency and a.entry_no = e.entry_no
            left join wallet.lot l
              on l.member_id = a.member_id and l.currency = a.currency and l.lot_no = a.lot_no
            where e.kind in ('REVERSAL', 'EXPIRY')
            order by l.last_day, l.lot_no
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PastReads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Map<Reference, Past> past(Collection<Reference> references) {
        Map<Reference, Past> past = new HashMap<>();
        each(
                PAST,
                references,
                row ->
                        past.put(
                                reference(row),
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
                                        row.getString("explanation_id"))));
        return past;
    }

    public Map<Reference, SpentEntry> spends(Collection<Reference> references) {
        record Part(long entryNo, Allocation taken, long returned) {}
        Map<Reference, List<Part>> parts = new LinkedHashMap<>();
        each(
                SPENT,
                references,
                row ->
                        parts.computeIfAbsent(reference(row), k -> new ArrayList<>())
                                .add(
                                        new Part(
                                                row.getLong("entry_no"),
                                                allocation(row),
                                                row.getLong("returned"))));
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

    /** Credits and promises that came true, with the lot they went into. */
    public Map<Reference, Earned> earned(Collection<Reference> references) {
        Map<Reference, Earned> earned = new HashMap<>();
        each(
                EARNED,
                references,
                row ->
                        earned.put(
                                reference(row),
                                new Earned(
                                        AccountReads.lotKey(row),
                                        row.getLong("amount"),
                                        row.getLong("asked_back"))));
        return earned;
    }

    /** What promises will become. */
    public Map<Reference, Promised> promised(Collection<Reference> references) {
        Map<Reference, Promised> promised = new HashMap<>();
        each(
                PROMISED,
                references,
                row ->
                        promised.put(
                                reference(row),
                                new Promised(
                                        row.getString("source"),
                                        row.getString("funding"),
                                        row.getString("explanation_id"))));
        return promised;
    }

    /** Reversals and expiries, with what they took. */
    public Map<Reference, Undoable> undoable(Collection<Reference> references) {
        record Head(Reference about, long owed, boolean undone, LocalDate on) {}
        Map<Reference, Head> heads = new LinkedHashMap<>();
        Map<Reference, List<Allocation>> taken = new HashMap<>();
        each(
                UNDOABLE,
                references,
                row -> {
                    Reference self = reference(row);
                    UUID about = row.getObject("about", UUID.class);
                    heads.put(
                            self,
                            new Head(
                                    about == null ? self : new Reference(self.memberId(), about),
                                    row.getLong("owed"),
                                    row.getBoolean("undone"),
                                    LocalDate.ofInstant(
                                            row.getObject("posted_at", OffsetDateTime.class)
                                                    .toInstant(),
                                            clock.getZone())));
                    if (row.getObject("lot_no") != null) {
                        taken.computeIfAbsent(self, k -> new ArrayList<>()).add(allocation(row));
                    }
                });
        Map<Reference, Earned> earns = earned(heads.values().stream().map(Head::about).toList());
        Map<Reference, Undoable> undoable = new HashMap<>();
        heads.forEach((self, head) -> {
            List<Allocation> parts = taken.getOrDefault(self, List.of());
            Earned earn = earns.get(head.about());
            LotKey into = earn == null ? parts.getFirst().key() : earn.into();
            undoable.put(
                    self,
                    new Undoable(new Reversed(into, parts, head.owed()), head.undone(), head.on()));
        });
        return undoable;
    }

    private void each(String sql, Collection<Reference> references, RowCallbackHandler row) {
        if (references.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param("members", references.stream().map(Reference::memberId).toArray(Long[]::new))
                .param(
                        "references",
                        references.stream()
                                .map(each -> each.reference().toString())
                                .toArray(String[]::new))
                .query(row);
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(row.getLong("member_id"), row.getObject("reference", UUID.class));
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        return new Allocation(
                row.getLong("lot_no"), AccountReads.lotKey(row), row.getLong("amount"));
    }
}
