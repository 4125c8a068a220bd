package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.TimeToFlip;
import dev.waystation.condition.Condition;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.engagement.audience.facts.SegmentEntered;
import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.model.Extra;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.audience.store.SeedStore;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Fills a segment with everybody who meets its condition now, and says so member by member. */
@Component
class FillSegment {

    private record Due(long memberId, LocalDate dueOn) {}

    private static final int PAGE = 2_000;

    private final RecountStore recount;
    private final MembershipStore memberships;
    private final LoadMembers members;
    private final SeedStore bulk;
    private final FactLog facts;

    FillSegment(
            RecountStore recount,
            MembershipStore memberships,
            LoadMembers members,
            SeedStore bulk,
            FactLog facts) {
        this.recount = recount;
        this.memberships = memberships;
        this.members = members;
        this.bulk = bulk;
        this.facts = facts;
    }

    /** In the transaction of the caller, who holds the rules; answers how many are in. */
    int handle(long segmentId, Condition condition, SqlFace.Where where) {
        Instant now = members.now();
        int count = recount.fillSegment(segmentId, where, members.today(), now, Cause.PUBLISHED);
        tell(segmentId, now);
        lookAgainWhenDue(condition);
        members.forgetSets();
        return count;
    }

    /** At how many members a filling looks. */
    long looked() {
        return members.universe();
    }

    private void tell(long segmentId, Instant now) {
        List<Long> page = memberships.page(segmentId, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            facts.append(
                    page.stream()
                            .map(id -> new SegmentEntered(segmentId, id, Cause.PUBLISHED, now))
                            .toList());
            page = memberships.page(segmentId, page.getLast(), PAGE);
        }
    }

    private void lookAgainWhenDue(Condition condition) {
        long after = Long.MIN_VALUE;
        List<MemberView> page;
        do {
            page = members.page(after, PAGE);
            lookAgainWhenDue(condition, page);
            after = page.isEmpty() ? after : page.getLast().traits().memberId();
        } while (page.size() == PAGE);
    }

    /** Looks at these members no later than the day on which the condition turns by itself. */
    void lookAgainWhenDue(Condition condition, List<MemberView> page) {
        List<Due> sooner = new ArrayList<>();
        TimeToFlip flips = TimeToFlip.of(List.of(condition), Extra::reading);
        for (MemberView member : page) {
            OptionalLong flip = flips.next(member.times(), member.today().toEpochDay());
            LocalDate known = member.dueOn();
            if (flip.isPresent() && (known == null || flip.getAsLong() < known.toEpochDay())) {
                sooner.add(
                        new Due(
                                member.traits().memberId(),
                                LocalDate.ofEpochDay(flip.getAsLong())));
            }
        }
        bulk.due(sooner);
    }
}
