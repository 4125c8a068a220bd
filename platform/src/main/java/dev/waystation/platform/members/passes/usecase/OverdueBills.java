package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.store.BillStore;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Ends bills that nobody paid in time. */
@Service
public class OverdueBills {

    private final BillStore bills;
    private final SettleBill settle;

    OverdueBills(BillStore bills, SettleBill settle) {
        this.bills = bills;
        this.settle = settle;
    }

    public void handle(Instant now) {
        for (Bill bill : bills.overdue(now)) {
            // Paid at the last moment: settling goes first.
            settle.handle(bill.orderRef());
            settle.expire(bill.orderRef());
        }
    }
}
