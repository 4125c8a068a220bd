package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.ModelTags.Verdict;
import dev.waystation.platform.engagement.audience.facts.TagAdded;
import dev.waystation.platform.engagement.audience.facts.TagRemoved;
import dev.waystation.platform.engagement.audience.model.Traits;
import dev.waystation.platform.engagement.audience.store.ModelTagStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.Fact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sets what a model says; what follows for segments is looked at in the same transaction. */
@Component
class PutVerdicts {

    private final SegmentStore rules;
    private final TraitStore traits;
    private final ModelTagStore store;
    private final RefreshMembers refresh;
    private final News news;
    private final Clock clock;

    PutVerdicts(
            SegmentStore rules,
            TraitStore traits,
            ModelTagStore store,
            RefreshMembers refresh,
            News news,
            Clock clock) {
        this.rules = rules;
        this.traits = traits;
        this.store = store;
        this.refresh = refresh;
        this.news = news;
        this.clock = clock;
    }

    int handle(String tag, String by, long after, long upTo, List<Verdict> verdicts) {
        rules.holdRules(); // before any row of a member, as whoever changes a rule does
        Instant now = clock.instant();
        ModelTagStore.Moved moved = store.put(tag, by, after, upTo, held(verdicts), now);
        List<Fact> facts = new ArrayList<>();
        Map<String, Explanations.Owned> whys = new HashMap<>();
        Map<Long, String> causes = new HashMap<>();
        for (Verdict verdict : verdicts) {
            if (moved.added().contains(verdict.memberId())) {
                String why = Explanations.freshId();
                whys.put(why, new Explanations.Owned(verdict.memberId(), verdict.why()));
                facts.add(new TagAdded(verdict.memberId(), tag, by, why, now));
                causes.put(verdict.memberId(), "TagAdded");
            }
        }
        moved.ended().stream()
                .filter(member -> !moved.added().contains(member))
                .forEach(member -> {
                    facts.add(new TagRemoved(member, tag, by, now));
                    causes.put(member, "TagRemoved");
                });
        news.tell(facts, whys);
        if (!causes.isEmpty()) {
            refresh.handle(new RefreshMembers.Command(causes));
        }
        return causes.size();
    }

    /** Of those who are members still, held until the transaction ends. */
    private List<Verdict> held(List<Verdict> verdicts) {
        Set<Long> there =
                traits.lock(verdicts.stream().map(Verdict::memberId).toList()).stream()
                        .map(Traits::memberId)
                        .collect(Collectors.toSet());
        return verdicts.stream().filter(each -> there.contains(each.memberId())).toList();
    }
}
