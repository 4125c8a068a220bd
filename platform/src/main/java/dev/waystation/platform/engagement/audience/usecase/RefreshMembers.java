package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Row;
import dev.waystation.platform.engagement.audience.facts.SegmentEntered;
import dev.waystation.platform.engagement.audience.facts.SegmentLeft;
import dev.waystation.platform.engagement.audience.facts.TagAdded;
import dev.waystation.platform.engagement.audience.facts.TagRemoved;
import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.model.Deed;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.model.Traits;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.RuledTags;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.Fact;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks again at members of whom something changed: totals, tags, segments and the day to look
 * again, all in the transaction of the change.
 */
@Service
public class RefreshMembers {

    /** Members, each with what happened. */
    public record Command(Map<Long, String> causes) {
        public Command {
            causes = Map.copyOf(causes);
        }
    }

    private final LoadMembers members;
    private final Rules rules;
    private final RuledTags tags;
    private final MembershipStore memberships;
    private final News news;
    private final Clock clock;

    RefreshMembers(
            LoadMembers members,
            Rules rules,
            RuledTags tags,
            MembershipStore memberships,
            News news,
            Clock clock) {
        this.members = members;
        this.rules = rules;
        this.tags = tags;
        this.memberships = memberships;
        this.news = news;
        this.clock = clock;
    }

    /** Everything decided for one member. */
    private record Change(
            Rules.InForce rules,
            String cause,
            Instant at,
            List<Fact> facts,
            List<RuledTags.Added> tags,
            List<MembershipStore.Entry> entries,
            Map<String, Explanations.Owned> whys) {}

    @Transactional
    public void handle(Command command) {
        Rules.InForce inForce = rules.hold();
        List<Long> ids = command.causes().keySet().stream().sorted().toList();
        List<MemberView> held = members.lock(ids);
        // once they are held: whoever held them until now may have moved them
        Map<Long, Set<Long>> before = memberships.ofMembers(ids);
        List<Fact> happened = new ArrayList<>();
        List<RuledTags.Added> added = new ArrayList<>();
        List<MembershipStore.Entry> entries = new ArrayList<>();
        Map<String, Explanations.Owned> whys = new HashMap<>();
        List<MemberView> refreshed = new ArrayList<>();
        for (MemberView member : held) {
            long memberId = member.traits().memberId();
            String cause = command.causes().getOrDefault(memberId, "unknown");
            Change change =
                    new Change(inForce, cause, clock.instant(), happened, added, entries, whys);
            MemberView placed =
                    place(tag(member, change), before.getOrDefault(memberId, Set.of()), change);
            refreshed.add(placed.dueOn(due(placed, inForce)));
        }
        tags.add(added);
        memberships.enter(entries);
        members.store(refreshed);
        stage(refreshed, inForce);
        tally(happened);
        news.tell(happened, whys);
    }

    private MemberView tag(MemberView member, Change change) {
        Traits traits = member.traits();
        Row row = member.row(change.rules().catalogue());
        List<String> now = new ArrayList<>(member.tags());
        for (Rule<String> rule : change.rules().tags()) {
            boolean holds = rule.compiled().test(row);
            if (holds && !now.contains(rule.key())) {
                now.add(rule.key());
                Explanation why = Told.why(rule.condition(), member, change.rules().catalogue());
                change.tags()
                        .add(
                                new RuledTags.Added(
                                        traits.memberId(),
                                        rule.key(),
                                        change.cause(),
                                        change.at(),
                                        why));
                String explanation = Explanations.freshId();
                change.whys().put(explanation, new Explanations.Owned(traits.memberId(), why));
                change.facts()
                        .add(
                                new TagAdded(
                                        traits.memberId(),
                                        rule.key(),
                                        change.cause(),
                                        explanation,
                                        change.at()));
            } else if (!holds && now.remove(rule.key())) {
                tags.remove(traits.memberId(), rule.key(), change.cause(), change.at());
                change.facts()
                        .add(
                                new TagRemoved(
                                        traits.memberId(),
                                        rule.key(),
                                        change.cause(),
                                        change.at()));
            }
        }
        return member.withTags(now);
    }

    /** Segments in their order: one that asks for another sees where the member is by then. */
    private MemberView place(MemberView tagged, Set<Long> before, Change change) {
        MemberView member = tagged;
        long memberId = member.traits().memberId();
        Row row = member.row(change.rules().catalogue());
        for (Rule<Long> rule : change.rules().segments()) {
            boolean holds = rule.compiled().test(row);
            if (holds && !before.contains(rule.key())) {
                change.entries()
                        .add(
                                new MembershipStore.Entry(
                                        rule.key(),
                                        memberId,
                                        change.cause(),
                                        change.at(),
                                        Told.why(
                                                rule.condition(),
                                                member,
                                                change.rules().catalogue())));
                change.facts()
                        .add(new SegmentEntered(rule.key(), memberId, change.cause(), change.at()));
                member = member.entered(rule.key());
                row = member.row(change.rules().catalogue());
            } else if (!holds && before.contains(rule.key())) {
                memberships.leave(rule.key(), memberId);
                change.facts()
                        .add(new SegmentLeft(rule.key(), memberId, change.cause(), change.at()));
                member = member.left(rule.key());
                row = member.row(change.rules().catalogue());
            }
        }
        return member;
    }

    /** The first day on which time alone may change a stored value, a tag or a segment. */
    static @org.jspecify.annotations.Nullable LocalDate due(
            MemberView member, Rules.InForce rules) {
        OptionalLong flip = rules.flips().next(member.times(), member.today().toEpochDay());
        OptionalLong first =
                Stream.of(flip, member.rollsOn()).flatMapToLong(OptionalLong::stream).min();
        return first.isPresent() ? LocalDate.ofEpochDay(first.getAsLong()) : null;
    }

    /** What is being built hears of changes too, also of members it has looked at. */
    private void stage(List<MemberView> refreshed, Rules.InForce inForce) {
        for (Rule<Long> build : inForce.builds()) {
            rules.stage(build, refreshed, inForce.catalogue());
        }
    }

    private void tally(List<Fact> happened) {
        Map<Long, int[]> counts = new HashMap<>();
        for (Fact fact : happened) {
            if (fact instanceof SegmentEntered entered) {
                counts.computeIfAbsent(entered.segmentId(), _ -> new int[2])[0]++;
            } else if (fact instanceof SegmentLeft left) {
                counts.computeIfAbsent(left.segmentId(), _ -> new int[2])[1]++;
            }
        }
        memberships.feed(happened.stream().flatMap(RefreshMembers::change).toList());
        LocalDate today = members.today();
        counts.forEach((segment, both) -> memberships.tally(segment, today, both[0], both[1]));
    }

    private static Stream<MembershipStore.Change> change(Fact fact) {
        return switch (fact) {
            case SegmentEntered f ->
                    Stream.of(
                            new MembershipStore.Change(
                                    0,
                                    f.segmentId(),
                                    f.memberId(),
                                    true,
                                    Cause.kind(f.cause()),
                                    f.cause(),
                                    f.occurredAt()));
            case SegmentLeft f ->
                    Stream.of(
                            new MembershipStore.Change(
                                    0,
                                    f.segmentId(),
                                    f.memberId(),
                                    false,
                                    Cause.kind(f.cause()),
                                    f.cause(),
                                    f.occurredAt()));
            default -> Stream.empty();
        };
    }

    /** The deeds conditions can ask about, by member. */
    static List<Deed> of(Map<Long, List<Deed>> deeds, Traits traits) {
        return deeds.getOrDefault(traits.memberId(), List.of());
    }
}
