package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.StaffSends;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.store.AllowanceRows;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.engagement.outreach.store.MassTaskRows;
import dev.waystation.platform.engagement.outreach.store.PartRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;

/**
 * Gathers messages over WeCom: the same text for customers of the same member of staff is one part
 * of a task. The day's one broadcast to the customer is taken first; who had it waits for tomorrow.
 */
@Service
class GatherForStaff implements StaffSends {

    /** So long a part waits for more of the same. */
    static final Duration GATHERING = Duration.ofMinutes(2);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final ContactRows contacts;
    private final AllowanceRows allowances;
    private final MassTaskRows tasks;
    private final PartRows parts;
    private final LineRows lines;
    private final Clock clock;

    GatherForStaff(
            ContactRows contacts,
            AllowanceRows allowances,
            MassTaskRows tasks,
            PartRows parts,
            LineRows lines,
            Clock clock) {
        this.contacts = contacts;
        this.allowances = allowances;
        this.tasks = tasks;
        this.parts = parts;
        this.lines = lines;
        this.clock = clock;
    }

    /** What the outbox knows a message by, until WeCom says what came of it. */
    static String vendorReference(UUID reference) {
        return "wecom-" + reference;
    }

    @Override
    @Transactional
    public Receipt gather(String account, Letter letter) {
        var taken = new Receipt.Accepted(vendorReference(letter.reference()));
        if (lines.isKnown(letter.reference())) {
            return taken;
        }
        Optional<ContactRows.Sender> sender = contacts.sender(account, letter.memberId());
        if (sender.isEmpty()) {
            return new Receipt.CannotCarry("NO_STAFF_KNOWS_MEMBER");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VenueZone.DEFAULT);
        String customer = sender.get().customer();
        Kind.Limit limit = Kind.CUSTOMERS.limit(today, 0);
        if (allowances.take(account, limit, List.of(customer)).isEmpty()) {
            return new Receipt.NotNow(untilTomorrow(now, today));
        }
        long task =
                tasks.open(
                        new MassTaskRows.Wanted(
                                account,
                                Kind.CUSTOMERS,
                                letter.source(),
                                letter.templateCode(),
                                letter.title(),
                                letter.source()),
                        tasks.day(account, letter.source())
                                .filter(_ -> letter.source().startsWith(PlanTask.SOURCE))
                                .orElse(today),
                        now);
        long part =
                parts.gather(
                        task,
                        sender.get().staff(),
                        digest(letter.body()),
                        letter.body(),
                        1,
                        now.plus(GATHERING));
        lines.add(part, customer, letter.memberId(), letter.reference(), today);
        return taken;
    }

    static String digest(String body) {
        return DigestUtils.md5DigestAsHex(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Duration untilTomorrow(Instant now, LocalDate today) {
        return Duration.between(
                now, today.plusDays(1).atTime(MORNING).atZone(VenueZone.DEFAULT).toInstant());
    }
}
