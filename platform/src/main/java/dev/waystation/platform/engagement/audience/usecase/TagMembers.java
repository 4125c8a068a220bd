package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.facts.MembersTagged;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets a tag by hand on members named one by one, or on everybody in a segment now. */
@Service
public class TagMembers {

    private static final int PAGE = 1_000;

    /** Which tag, on with which value or off, on whom, by whom and what for. */
    public record Command(
            String tag,
            boolean adds,
            @Nullable String value,
            List<Long> members,
            @Nullable Long segmentId,
            String by,
            String reason) {
        public Command {
            members = List.copyOf(members);
            Malformed.require(
                    members.isEmpty() != (segmentId == null),
                    "members",
                    members,
                    "name members, or one segment");
            Malformed.require(
                    members.size() <= PAGE,
                    "members",
                    members.size(),
                    "name at most 1,000 at once");
            Malformed.require(!reason.isBlank(), "reason", reason, "say what it is for");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Done(long members) implements Outcome {}

        record Unknown() implements Outcome {}

        record FollowsItsRule() implements Outcome {}
    }

    private final TagStore tags;
    private final MembershipStore memberships;
    private final ChangeTags change;
    private final FactLog facts;
    private final Clock clock;

    TagMembers(
            TagStore tags,
            MembershipStore memberships,
            ChangeTags change,
            FactLog facts,
            Clock clock) {
        this.tags = tags;
        this.memberships = memberships;
        this.change = change;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<TagStore.Tag> tag = tags.find(command.tag());
        if (tag.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!tag.get().isSetByHand()) {
            return new Outcome.FollowsItsRule();
        }
        if (command.adds()) {
            tag.get().kind().parse(command.value(), tag.get().values());
        }
        Long segment = command.segmentId();
        if (segment == null) {
            apply(command, command.members());
            return done(command, command.members().size());
        }
        long count = 0;
        List<Long> page = memberships.page(segment, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            apply(command, page);
            count += page.size();
            page = memberships.page(segment, page.getLast(), PAGE);
        }
        return done(command, count);
    }

    private Outcome done(Command command, long count) {
        facts.append(
                new MembersTagged(
                        command.tag(),
                        command.adds(),
                        count,
                        command.by(),
                        command.reason(),
                        clock.instant()));
        return new Outcome.Done(count);
    }

    private void apply(Command command, List<Long> members) {
        Explanation why =
                Explanation.of(
                        new Said("人工设置：" + command.reason(), "Set by hand: " + command.reason()));
        change.handle(
                members.stream()
                        .map(id ->
                                new TagChange(
                                        id,
                                        command.tag(),
                                        command.adds(),
                                        command.value(),
                                        command.by(),
                                        why))
                        .toList());
    }
}
