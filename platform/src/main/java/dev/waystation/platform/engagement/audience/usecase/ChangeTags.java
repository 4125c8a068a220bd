package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.facts.TagAdded;
import dev.waystation.platform.engagement.audience.facts.TagRemoved;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Sets tags by hand; what follows for segments is looked at in the same transaction. */
@Component
class ChangeTags {

    private final TraitStore traits;
    private final TagStore tags;
    private final HoldMembers hold;
    private final RefreshMembers refresh;
    private final News news;
    private final Clock clock;

    ChangeTags(
            TraitStore traits,
            TagStore tags,
            HoldMembers hold,
            RefreshMembers refresh,
            News news,
            Clock clock) {
        this.traits = traits;
        this.tags = tags;
        this.hold = hold;
        this.refresh = refresh;
        this.news = news;
        this.clock = clock;
    }

    void handle(List<TagChange> wanted) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VenueZone.DEFAULT);
        SortedMap<Long, LocalDate> days = new TreeMap<>();
        wanted.forEach(change -> days.put(change.memberId(), today));
        Map<Long, Long> stay = hold.handle(days);
        List<TagChange> changes =
                wanted.stream()
                        .map(change ->
                                change.of(stay.getOrDefault(change.memberId(), change.memberId())))
                        .toList();
        List<Fact> facts = new ArrayList<>();
        Map<String, Explanations.Owned> whys = new HashMap<>();
        Map<Long, String> causes = new HashMap<>();
        changes.stream()
                .sorted(Comparator.comparingLong(TagChange::memberId))
                .filter(change -> apply(change, now))
                .forEach(change -> {
                    facts.add(fact(change, now, whys));
                    causes.put(change.memberId(), change.adds() ? "TagAdded" : "TagRemoved");
                });
        news.tell(facts, whys);
        if (!causes.isEmpty()) {
            refresh.handle(new RefreshMembers.Command(causes));
        }
    }

    private boolean apply(TagChange change, Instant now) {
        boolean changed =
                change.adds()
                        ? set(change, now)
                        : tags.remove(change.memberId(), change.tag(), change.by(), now);
        if (changed) {
            traits.setTag(change.memberId(), change.tag(), change.adds());
        }
        return changed;
    }

    /** Another value ends the stretch with the old one and begins a new one. */
    private boolean set(TagChange change, Instant now) {
        Object value =
                tags.find(change.tag())
                        .map(tag -> tag.kind().parse(change.value(), tag.values()))
                        .orElse(null);
        Object carried = tags.value(change.memberId(), change.tag());
        if (value != null && carried != null && !value.equals(carried)) {
            tags.remove(change.memberId(), change.tag(), change.by(), now);
        }
        return tags.add(change.memberId(), change.tag(), value, change.by(), now, change.why());
    }

    private static Fact fact(TagChange change, Instant now, Map<String, Explanations.Owned> whys) {
        if (!change.adds()) {
            return new TagRemoved(change.memberId(), change.tag(), change.by(), now);
        }
        String why = Explanations.freshId();
        whys.put(why, new Explanations.Owned(change.memberId(), change.why()));
        return new TagAdded(change.memberId(), change.tag(), change.by(), why, now);
    }
}
