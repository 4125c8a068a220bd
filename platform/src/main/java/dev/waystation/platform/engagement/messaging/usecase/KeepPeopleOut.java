package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessagingRefusal;
import dev.waystation.platform.engagement.messaging.Silence;
import dev.waystation.platform.engagement.messaging.model.KeptOut;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.engagement.messaging.store.KeptOutRows;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of those nothing is written to: an address that ended, or somebody who was barred. */
@Service
public class KeepPeopleOut implements Silence {

    /** Whom, over which channel, why and by whom. */
    public record Command(long memberId, String channel, String reason, String by) {
        public Command {
            Malformed.require(
                    Medium.ALL.contains(channel), "channel", channel, "give one of " + Medium.ALL);
            Malformed.require(
                    reason.strip().length() >= 4,
                    "reason",
                    reason,
                    "say why, in at least 4 characters");
        }
    }

    private final KeptOutRows rows;
    private final Members members;
    private final Clock clock;

    KeepPeopleOut(KeptOutRows rows, Members members, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.clock = clock;
    }

    /** Empty when it was done, else why not. */
    @Transactional
    public Optional<MessagingRefusal> add(Command command) {
        if (members.card(command.memberId()).isEmpty()) {
            return Optional.of(MessagingRefusal.MEMBER_TO_KEEP_OUT_IS_UNKNOWN);
        }
        boolean added =
                rows.add(
                        command.memberId(),
                        command.channel(),
                        command.reason().strip(),
                        command.by(),
                        clock.instant());
        return added ? Optional.empty() : Optional.of(MessagingRefusal.ALREADY_KEPT_OUT);
    }

    /** Empty when it was done, else why not. */
    @Transactional
    public Optional<MessagingRefusal> lift(Command command) {
        boolean lifted =
                rows.lift(
                        command.memberId(),
                        command.channel(),
                        command.reason().strip(),
                        command.by(),
                        clock.instant());
        return lifted ? Optional.empty() : Optional.of(MessagingRefusal.NOT_KEPT_OUT);
    }

    @Transactional(readOnly = true)
    public Page<KeptOut> page(
            @Nullable String channel, Optional<Long> member, Optional<Cursor> after, int limit) {
        List<KeptOut> found =
                rows.page(
                        channel,
                        member,
                        after.map(cursor -> cursor.number(0)).orElse(0L),
                        after.map(cursor -> cursor.key(1)).orElse(""),
                        limit + 1);
        return Page.cut(found, limit, row -> Cursor.after(row.memberId(), row.channel()));
    }

    @Override
    @Transactional(readOnly = true)
    public Kept since(long memberId, String channel, String purpose, Instant at) {
        return rows.since(memberId, Medium.channels(channel), purpose, at);
    }
}
