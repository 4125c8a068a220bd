package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a segment as a draft; its condition must already fit the catalogue. */
@Service
public class DraftSegment {

    /** The name and the condition in JSON form. */
    public record Command(Said name, Map<String, Object> condition) {
        public Command {
            Malformed.require(
                    !name.zh().isBlank() && name.zh().length() <= 80,
                    "name",
                    name.zh(),
                    "write a name of 1 to 80 characters");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Drafted(long segmentId) implements Outcome {}

        record NameTaken() implements Outcome {}
    }

    private final SegmentStore segments;
    private final ReadConditions read;
    private final Clock clock;

    DraftSegment(SegmentStore segments, ReadConditions read, Clock clock) {
        this.segments = segments;
        this.read = read;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        read.parse(command.condition());
        Optional<Long> id = segments.insert(command.name(), command.condition(), clock.instant());
        return id.isPresent() ? new Outcome.Drafted(id.get()) : new Outcome.NameTaken();
    }
}
