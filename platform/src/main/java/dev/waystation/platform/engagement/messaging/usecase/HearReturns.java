package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ReturnBox;
import dev.waystation.platform.engagement.messaging.model.MailReturn;
import dev.waystation.platform.engagement.messaging.store.ReturnedMailRows;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what came back. An address that is none, and a reader who complained, are never written to
 * again until staff says so; each report acts once, in a transaction of its own.
 */
@Service
public class HearReturns {

    private static final Logger LOG = LoggerFactory.getLogger(HearReturns.class);

    private final List<ReturnBox> boxes;
    private final ReturnedMailRows rows;
    private final ApplyReceipts receipts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HearReturns(
            List<ReturnBox> boxes,
            ReturnedMailRows rows,
            ApplyReceipts receipts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.boxes = boxes;
        this.rows = rows;
        this.receipts = receipts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Empties every box; answers how many mails were read. */
    public int handle() {
        return boxes.stream().mapToInt(box -> box.take(this::read)).sum();
    }

    private void read(MimeMessage mail) {
        Optional<MailReturn> told = ReadReturn.of(mail);
        if (told.isEmpty()) {
            LOG.info("A mail among those that came back is no report and was left to people");
            return;
        }
        transaction.executeWithoutResult(_ -> apply(told.get(), clock.instant()));
    }

    private void apply(MailReturn told, Instant now) {
        if (!rows.keep(told, now)) {
            return;
        }
        String status =
                switch (told.kind()) {
                    case BOUNCED -> "bounced";
                    case REFUSED -> "failed";
                    case COMPLAINED -> "complained";
                    case DELAYED -> "accepted";
                };
        receipts.handle(
                List.of(
                        new ApplyReceipts.Receipt(
                                told.messageId(), status, now, told.code() + " " + told.said())));
    }
}
