package dev.waystation.platform.members.passes.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.facts.PassBillOpened;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.store.BillStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Orders a pass, its renewal, its upgrade or a new card, paid in points, cash or both. Points are
 * set aside first; that hold is durable by itself and idempotent under a reference made from the
 * order's, so a retry finds it, and without one it ends by itself.
 */
@Service
public class OrderPass {

    static final Duration PAY_WITHIN = Duration.ofMinutes(30);

    private final DraftBill draft;
    private final PassBooks books;
    private final BillStore bills;
    private final Points points;
    private final Payments payments;
    private final FactLog facts;
    private final Clock clock;

    OrderPass(
            DraftBill draft,
            PassBooks books,
            BillStore bills,
            PassMoney money,
            FactLog facts,
            Clock clock) {
        this.draft = draft;
        this.books = books;
        this.bills = bills;
        this.points = money.points();
        this.payments = money.payments();
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A wish; one order per reference.
     *
     * @param fromPass the pass that is renewed, upgraded or gets a new card
     */
    public record Command(
            UUID reference,
            long memberId,
            Bill.Kind kind,
            @Nullable Long productId,
            @Nullable Long fromPass,
            @Nullable Long travellerId,
            long points) {
        public Command {
            Malformed.require(points >= 0, "points", points, "give 0 or more");
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        /**
         * @param intent what is still to pay, null when nothing is
         */
        record Ordered(Bill bill, @Nullable PaymentIntent intent) implements Outcome {}

        record Refused(PassRefusal code, Map<String, Object> values) implements Outcome {}
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome handle(Command command) {
        Optional<Bill> before = bills.locked(command.reference());
        if (before.isPresent()) {
            return ordered(before.get());
        }
        return switch (draft.handle(command)) {
            case DraftBill.Draft.Refused(PassRefusal code, Map<String, Object> values) ->
                    new Outcome.Refused(code, values);
            case DraftBill.Draft.Priced priced -> order(command, priced);
        };
    }

    private Outcome order(Command command, DraftBill.Draft.Priced priced) {
        long due = priced.worth() - priced.credit();
        PassProduct product = priced.product();
        if (command.points() > 0 && product.pointsPerYuan() == 0) {
            return new Outcome.Refused(PassRefusal.PASS_TAKES_NO_POINTS, Map.of());
        }
        long most = Math.ceilDiv(due * product.pointsPerYuan(), 100L);
        if (command.points() > most) {
            return new Outcome.Refused(PassRefusal.PASS_POINTS_EXCEED_PRICE, Map.of("most", most));
        }
        // All points that are accepted pay all of it, even where a yuan does not divide.
        long covered = command.points() == most && most > 0 ? due : product.worth(command.points());
        Instant now = clock.instant();
        Bill bill =
                new Bill(
                        command.reference(),
                        command.memberId(),
                        pass(command, priced, now),
                        command.kind(),
                        Bill.State.OPEN,
                        command.points(),
                        due - covered,
                        priced.credit(),
                        command.fromPass(),
                        now.plus(PAY_WITHIN));
        bills.open(bill, now);
        if (bill.points() > 0
                && points.post(hold(bill))
                        instanceof PostOutcome.Refused(var _, long _, long possible)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(
                    PassRefusal.PASS_POINTS_DO_NOT_SUFFICE, Map.of("possible", possible));
        }
        facts.append(
                new PassBillOpened(
                        bill.memberId(), bill.orderRef(), bill.points(), bill.cashMinor(), now));
        return ordered(bill);
    }

    private long pass(Command command, DraftBill.Draft.Priced priced, Instant now) {
        Pass from = priced.from();
        if (command.kind() == Bill.Kind.REPLACEMENT && from != null) {
            return from.id();
        }
        return books.passes()
                .order(
                        command.memberId(),
                        priced.product().id(),
                        priced.travellerId(),
                        command.reference(),
                        priced.worth(),
                        command.kind() == Bill.Kind.RENEWAL ? command.fromPass() : null,
                        now);
    }

    private Outcome ordered(Bill bill) {
        if (bill.cashMinor() == 0 || bill.state() != Bill.State.OPEN) {
            return new Outcome.Ordered(bill, null);
        }
        Pass pass = books.passes().find(bill.passId()).orElseThrow();
        return new Outcome.Ordered(
                bill,
                payments.open(
                        bill.orderRef(),
                        Money.yuan(bill.cashMinor()),
                        books.productOf(pass).name().zh()));
    }

    private static PointsCommand hold(Bill bill) {
        return new PointsCommand.Hold(
                PassBooks.part(bill.orderRef(), "hold"),
                bill.memberId(),
                Points.POINTS,
                bill.points(),
                bill.expiresAt().plus(PAY_WITHIN),
                "annual pass");
    }
}
