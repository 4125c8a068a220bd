package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Inquiry;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.store.UnknownRows;
import dev.waystation.platform.engagement.messaging.store.UnknownRows.Unclear;
import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Asks vendors what became of messages whose call never came back. An answer moves the message like
 * a receipt; without one it stays unknown. Nothing is ever sent from here.
 */
@Service
public class AskAboutUnknown {

    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Duration LOOK_BACK = Duration.ofDays(3);
    private static final int MOST = 100;

    private final UnknownRows rows;
    private final SendingLanes lanes;
    private final Recipients recipients;
    private final ApplyReceipts receipts;

    AskAboutUnknown(
            UnknownRows rows, SendingLanes lanes, Recipients recipients, ApplyReceipts receipts) {
        this.rows = rows;
        this.lanes = lanes;
        this.recipients = recipients;
        this.receipts = receipts;
    }

    /** Answers of how many it is known now. */
    public int handle(Instant now) {
        int resolved = 0;
        for (Unclear each : rows.between(now.minus(LOOK_BACK), now.minus(SETTLED), MOST)) {
            Optional<String> status = ask(each).flatMap(AskAboutUnknown::status);
            if (status.isPresent()) {
                resolved +=
                        receipts.handle(
                                List.of(
                                        new ApplyReceipts.Receipt(
                                                each.vendorReference(), status.get(), now)));
            }
        }
        return resolved;
    }

    private Optional<Receipt> ask(Unclear each) {
        Optional<ContactAddress> to = recipients.address(each.memberId(), each.channel());
        Optional<ChannelAdapter> account =
                lanes.serving(each.channel(), each.purpose()).stream()
                        .filter(one -> one.account().equals(each.account()))
                        .findFirst();
        return to.flatMap(address ->
                account.flatMap(one ->
                        one.ask(
                                new Inquiry(
                                        each.reference(),
                                        each.vendorReference(),
                                        address,
                                        each.sentAt()))));
    }

    private static Optional<String> status(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Delivered _ -> Optional.of("delivered");
            case Receipt.Accepted _ -> Optional.of("accepted");
            case Receipt.Refused _, Receipt.NoSuchAddress _ -> Optional.of("failed");
            case Receipt.NotNow _, Receipt.CannotCarry _, Receipt.Unknown _ -> Optional.empty();
        };
    }
}
