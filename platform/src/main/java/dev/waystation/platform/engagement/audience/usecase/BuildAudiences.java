package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.Audiences;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Segments for others, by the same steps as those that people write. */
@Service
class BuildAudiences implements Audiences {

    private static final int MOST_OF_A_NAME = 999;

    private final CountSegment count;
    private final DraftSegment draft;
    private final PublishSegment publish;

    BuildAudiences(CountSegment count, DraftSegment draft, PublishSegment publish) {
        this.count = count;
        this.draft = draft;
        this.publish = publish;
    }

    @Override
    public Glance glance(Map<String, Object> condition) {
        CountSegment.Counted counted = count.handle(condition);
        return new Glance(
                counted.count(),
                counted.sentence(),
                counted.waterfall().stream()
                        .map(step -> new Bar(step.code(), step.label(), step.count()))
                        .toList(),
                condition);
    }

    @Override
    @Transactional
    public long publish(Said name, Map<String, Object> condition) {
        long id = drafted(name, condition);
        if (publish.handle(new PublishSegment.Command(id))
                instanceof PublishSegment.Outcome.NotCarried refused) {
            throw new IllegalStateException(
                    "%s can't be published: %s".formatted(name.en(), refused.reasons()));
        }
        return id;
    }

    private long drafted(Said name, Map<String, Object> condition) {
        for (int n = 1; n <= MOST_OF_A_NAME; n++) {
            String number = n == 1 ? "" : " " + n;
            Said numbered = new Said(name.zh() + number, name.en() + number);
            if (draft.handle(new DraftSegment.Command(numbered, condition))
                    instanceof DraftSegment.Outcome.Drafted(long id)) {
                return id;
            }
        }
        throw new IllegalStateException("There are too many segments called " + name.en());
    }
}
