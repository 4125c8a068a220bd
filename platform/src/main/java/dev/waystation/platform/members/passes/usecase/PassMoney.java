package dev.waystation.platform.members.passes.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.Tender;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Points and payments behind a pass, moved under references made from the bill's. */
@Component
class PassMoney {

    private final Points points;
    private final Payments payments;

    PassMoney(Points points, Payments payments) {
        this.points = points;
        this.payments = payments;
    }

    Points points() {
        return points;
    }

    Payments payments() {
        return payments;
    }

    boolean cashIsThere(Bill bill) {
        return bill.cashMinor() == 0
                || payments.ofOrder(bill.orderRef()).filter(PaymentIntent::captured).isPresent();
    }

    /** False when the hold has run out. */
    boolean capture(Bill bill) {
        return bill.points() == 0
                || points.post(
                                new PointsCommand.Capture(
                                        PassBooks.part(bill.orderRef(), "capture"),
                                        bill.memberId(),
                                        Points.POINTS,
                                        PassBooks.part(bill.orderRef(), "hold"),
                                        bill.points(),
                                        "annual pass"))
                        instanceof PostOutcome.Posted;
    }

    /** Before it was settled: points are free again, cash that came goes back. */
    void letGo(Bill bill, String cause) {
        if (bill.points() > 0) {
            points.post(
                    new PointsCommand.Release(
                            PassBooks.part(bill.orderRef(), "release"),
                            bill.memberId(),
                            Points.POINTS,
                            PassBooks.part(bill.orderRef(), "hold"),
                            "annual pass"));
        }
        if (bill.cashMinor() > 0 && cashIsThere(bill)) {
            payments.refund(
                    PassBooks.part(bill.orderRef(), "refund"),
                    bill.orderRef(),
                    Money.yuan(bill.cashMinor()),
                    cause);
        }
    }

    /** Part of what was paid goes back to where it came from. */
    void giveBack(long memberId, long passId, Tender tender, long amount) {
        if (amount == 0) {
            return;
        }
        UUID reference = PassBooks.part(passId, "return " + tender.nth());
        switch (tender.kind()) {
            case CASH ->
                    payments.refund(
                            reference, tender.orderRef(), Money.yuan(amount), "annual pass");
            case POINTS ->
                    points.post(
                            new PointsCommand.GiveBack(
                                    reference,
                                    memberId,
                                    Points.POINTS,
                                    PassBooks.part(tender.orderRef(), "capture"),
                                    amount,
                                    "annual pass"));
        }
    }
}
