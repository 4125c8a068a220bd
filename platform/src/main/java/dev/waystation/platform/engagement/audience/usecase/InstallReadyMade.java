package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.ComputedTraitStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts the ready tags and segments in place; whoever changed one keeps the change. */
@Component
class InstallReadyMade {

    private final TagStore tags;
    private final SegmentStore segments;
    private final CurrentVocabulary vocabulary;
    private final ReadyTags readyTags;
    private final ComputedTraitStore traits;
    private final Clock clock;

    InstallReadyMade(
            TagStore tags,
            SegmentStore segments,
            CurrentVocabulary vocabulary,
            ReadyTags readyTags,
            ComputedTraitStore traits,
            Clock clock) {
        this.readyTags = readyTags;
        this.traits = traits;
        this.tags = tags;
        this.segments = segments;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** Joins the transaction of the caller. */
    void install() {
        segments.lockRules();
        Instant now = clock.instant();
        readyTags.all().forEach(tags::define);
        ReadyTraits.ALL.forEach(trait -> traits.add(trait, "system", now));
        vocabulary.forget();
        ReadyMade.SEGMENTS.forEach(ready ->
                segments.insert(ready.name(), ready.condition(), now)
                        .ifPresent(id -> segments.publish(id, now)));
    }
}
