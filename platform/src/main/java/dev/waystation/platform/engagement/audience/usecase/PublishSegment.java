package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Problem;
import dev.waystation.condition.SqlFace;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.engagement.audience.facts.SegmentPublished;
import dev.waystation.platform.engagement.audience.model.Segment;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a draft live: fills its members from the database in one statement, then lets facts and the
 * calendar carry them. A condition that the database or the bitmaps can't carry is refused here,
 * with every reason, because a live segment is both filled and counted.
 */
@Service
public class PublishSegment {

    /** Which draft. */
    public record Command(long segmentId) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Published(long memberCount) implements Outcome {}

        record Unknown() implements Outcome {}

        record AlreadyPublished() implements Outcome {}

        record NotCarried(List<Problem> reasons) implements Outcome {}
    }

    private final SegmentStore segments;
    private final CurrentVocabulary vocabulary;
    private final FillSegment fill;
    private final FactLog facts;
    private final BuildStore builds;
    private final Clock clock;

    PublishSegment(
            SegmentStore segments,
            CurrentVocabulary vocabulary,
            FillSegment fill,
            FactLog facts,
            BuildStore builds,
            Clock clock) {
        this.builds = builds;
        this.segments = segments;
        this.vocabulary = vocabulary;
        this.fill = fill;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        segments.lockRules();
        Optional<Segment> found = segments.find(command.segmentId());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().published()) {
            return new Outcome.AlreadyPublished();
        }
        Attributes catalogue = vocabulary.attributes();
        Condition condition = TypeCheck.parse(found.get().condition(), catalogue);
        return switch (CarriedConditions.of(condition, catalogue)) {
            case CarriedConditions.Carried.No(List<Problem> reasons) ->
                    new Outcome.NotCarried(reasons);
            case CarriedConditions.Carried.Yes(SqlFace.Where where) ->
                    publish(found.get(), condition, where);
        };
    }

    private Outcome publish(Segment segment, Condition condition, SqlFace.Where where) {
        Instant now = clock.instant();
        segments.publish(segment.id(), now);
        vocabulary.forget();
        long began = System.nanoTime();
        int count = fill.handle(segment.id(), condition, where);
        long millis = (System.nanoTime() - began) / 1_000_000;
        builds.built(segment.id(), new BuildStore.Built(now, millis, fill.looked()));
        facts.append(new SegmentPublished(segment.id(), segment.version(), count, now));
        return new Outcome.Published(count);
    }
}
