package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.facts.MessageDelivered;
import dev.waystation.platform.engagement.messaging.store.ReceiptRows;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what channels say later. A message only moves up: sending, unknown, accepted, failed,
 * delivered, read; a receipt that comes late, twice or out of order never moves it back.
 */
@Service
public class ApplyReceipts {

    private static final Set<String> KNOWN =
            Set.of("accepted", "delivered", "read", "failed", "bounced", "complained");
    private static final Set<String> ENDS_THE_ADDRESS = Set.of("bounced", "complained");
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int BATCH = 500;

    /**
     * One receipt.
     *
     * @param detail the channel's own words, when it gave any
     */
    public record Receipt(
            String vendorReference, String status, Instant at, @Nullable String detail) {

        public Receipt(String vendorReference, String status, Instant at) {
            this(vendorReference, status, at, null);
        }

        /** What staff read about an address nothing goes to any more. */
        String reason() {
            return detail == null ? status : status + ": " + detail;
        }

        public Receipt {
            Malformed.require(KNOWN.contains(status), "status", status, "use one of " + KNOWN);
        }
    }

    private final ReceiptRows rows;
    private final RuleRows rules;
    private final FactLog facts;

    ApplyReceipts(ReceiptRows rows, RuleRows rules, FactLog facts) {
        this.rows = rows;
        this.rules = rules;
        this.facts = facts;
    }

    /** How many moved a message on. */
    @Transactional
    public int handle(List<Receipt> receipts) {
        int moved = 0;
        for (Receipt receipt : receipts) {
            if (rows.keep(receipt.vendorReference(), receipt.status(), receipt.at())) {
                moved += apply(receipt);
            }
        }
        return moved;
    }

    /** Applies receipts of the last day that came while the call they are about was still open. */
    @Transactional
    public int catchUp(Instant now) {
        int moved = 0;
        for (ReceiptRows.Early early : rows.early(now.minus(REMEMBERED), BATCH)) {
            moved += apply(new Receipt(early.vendorReference(), early.status(), early.at()));
        }
        return moved;
    }

    private int apply(Receipt receipt) {
        var to = rows.ofReference(receipt.vendorReference());
        if (to.isEmpty()) {
            return 0;
        }
        rows.applied(receipt.vendorReference(), receipt.status(), receipt.at());
        boolean ends = ENDS_THE_ADDRESS.contains(receipt.status());
        String status = ends ? "failed" : receipt.status();
        if (ends) {
            rules.suppress(to.get().memberId(), to.get().channel(), receipt.reason(), receipt.at());
        }
        var moved = rows.advance(receipt.vendorReference(), status, receipt.status(), receipt.at());
        moved.filter(message -> message.arrives(status))
                .ifPresent(message ->
                        facts.append(
                                new MessageDelivered(
                                        message.messageId(),
                                        message.memberId(),
                                        message.channel(),
                                        message.templateCode(),
                                        receipt.at())));
        return moved.isPresent() ? 1 : 0;
    }
}
