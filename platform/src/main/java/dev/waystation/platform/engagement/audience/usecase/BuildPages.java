package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of a build, each in the transaction of the caller. */
@Component
class BuildPages {

    private static final int PAGE = 1_000;
    private static final long NANOS = 1_000_000;

    /** Up to which member it looked; the greatest number when nobody is left. */
    record Page(long last, int count) {}

    private final SegmentStore segments;
    private final BuildStore builds;
    private final LoadMembers members;
    private final FillSegment fill;
    private final Rules rules;
    private final RefreshMembers refresh;

    BuildPages(
            SegmentStore segments,
            BuildStore builds,
            LoadMembers members,
            FillSegment fill,
            Rules rules,
            RefreshMembers refresh) {
        this.segments = segments;
        this.builds = builds;
        this.members = members;
        this.fill = fill;
        this.rules = rules;
        this.refresh = refresh;
    }

    /**
     * Looks at the members after a number. They are locked, so that somebody who changes meanwhile
     * is staged by that change, after this page and not before it.
     */
    Page build(long segmentId, long after) {
        long began = System.nanoTime();
        Rules.InForce inForce = rules.hold();
        Rule<Long> rule =
                inForce.builds().stream()
                        .filter(each -> each.key() == segmentId)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("The build is gone"));
        List<Long> ids = members.ids(after, PAGE);
        List<MemberView> locked = members.lock(ids);
        rules.stage(rule, locked, inForce.catalogue());
        fill.lookAgainWhenDue(rule.condition(), locked);
        builds.looked(segmentId, ids.size(), (System.nanoTime() - began) / NANOS);
        // by what was looked for: a member who was forgotten meanwhile does not end the build
        long last = ids.size() < PAGE ? Long.MAX_VALUE : ids.getLast();
        return new Page(last, ids.size());
    }

    /**
     * Puts the built condition in force and moves exactly those whom it moves. Does nothing where
     * it is in force already: a run that was cut off after this step comes here again.
     */
    int putInForce(long segmentId, int version) {
        segments.lockRules();
        if (builds.running().stream()
                .noneMatch(each -> each.segmentId() == segmentId && each.version() == version)) {
            return 0;
        }
        Instant now = members.now();
        List<Long> moved = builds.moved(segmentId);
        builds.putInForce(segmentId, now);
        if (moved.size() > PAGE) {
            members.forgetSets();
        }
        for (int from = 0; from < moved.size(); from += PAGE) {
            Map<Long, String> causes = new HashMap<>();
            moved.subList(from, Math.min(from + PAGE, moved.size()))
                    .forEach(id -> causes.put(id, Cause.EDIT));
            refresh.handle(new RefreshMembers.Command(causes));
        }
        return moved.size();
    }
}
