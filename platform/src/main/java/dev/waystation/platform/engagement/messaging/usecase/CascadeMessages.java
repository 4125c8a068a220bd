package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.store.CascadeRows;
import dev.waystation.platform.engagement.messaging.store.CascadeRows.Attempt;
import dev.waystation.platform.engagement.messaging.store.CascadeRows.Cascade;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries the cheapest channel that reaches the member, and the next one only when nothing arrived in
 * time. Delivered or read ends it. While nobody knows whether a message left, nothing else is sent:
 * the vendor's answer decides.
 */
@Service
public class CascadeMessages {

    /** From free to dear; a mass send by staff costs their time. */
    public static final List<String> BY_COST = List.of("push", "miniapp", "wecom", "sms");

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final Set<String> ARRIVED = Set.of("delivered", "read");
    private static final Set<String> ENDED = Set.of("failed", "withheld");
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final int LONGEST = 7 * 24 * 60;

    private final CascadeRows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final JsonMapper json;

    CascadeMessages(CascadeRows rows, Outbox outbox, Clock clock, JsonMapper json) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What is to be said to whom.
     *
     * @param channels in the order to try; empty for the order of their cost
     * @param patience minutes a channel has to say that it arrived
     */
    public record Command(
            UUID reference,
            long memberId,
            String purpose,
            String templateCode,
            Map<String, String> values,
            List<String> channels,
            int patience) {

        public Command {
            channels = channels.isEmpty() ? BY_COST : List.copyOf(channels);
            Malformed.require(
                    channels.size() == Set.copyOf(channels).size(),
                    "channels",
                    channels,
                    "name each channel once");
            Malformed.require(
                    patience >= 1 && patience <= LONGEST,
                    "patienceMinutes",
                    patience,
                    "give 1 minute to 7 days");
        }
    }

    /** Where it stands: over which channel, or with which end. */
    public record Standing(String state, String channel) {}

    @Transactional
    public Standing handle(Command wanted) {
        Instant now = clock.instant();
        var cascade =
                new Cascade(
                        wanted.reference(),
                        wanted.memberId(),
                        wanted.purpose(),
                        wanted.templateCode(),
                        json.writeValueAsString(wanted.values()),
                        "cascade",
                        wanted.channels(),
                        wanted.patience(),
                        0,
                        "trying",
                        now,
                        now);
        if (rows.begin(cascade)) {
            rows.move(tryFrom(cascade, 0, now));
        }
        return standing(rows.find(wanted.reference()).orElse(cascade));
    }

    /** Those to look at, behind one of them. */
    public List<Turn<UUID>> due(Instant now, Turn<UUID> after) {
        return rows.due(now, after, BATCH);
    }

    /** Looks at one of them. */
    @Transactional
    public void advance(UUID reference, Instant now) {
        rows.take(reference, now).ifPresent(each -> rows.move(next(each, now)));
    }

    private Cascade next(Cascade one, Instant now) {
        Optional<Attempt> attempt = rows.attempt(one.memberId(), reference(one, one.place()));
        String status = attempt.map(Attempt::status).orElse("withheld");
        // a channel that could not send at first has its whole patience from when it did
        Instant deadline =
                attempt.map(it -> it.leaves().plus(Duration.ofMinutes(one.patience())))
                        .filter(one.deadline()::isBefore)
                        .orElse(one.deadline());
        if (ARRIVED.contains(status)) {
            return one.moved(one.place(), "reached", now, deadline);
        }
        boolean silent = status.equals("accepted") && !now.isBefore(deadline);
        if (ENDED.contains(status) || silent) {
            return tryFrom(one, one.place() + 1, now);
        }
        return one.moved(one.place(), "trying", now.plus(LOOK), deadline);
    }

    /** The first channel from a place on that the gate lets the message through to. */
    private Cascade tryFrom(Cascade one, int from, Instant now) {
        Map<String, String> values = json.readValue(one.valuesJson(), VALUES);
        for (int place = from; place < one.channels().size(); place++) {
            SendOutcome outcome =
                    outbox.offer(
                            new MessageOffer(
                                    reference(one, place),
                                    one.memberId(),
                                    one.channels().get(place),
                                    one.purpose(),
                                    one.templateCode(),
                                    values,
                                    one.source(),
                                    null));
            Instant leaves =
                    switch (outcome) {
                        case SendOutcome.Queued _ -> now;
                        case SendOutcome.Delayed delayed -> delayed.until();
                        case SendOutcome.Withheld _ -> Instant.MAX;
                    };
            if (leaves.isBefore(Instant.MAX)) {
                return one.moved(
                        place,
                        "trying",
                        leaves.plus(LOOK),
                        leaves.plus(Duration.ofMinutes(one.patience())));
            }
        }
        return one.moved(one.channels().size(), "exhausted", now, now);
    }

    /** One per channel, made from the wish: nothing is offered twice over the same channel. */
    private static UUID reference(Cascade one, int place) {
        String name = one.reference() + "/" + one.channels().get(place);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Standing standing(Cascade one) {
        boolean over = one.place() >= one.channels().size();
        return new Standing(one.state(), over ? "" : one.channels().get(one.place()));
    }
}
