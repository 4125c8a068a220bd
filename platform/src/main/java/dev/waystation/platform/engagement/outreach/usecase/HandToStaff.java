package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls.Answer;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.engagement.outreach.store.PartRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Hands gathered parts to staff through WeCom. That a call is made is committed before it; one that
 * nobody came back from may have made the task, so it is looked for there and never made again.
 */
@Service
public class HandToStaff {

    private static final int MOST = 100;
    private static final Duration LOST = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Duration SURELY_LISTED = Duration.ofHours(1);

    private final PartRows parts;
    private final LineRows lines;
    private final ContactRows contacts;
    private final StaffCalls calls;
    private final SettleLines settle;
    private final TransactionTemplate transaction;

    HandToStaff(
            PartRows parts,
            LineRows lines,
            ContactRows contacts,
            StaffCalls calls,
            SettleLines settle,
            PlatformTransactionManager transactions) {
        this.parts = parts;
        this.lines = lines;
        this.contacts = contacts;
        this.calls = calls;
        this.settle = settle;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers of how many staff knows now. */
    public int handle(Instant now) {
        parts.giveUpCreating(now.minus(LOST));
        int handed = 0;
        for (Part part : parts.toHand(now, MOST)) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> parts.begin(part.id(), now)))) {
                handed += hand(part, now) ? 1 : 0;
            }
        }
        for (Part part : parts.unclear(now.minus(SETTLED), MOST)) {
            handed += look(part, now) ? 1 : 0;
        }
        return handed;
    }

    private boolean hand(Part part, Instant now) {
        Answer answer = calls.create(part, lines.receivers(part.id()));
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    switch (answer) {
                        case Answer.Said(JsonNode said) -> notified(part, said, now);
                        case Answer.NotNow _ ->
                                parts.move(part.id(), "created", null, now.plus(LATER), false, now);
                        case Answer.Refused no ->
                                refuse(part, "WECOM_" + no.code() + " " + no.words(), now);
                        case Answer.Silent _ ->
                                parts.move(part.id(), "unknown", null, null, false, now);
                    }
                    return answer instanceof Answer.Said;
                }),
                "no answer");
    }

    private void notified(Part part, JsonNode said, Instant now) {
        Optional<String> number = text(said, "msgid");
        Optional<String> job = text(said, "jobid");
        parts.notified(part.id(), number.orElse(null), job.orElse(null), now);
        Set<String> failed =
                said.path("fail_list")
                        .valueStream()
                        .map(each -> contacts.digest(part.account(), each.asString("")))
                        .collect(Collectors.toSet());
        if (!failed.isEmpty()) {
            settle.notSent(part, failed, now);
        }
    }

    private void refuse(Part part, String reason, Instant now) {
        parts.move(part.id(), "refused", reason, null, true, now);
        settle.neverSent(part, now);
    }

    /** Whether WeCom has it after all. Long after the call, what it does not list was not made. */
    private boolean look(Part part, Instant now) {
        Instant called = Objects.requireNonNull(part.calledAt(), "no call");
        Optional<List<String>> alike =
                calls.alike(part, called.minus(LATER), called.plus(SURELY_LISTED));
        if (alike.isEmpty()) {
            return false;
        }
        Optional<String> found =
                alike.get().stream()
                        .filter(number -> !parts.isTaken(number))
                        .filter(number -> calls.asksTheSame(part, number))
                        .findFirst();
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    if (found.isPresent()) {
                        return parts.notified(part.id(), found.get(), null, now);
                    }
                    if (called.plus(SURELY_LISTED).isBefore(now)) {
                        refuse(part, "NEVER_ARRIVED", now);
                    }
                    return false;
                }),
                "no answer");
    }

    private static Optional<String> text(JsonNode said, String name) {
        return Optional.of(said.path(name).asString("")).filter(value -> !value.isEmpty());
    }
}
