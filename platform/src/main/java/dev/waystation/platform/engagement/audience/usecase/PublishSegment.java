package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.TimeToFlip;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.Problem;
import dev.waystation.condition.SqlFace;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.engagement.audience.facts.SegmentPublished;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Segment;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.audience.store.SeedStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a draft live: fills its members from the database in one statement, then lets facts and the
 * calendar carry them. A condition the database can't carry is refused here, with every reason.
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

    private record Due(long memberId, LocalDate dueOn) {}

    private static final int PAGE = 2_000;
    private static final String CAUSE = "published";

    private final SegmentStore segments;
    private final CurrentVocabulary vocabulary;
    private final RecountStore recount;
    private final LoadMembers members;
    private final SeedStore bulk;
    private final FactLog facts;

    PublishSegment(
            SegmentStore segments,
            CurrentVocabulary vocabulary,
            RecountStore recount,
            LoadMembers members,
            SeedStore bulk,
            FactLog facts) {
        this.segments = segments;
        this.vocabulary = vocabulary;
        this.recount = recount;
        this.members = members;
        this.bulk = bulk;
        this.facts = facts;
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
        Instant now = members.now();
        Attributes catalogue = vocabulary.attributes();
        Condition condition = TypeCheck.parse(found.get().condition(), catalogue);
        return switch (SqlFace.compile(condition, catalogue, Vocabulary.SQL)) {
            case Face.Refused<SqlFace.Where>(List<Problem> reasons) ->
                    new Outcome.NotCarried(reasons);
            case Face.Carried<SqlFace.Where>(SqlFace.Where where) -> {
                int count =
                        recount.fillSegment(
                                command.segmentId(), where, members.today(), now, CAUSE);
                segments.publish(command.segmentId(), now);
                lookAgainWhenDue(condition);
                facts.append(
                        new SegmentPublished(
                                command.segmentId(), found.get().version(), count, now));
                yield new Outcome.Published(count);
            }
        };
    }

    private void lookAgainWhenDue(Condition condition) {
        long after = Long.MIN_VALUE;
        List<MemberView> page;
        do {
            page = members.page(after, PAGE);
            List<Due> sooner = new ArrayList<>();
            for (MemberView member : page) {
                after = member.traits().memberId();
                OptionalLong flip =
                        TimeToFlip.next(
                                condition,
                                Vocabulary.READINGS,
                                member.times(),
                                member.today().toEpochDay());
                LocalDate known = member.traits().dueOn();
                if (flip.isPresent() && (known == null || flip.getAsLong() < known.toEpochDay())) {
                    sooner.add(new Due(after, LocalDate.ofEpochDay(flip.getAsLong())));
                }
            }
            bulk.due(sooner);
        } while (page.size() == PAGE);
    }
}
