package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands of one member whom no other test uses. */
record Wishes(long memberId) {

    private static final AtomicLong NEXT = new AtomicLong(900_000_000);
    static final Explanation WHY = Explanation.of(new Said("测试入账", "credited by a test"));

    static Wishes ofSomebody() {
        return new Wishes(NEXT.incrementAndGet());
    }

    PointsCommand.Credit credit(long amount, LocalDate lastDay) {
        return new PointsCommand.Credit(
                UUID.randomUUID(), memberId, Points.POINTS, amount, lastDay, WHY, "travel");
    }

    PointsCommand.Spend spend(long amount) {
        return new PointsCommand.Spend(
                UUID.randomUUID(), memberId, Points.POINTS, amount, "upgrade");
    }

    PointsCommand.Credit creditOf(String order, long amount, LocalDate lastDay) {
        return new PointsCommand.Credit(
                UUID.randomUUID(),
                memberId,
                Points.POINTS,
                amount,
                lastDay,
                WHY,
                "travel",
                new Note(order, "base@3", null, null));
    }

    PointsCommand.Promise promise(String order, long amount, @Nullable Instant at) {
        return new PointsCommand.Promise(
                UUID.randomUUID(),
                memberId,
                Points.POINTS,
                amount,
                at,
                WHY,
                "travel",
                Note.ofOrder(order));
    }

    PointsCommand.TakeBack takeBack(PointsCommand earn, long amount) {
        return new PointsCommand.TakeBack(
                UUID.randomUUID(), memberId, earn.currency(), earn.reference(), amount, "refund");
    }

    PointsCommand.Restore restore(PointsCommand reversal) {
        return new PointsCommand.Restore(
                UUID.randomUUID(), memberId, reversal.currency(), reversal.reference(), "reopened");
    }

    /** Points whose last day is over, as they stand before the expiry job has run. */
    void lapsedLot(JdbcClient jdbc, LocalDate day, long amount) {
        jdbc.sql(LAPSED).param("member", memberId).param("day", day).param("n", amount).update();
    }

    private static final String LAPSED =
            """
            with a as (
              insert into wallet.account
                (member_id, currency, entries, highest_lot, available, held, debt, credited)
              values (:member, 'points', 1, 1, :n, 0, 0, :n))
            , l as (
              insert into wallet.lot
              values (:member, 'points', 1, :day, 'railway', 'travel', :n, :n, 0))
            insert into wallet.entry
              (member_id, currency, entry_no, kind, reference, asked, amount, source, last_day,
               explanation_id, spendable_after, posted_at, available_change, issuance_change,
               lot_nos, lot_amounts)
            values (:member, 'points', 1, 'CREDIT', gen_random_uuid(), :n, :n, 'travel', :day,
                    'exp_test', :n, timestamptz '2025-11-16 09:00+08', :n, -:n, '{1}',
                    array[-:n::bigint])
            """;
}
