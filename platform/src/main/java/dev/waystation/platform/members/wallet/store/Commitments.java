package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.EntryKind;
import dev.waystation.platform.members.wallet.model.Written;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds, promises and returns beside the journal: opened and closed by its entries. */
@Component
class Commitments {

    // What of a spend came back, by the entry that brought it back.
    private static final String GIVEN_BACK =
            """
            insert into wallet.given_back
              (member_id, currency, spend_entry_no, lot_no, entry_no, amount)
            select * from unnest(:member, :currency, :spendEntryNo, :lotNo, :entryNo, :amount)
            """;

    private static final String NEW_HOLDS =
            """
            insert into wallet.hold (member_id, currency, hold_id, state, entry_no, expires_at)
            select h.member, h.currency, h.id::uuid, 'OPEN', h.entry_no, h.expires::timestamptz
            from unnest(:member, :currency, :id, :entryNo, :expires)
              as h (member, currency, id, entry_no, expires)
            """;

    private static final String CLOSED_HOLDS =
            """
            update wallet.hold h
            set state = c.state
            from unnest(:member, :currency, :id::uuid[], :state)
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
            from unnest(:member, :currency, :id, :amount, :order, :source, :funding, :activates)
              as p (member, currency, id, amount, order_ref, source, funding, activates)
            join wallet.currency c on c.code = p.currency
            """;

    // The entries of a batch come in order; the smallest rest is the last one.
    private static final String SETTLED_PROMISES =
            """
            update wallet.promise p
            set left_over = s.rest
            from (select member, currency, id, min(rest) as rest
                  from unnest(:member, :currency, :id::uuid[], :rest)
                    as s (member, currency, id, rest)
                  group by member, currency, id) s
            where p.member_id = s.member and p.currency = s.currency and p.promise_id = s.id
            """;

    private final JdbcClient jdbc;

    Commitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Written> batch) {
        givenBack(of(batch, EntryKind.RETURN));
        opened(of(batch, EntryKind.HOLD));
        closed(of(batch, EntryKind.CAPTURE, EntryKind.RELEASE));
        promised(of(batch, EntryKind.PROMISE));
        settled(of(batch, EntryKind.ACTIVATION, EntryKind.CANCELLATION));
    }

    private void givenBack(List<Written> returns) {
        record Row(Written written, Allocation part) {}
        List<Row> list =
                returns.stream()
                        .flatMap(each -> each.givenBack().stream().map(part -> new Row(each, part)))
                        .toList();
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

    private void opened(List<Written> holds) {
        if (holds.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(holds);
        keyed(NEW_HOLDS, rows)
                .param("id", rows.texts(each -> each.past().reference()))
                .param("entryNo", rows.numbers(each -> each.entry().number()))
                .param("expires", rows.texts(Written::dueAt))
                .update();
    }

    private void closed(List<Written> holds) {
        if (holds.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(holds);
        keyed(CLOSED_HOLDS, rows)
                .param("id", rows.texts(each -> each.past().about()))
                .param(
                        "state",
                        rows.texts(each ->
                                each.entry().kind() == EntryKind.CAPTURE ? "CAPTURED" : "RELEASED"))
                .update();
    }

    private void promised(List<Written> promises) {
        if (promises.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(promises);
        keyed(NEW_PROMISES, rows)
                .param("id", rows.texts(each -> each.past().reference()))
                .param("amount", rows.numbers(each -> each.entry().amount()))
                .param("order", rows.texts(each -> each.note().order()))
                .param("source", rows.texts(Written::source))
                .param("funding", rows.texts(each -> each.note().funding()))
                .param("activates", rows.texts(Written::dueAt))
                .update();
    }

    private void settled(List<Written> promises) {
        if (promises.isEmpty()) {
            return;
        }
        Columns<Written> rows = new Columns<>(promises);
        keyed(SETTLED_PROMISES, rows)
                .param("id", rows.texts(each -> each.past().about()))
                .param("rest", rows.numbers(Written::promiseLeft))
                .update();
    }

    private JdbcClient.StatementSpec keyed(String sql, Columns<Written> rows) {
        return jdbc.sql(sql)
                .param("member", rows.numbers(each -> each.past().memberId()))
                .param("currency", rows.texts(each -> each.past().currency()));
    }

    private static List<Written> of(List<Written> batch, EntryKind... kinds) {
        Set<EntryKind> wanted = Set.of(kinds);
        return batch.stream().filter(each -> wanted.contains(each.entry().kind())).toList();
    }
}
