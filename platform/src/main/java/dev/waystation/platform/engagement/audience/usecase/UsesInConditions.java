package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.TagUse;
import dev.waystation.platform.engagement.audience.TagUses;
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Segments, drafts too, and rules of tags that ask for tags. */
@Component
class UsesInConditions implements TagUses {

    private static final int ALL = 10_000;

    private final SegmentStore segments;
    private final TagStore tags;

    UsesInConditions(SegmentStore segments, TagStore tags) {
        this.segments = segments;
        this.tags = tags;
    }

    @Override
    public List<TagUse> uses() {
        List<TagUse> uses = new ArrayList<>();
        segments.list(Long.MAX_VALUE, ALL)
                .forEach(segment ->
                        TagUse.asked(segment.condition())
                                .forEach(tag ->
                                        uses.add(
                                                new TagUse(
                                                        tag,
                                                        "segment",
                                                        PublicId.encode("seg", segment.id()),
                                                        segment.name()))));
        for (Definition<String> rule : tags.definitions()) {
            TagUse.asked(rule.condition())
                    .forEach(tag -> uses.add(new TagUse(tag, "tag", rule.key(), rule.name())));
        }
        return uses;
    }
}
