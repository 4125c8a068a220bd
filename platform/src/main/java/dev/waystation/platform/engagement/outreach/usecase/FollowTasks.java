package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls.Answer;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.model.Tally;
import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.engagement.outreach.store.PartRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows what staff was asked: pulls results, reminds once, carries out what somebody asked for,
 * and ends what nobody has sent for three days. WeCom is called outside any transaction.
 */
@Service
public class FollowTasks {

    public static final String REMIND = "remind";
    public static final String CANCEL = "cancel";

    static final Duration EXPIRES = Duration.ofDays(3);

    private static final Duration PULLED = Duration.ofMinutes(10);
    private static final Duration REMINDED = Duration.ofHours(4);
    private static final int MOST = 200;
    private static final int MORNING = 9;
    private static final int EVENING = 20;

    private final PartRows parts;
    private final LineRows lines;
    private final StaffCalls calls;
    private final SettleLines settle;
    private final TransactionTemplate transaction;

    FollowTasks(
            PartRows parts,
            LineRows lines,
            StaffCalls calls,
            SettleLines settle,
            PlatformTransactionManager transactions) {
        this.parts = parts;
        this.lines = lines;
        this.calls = calls;
        this.settle = settle;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers how many it looked at. */
    public int handle(Instant now) {
        List<Part> wished = parts.wished(now, MOST);
        wished.forEach(part -> carryOut(part, now));
        List<Part> open = parts.toPull(now.minus(PULLED), MOST);
        for (Part part : open) {
            pull(part, now);
            Instant notified = part.notifiedAt();
            if (notified != null && notified.plus(EXPIRES).isBefore(now)) {
                end(part, "expired", now);
            } else if (isToBeReminded(part, notified, now)) {
                remind(part);
            }
        }
        return wished.size() + open.size();
    }

    private void carryOut(Part part, Instant now) {
        if (part.wanted().equals(REMIND)) {
            remind(part);
        } else if (part.state().equals("created")) {
            transaction.executeWithoutResult(_ -> close(part, "cancelled", now));
        } else {
            end(part, "cancelled", now);
        }
    }

    private boolean isToBeReminded(Part part, @Nullable Instant notified, Instant now) {
        int hour = now.atZone(VenueZone.DEFAULT).getHour();
        return part.kind() != Kind.MOMENTS
                && part.reminders() == 0
                && notified != null
                && notified.plus(REMINDED).isBefore(now)
                && hour >= MORNING
                && hour < EVENING
                && lines.tally(part.id()).sent() == 0
                && parts.find(part.id()).filter(FollowTasks::isOpen).isPresent();
    }

    private static boolean isOpen(Part part) {
        return part.state().equals("staff_notified");
    }

    private void remind(Part part) {
        if (part.vendorId() != null && calls.remind(part) instanceof Answer.Said) {
            parts.reminded(part.id());
        }
    }

    private void pull(Part part, Instant now) {
        parts.checked(part.id(), now);
        if (part.vendorId() == null) {
            Optional<String> made = part.job() == null ? Optional.empty() : calls.made(part);
            made.ifPresent(number -> parts.named(part.id(), number));
            return;
        }
        calls.results(part, now)
                .ifPresent(results ->
                        transaction.executeWithoutResult(_ -> {
                            settle.told(part, results, now);
                            Tally tally = lines.tally(part.id());
                            if (!tally.open().equals(part.state()) || tally.waiting() == 0) {
                                parts.move(
                                        part.id(),
                                        tally.open(),
                                        null,
                                        null,
                                        tally.waiting() == 0,
                                        now);
                            }
                        }));
    }

    /**
     * Only what WeCom has certainly taken back gives the receivers their day again; what it does
     * not know any more after three days nobody will send.
     */
    private void end(Part part, String state, Instant now) {
        if (part.vendorId() == null) {
            return;
        }
        Answer answer = calls.cancel(part);
        boolean tooLate = answer instanceof Answer.Refused && state.equals("cancelled");
        if (tooLate) {
            parts.want(part.id(), "");
        }
        if (tooLate || answer instanceof Answer.NotNow || answer instanceof Answer.Silent) {
            return;
        }
        Optional<List<StaffCalls.Result>> last = calls.results(part, now);
        if (last.isPresent()) {
            transaction.executeWithoutResult(_ -> {
                settle.told(part, last.get(), now);
                close(part, state, now);
            });
        }
    }

    private void close(Part part, String state, Instant now) {
        settle.neverSent(part, now);
        parts.move(part.id(), lines.tally(part.id()).end(state), null, null, true, now);
    }
}
