package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.members.passes.store.BillStore;
import java.time.Instant;
import java.util.UUID;
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
        EachAlone.pages(Turn.firstReference(), after -> bills.overdue(now, after), this::end);
    }

    private void end(UUID bill) {
        settle.handle(bill); // Paid at the last moment: settling goes first.
        settle.expire(bill);
    }
}
