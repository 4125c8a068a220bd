package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.lane.LaneIsFull;
import dev.waystation.lane.LaneNotPersisted;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.engagement.events.model.Parcel;
import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in what a source sends; answers when it is durable. */
@Service
public class TakeEvents {

    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    /**
     * A request with one message, or a batch.
     *
     * @param call null for a batch
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Command(@Nullable String key, @Nullable Call call, byte[] body) {
        public Command {
            requireFit(body);
        }
    }

    /** Asked before anything is read of what somebody sent. */
    static void requireFit(byte[] body) {
        Malformed.require(
                body.length <= LARGEST_BODY, "body", body.length, "send at most 4 MB at once");
    }

    /** A message in quarantine: its place in the request, what is wrong and what to do. */
    public record Bad(int place, String field, String value, Said remedy) {}

    /** What became of a request. */
    public sealed interface Outcome {

        /** Durable; repetitions had no effect; bad ones wait in quarantine. */
        record Taken(int accepted, int repeated, List<Bad> bad) implements Outcome {}

        record UnknownKey() implements Outcome {}

        /** Nothing was taken; the same request may be sent again. */
        record Busy(Duration retryAfter) implements Outcome {}
    }

    private final SourceKeys keys;
    private final ReadMessages read;
    private final Quarantine quarantine;
    private final EventLane lane;
    private final Clock clock;

    TakeEvents(
            SourceKeys keys,
            ReadMessages read,
            Quarantine quarantine,
            EventLane lane,
            Clock clock) {
        this.keys = keys;
        this.read = read;
        this.quarantine = quarantine;
        this.lane = lane;
        this.clock = clock;
    }

    public Outcome handle(Command command) {
        Source source = keys.find(command.key()).orElse(null);
        if (source == null) {
            return new Outcome.UnknownKey();
        }
        Call call = command.call();
        ReadMessages.Read found =
                call == null ? read.batch(command.body()) : read.single(call, command.body());
        return take(source, found, clock.instant());
    }

    /** Messages that were read already; bad ones are put aside before the answer. */
    Outcome take(Source source, ReadMessages.Read found, Instant received) {
        List<Bad> bad = quarantine.put(source.id(), found.bad(), received);
        List<Message> messages = found.messages();
        if (messages.isEmpty()) {
            return new Outcome.Taken(0, 0, bad);
        }
        Parcel parcel = new Parcel();
        for (Message message : messages) {
            parcel.add(
                    source.id(),
                    message.at(source),
                    EventTime.of(message.claimedAt(), message.sentAt(), received),
                    received);
        }
        try {
            lane.store(parcel);
        } catch (LaneIsFull full) {
            return new Outcome.Busy(full.retryAfter());
        } catch (LaneNotPersisted broken) {
            return new Outcome.Busy(Duration.ofSeconds(1));
        }
        Malformed.require(
                !parcel.isUnfit(), "body", "", "send only values that a JSON database can keep");
        int stored = parcel.storedCount();
        return new Outcome.Taken(stored, parcel.count() - stored, bad);
    }
}
