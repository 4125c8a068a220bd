package dev.waystation.platform.engagement.outreach.triggers;

import dev.waystation.platform.engagement.audience.facts.TagAdded;
import dev.waystation.platform.engagement.audience.facts.TagRemoved;
import dev.waystation.platform.engagement.outreach.usecase.HearTags;
import dev.waystation.platform.engagement.outreach.usecase.HearTags.Heard;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Wants WeCom told of tags that changed here. */
@Component
class WhenTagsChange implements FactReader {

    private final HearTags hear;

    WhenTagsChange(HearTags hear) {
        this.hear = hear;
    }

    @Override
    public String name() {
        return "outreach.tags";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(TagAdded.class, TagRemoved.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        hear.handle(batch.stream().flatMap(each -> heard(each.fact())).toList());
    }

    private static Stream<Heard> heard(Fact fact) {
        return switch (fact) {
            case TagAdded added ->
                    Stream.of(
                            new Heard(
                                    added.memberId(),
                                    added.tag(),
                                    true,
                                    added.cause(),
                                    added.occurredAt()));
            case TagRemoved removed ->
                    Stream.of(
                            new Heard(
                                    removed.memberId(),
                                    removed.tag(),
                                    false,
                                    removed.cause(),
                                    removed.occurredAt()));
            default -> Stream.empty();
        };
    }
}
