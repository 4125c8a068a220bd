package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Effect;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.journey.model.Deeds;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.DeedRows;
import dev.waystation.platform.engagement.journey.store.TaskRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.loyalty.TierGrants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets tags and attributes, grants tiers and writes tasks, in the transaction of the step. Each is
 * claimed by passage and node first, so a step that is walked again does nothing again.
 */
@Component
class DoDeeds {

    private final DeedRows deeds;
    private final Tags tags;
    private final TierGrants tiers;
    private final TaskRows tasks;
    private final Phrases phrases;
    private final Clock clock;

    DoDeeds(
            DeedRows deeds,
            Tags tags,
            TierGrants tiers,
            TaskRows tasks,
            Phrases phrases,
            Clock clock) {
        this.deeds = deeds;
        this.tags = tags;
        this.tiers = tiers;
        this.tasks = tasks;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** A deed on its way: {@link Effect.Do} or {@link Effect.ChangeTag}. */
    record Deed(Enrolment of, Effect effect, String source, Explanation why) {

        String kind() {
            return effect instanceof Effect.Do act ? act.kind() : Deeds.TAG;
        }

        DeedRows.Step step() {
            return new DeedRows.Step(of.enrolmentId(), effect.node());
        }

        TagChange tag(String code, boolean adds, @Nullable String value) {
            return new TagChange(of.memberId(), code, adds, value, source, why);
        }
    }

    /** What became of each, by the reference of its step; of tags nothing is said. */
    Map<UUID, StepAnswer> handle(List<Deed> wanted) {
        Instant now = clock.instant();
        Set<DeedRows.Step> fresh = deeds.take(wanted.stream().map(DoDeeds::claim).toList(), now);
        var answers = new HashMap<UUID, StepAnswer>();
        var changes = new ArrayList<TagChange>();
        var written = new ArrayList<TaskRows.Wanted>();
        // whoever grants tiers locks members, so all do it in one order
        wanted.stream()
                .filter(deed -> fresh.contains(deed.step()))
                .sorted(Comparator.comparingLong(deed -> deed.of().memberId()))
                .forEach(deed -> {
                    switch (deed.effect()) {
                        case Effect.ChangeTag tag ->
                                changes.add(deed.tag(tag.tag(), tag.adds(), null));
                        case Effect.Do act ->
                                answers.put(
                                        deed.of().effectReference(act.node()),
                                        switch (act.kind()) {
                                            case Deeds.ATTRIBUTE -> attribute(deed, act, changes);
                                            case Deeds.TIER -> tier(deed, act, now);
                                            default -> task(deed, act, written);
                                        });
                        default -> throw new IllegalStateException("No deed: " + deed.effect());
                    }
                });
        if (!changes.isEmpty()) {
            tags.change(changes);
        }
        tasks.add(written, now);
        return answers;
    }

    private static DeedRows.Claim claim(Deed deed) {
        return new DeedRows.Claim(
                deed.of().memberId(), deed.of().enrolmentId(), deed.effect().node(), deed.kind());
    }

    private StepAnswer attribute(Deed deed, Effect.Do act, List<TagChange> changes) {
        String tag = with(act, "tag");
        String from = with(act, "from");
        String value = from.isEmpty() ? with(act, "value") : deed.of().context().get(from);
        String given = value == null || value.isEmpty() ? null : value;
        if (!tags.takes(tag, given)) {
            return refused("VALUE_DOES_NOT_FIT");
        }
        changes.add(deed.tag(tag, true, given));
        String said = given == null ? tag : tag + " = " + given;
        return StepAnswer.done(new Said("已写入 " + said, "Set " + said));
    }

    private StepAnswer tier(Deed deed, Effect.Do act, Instant now) {
        String club = with(act, "club");
        String tier = with(act, "tier");
        if (!tiers.knows(club, tier)) {
            return refused("TIER_IS_UNKNOWN");
        }
        Optional<String> no =
                tiers.grant(
                        new TierGrants.Wanted(
                                deed.of().memberId(),
                                club,
                                tier,
                                now.plus(Duration.ofDays(Long.parseLong(with(act, "days")))),
                                deed.source(),
                                deed.source()));
        return no.map(this::refused)
                .orElseGet(() -> StepAnswer.done(new Said("等级已授予", "The member has the tier")));
    }

    private static StepAnswer task(Deed deed, Effect.Do act, List<TaskRows.Wanted> written) {
        LocalDate due =
                LocalDate.ofInstant(act.at(), VenueZone.DEFAULT)
                        .plusDays(Long.parseLong(with(act, "dueDays")));
        Enrolment of = deed.of();
        written.add(
                new TaskRows.Wanted(
                        of.memberId(),
                        of.enrolmentId(),
                        of.journeyId(),
                        act.node(),
                        filled(with(act, "title"), of.context()),
                        filled(with(act, "detail"), of.context()),
                        with(act, "team"),
                        due));
        return StepAnswer.done(new Said("任务到 " + due, "The task is due on " + due));
    }

    /** A task may name what the member brought along, as texts do. */
    private static String filled(String text, Map<String, String> values) {
        String full = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            full = full.replace("{" + value.getKey() + "}", value.getValue());
        }
        return full;
    }

    private static String with(Effect.Do act, String name) {
        return act.with().getOrDefault(name, "");
    }

    private StepAnswer refused(String code) {
        return StepAnswer.withheld("DEED_REFUSED", phrases.say(code, Map.of()));
    }
}
