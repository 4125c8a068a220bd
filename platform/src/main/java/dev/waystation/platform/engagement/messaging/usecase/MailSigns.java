package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.links.Visitor;
import dev.waystation.platform.engagement.messaging.model.Opening;
import dev.waystation.platform.engagement.messaging.store.MailSignRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what tells that a mail was opened: its dot was loaded, or a link in it followed. A dot that
 * a machine loaded ahead is kept apart and moves nothing: it says nothing about the reader.
 */
@Service
public class MailSigns {

    private static final Duration SHOWN = Duration.ofDays(90);

    private final MailSignRows rows;
    private final MailSheets pages;
    private final ApplyReceipts receipts;
    private final LearnHours learn;
    private final Clock clock;

    MailSigns(
            MailSignRows rows,
            MailSheets pages,
            ApplyReceipts receipts,
            LearnHours learn,
            Clock clock) {
        this.rows = rows;
        this.pages = pages;
        this.receipts = receipts;
        this.learn = learn;
        this.clock = clock;
    }

    /** What became of one version of a text; one reader counts once per mail. */
    public record Result(
            String code,
            int version,
            long sent,
            long opened,
            long throughProxy,
            long onlyMachine,
            long clicked,
            long bounced,
            long complained) {}

    /** The dot of a mail was loaded; a token that was invented changes nothing. */
    @Transactional
    public void shown(String token, Visitor visitor) {
        pages.read(token)
                .flatMap(rows::mail)
                .ifPresent(mail -> {
                    Instant now = clock.instant();
                    Opening opening = Opening.of(visitor, mail.leftAt(), now);
                    rows.note(mail, opening.word(), now);
                    if (opening.isOpened()) {
                        learn.opened(mail.memberId(), now);
                        read(mail, now);
                    }
                });
    }

    /** Who follows a link has opened the mail, though no picture may tell; other channels pass. */
    @Transactional
    public void clicked(long member, long message, Instant at) {
        rows.mail(member, message)
                .ifPresent(mail -> {
                    rows.note(mail, "click", at);
                    read(mail, at);
                });
    }

    @Transactional(readOnly = true)
    public List<Result> results() {
        return rows.results(clock.instant().minus(SHOWN)).stream()
                .map(each ->
                        new Result(
                                each.code(),
                                each.version(),
                                each.sent(),
                                each.opened(),
                                each.throughProxy(),
                                each.onlyMachine(),
                                each.clicked(),
                                each.bounced(),
                                each.complained()))
                .toList();
    }

    private void read(MailSignRows.Mail mail, Instant at) {
        if (!mail.vendorReference().isEmpty()) {
            receipts.handle(List.of(new ApplyReceipts.Receipt(mail.vendorReference(), "read", at)));
        }
    }
}
