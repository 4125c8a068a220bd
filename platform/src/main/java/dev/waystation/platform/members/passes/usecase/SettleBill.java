package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.passes.facts.PassBought;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.model.Tender;
import dev.waystation.platform.members.passes.model.Unused;
import dev.waystation.platform.members.passes.store.BillStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a paid bill true: the pass begins, the renewal joins the old end, the upgrade takes the old
 * pass's place, the new card replaces the old. Safe to call again, and early.
 */
@Service
public class SettleBill {

    private final BillStore bills;
    private final PassBooks books;
    private final PassMoney money;
    private final FactLog facts;
    private final Clock clock;

    SettleBill(BillStore bills, PassBooks books, PassMoney money, FactLog facts, Clock clock) {
        this.bills = bills;
        this.books = books;
        this.money = money;
        this.facts = facts;
        this.clock = clock;
    }

    /** Settles what is paid in full; anything else is left as it is. */
    @Transactional
    public void handle(UUID orderRef) {
        Bill bill = bills.locked(orderRef).filter(money::cashIsThere).orElse(null);
        if (bill == null || bill.state() == Bill.State.PAID) {
            return;
        }
        if (bill.state() == Bill.State.CANCELLED) {
            money.letGo(bill, "paid_too_late");
            return;
        }
        // What it rests on may have changed while it waited for money.
        if (!stillPossible(bill) || !money.capture(bill)) {
            cancel(bill, "no_longer_possible");
            return;
        }
        bills.close(orderRef, Bill.State.PAID);
        Pass pass = books.passes().locked(bill.passId()).orElseThrow();
        if (bill.kind() == Bill.Kind.REPLACEMENT) {
            books.passes().nextMedium(pass.id());
        } else {
            begin(bill, pass);
        }
        tell(bill, pass);
    }

    /** Ends a bill that was not paid in time. */
    @Transactional
    public void expire(UUID orderRef) {
        bills.locked(orderRef)
                .filter(bill -> bill.state() == Bill.State.OPEN)
                .ifPresent(bill -> cancel(bill, "not_paid_in_time"));
    }

    private boolean stillPossible(Bill bill) {
        Long id = bill.kind() == Bill.Kind.REPLACEMENT ? (Long) bill.passId() : bill.fromPass();
        if (id == null) {
            return true;
        }
        Pass from = books.passes().locked(id).orElseThrow();
        return from.state() == PassState.PAID
                && (bill.kind() == Bill.Kind.REPLACEMENT || books.passes().successor(id).isEmpty());
    }

    private void begin(Bill bill, Pass pass) {
        PassProduct product = books.productOf(pass);
        LocalDate today = LocalDate.now(clock);
        Pass from =
                bill.fromPass() == null ? null : books.passes().find(bill.fromPass()).orElseThrow();
        books.passes().paid(pass.id(), span(bill, product, from, today), clock.instant());
        if (bill.kind() == Bill.Kind.UPGRADE && from != null) {
            credit(bill, from, pass.id());
        }
        if (bill.points() > 0) {
            books.passes()
                    .addTender(
                            pass.id(),
                            bill.orderRef(),
                            Tender.Kind.POINTS,
                            bill.points(),
                            pass.paidMinor() - bill.creditMinor() - bill.cashMinor());
        }
        if (bill.cashMinor() > 0) {
            books.passes()
                    .addTender(
                            pass.id(),
                            bill.orderRef(),
                            Tender.Kind.CASH,
                            bill.cashMinor(),
                            bill.cashMinor());
        }
    }

    private static @Nullable Span span(
            Bill bill, PassProduct product, @Nullable Pass from, LocalDate today) {
        int months = product.term().months();
        if (bill.kind() == Bill.Kind.RENEWAL && from != null && from.span() != null) {
            return Span.ofMonths(from.span().until().plusDays(1), months);
        }
        if (bill.kind() == Bill.Kind.UPGRADE) {
            return Span.ofMonths(today, months);
        }
        return product.term()
                .activation()
                .firstDay(today, product.term().fixedFrom())
                .map(first -> Span.ofMonths(first, months))
                .orElse(null);
    }

    /** The unused part of each tender moves to the new pass, so a return still finds its origin. */
    private void credit(Bill bill, Pass from, long to) {
        LocalDate ordered =
                LocalDate.ofInstant(bill.expiresAt().minus(OrderPass.PAY_WITHIN), clock.getZone());
        Unused unused = books.unused(from, ordered);
        for (Tender tender : books.passes().tenders(from.id())) {
            books.passes()
                    .addTender(
                            to,
                            tender.orderRef(),
                            tender.kind(),
                            unused.part(tender.amount()),
                            unused.part(tender.minor()));
        }
        books.passes().move(from.id(), PassState.UPGRADED, null);
    }

    private void cancel(Bill bill, String cause) {
        money.letGo(bill, cause);
        bills.close(bill.orderRef(), Bill.State.CANCELLED);
        if (bill.kind() != Bill.Kind.REPLACEMENT) {
            books.passes().move(bill.passId(), PassState.CANCELLED, null);
        }
    }

    private void tell(Bill bill, Pass pass) {
        facts.append(
                new PassBought(
                        bill.memberId(),
                        pass.id(),
                        books.productOf(pass).code(),
                        bill.kind().name(),
                        pass.paidMinor(),
                        clock.instant()));
    }
}
