package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.MemberSegment;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.model.Segment;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.OverlapRows;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Live segments as the tables keep them. */
@Service
class StoredSegments implements Segments {

    private final SegmentStore segments;
    private final MembershipStore memberships;
    private final OverlapRows overlaps;
    private final AskRules reasons;

    StoredSegments(
            SegmentStore segments,
            MembershipStore memberships,
            OverlapRows overlaps,
            AskRules reasons) {
        this.segments = segments;
        this.memberships = memberships;
        this.overlaps = overlaps;
        this.reasons = reasons;
    }

    @Override
    public boolean contains(long segmentId, long memberId) {
        return memberships.contains(segmentId, memberId);
    }

    @Override
    public Explanation explain(long segmentId, long memberId) {
        Optional<Segment> segment = segments.find(segmentId);
        AskRules.Teller teller = reasons.of(memberId);
        if (segment.isEmpty() || teller.unknown()) {
            return Explanation.of(new Said("没有这个人群或会员。", "There is no such segment or member."));
        }
        if (segment.get().list()) {
            return Explanation.of(
                    contains(segmentId, memberId)
                            ? new Said("在名单中。", "On the list.")
                            : new Said("不在名单中。", "Not on the list."));
        }
        return teller.now(segment.get().condition());
    }

    @Override
    public List<Long> members(long segmentId, long after, int limit) {
        return memberships.page(segmentId, after, limit);
    }

    @Override
    public long count(long segmentId) {
        return memberships.count(segmentId);
    }

    @Override
    public List<MemberSegment> ofMember(long memberId) {
        AskRules.Teller teller = reasons.of(memberId);
        return memberships.ofMember(memberId).stream()
                .map(in ->
                        new MemberSegment(
                                in.id(),
                                in.name(),
                                in.since(),
                                teller.tell(in.why(), condition(in.id()))))
                .toList();
    }

    private @Nullable Map<String, Object> condition(String segmentId) {
        return segments.find(PublicId.decode("seg", segmentId))
                .filter(segment -> !segment.list())
                .map(Segment::condition)
                .orElse(null);
    }

    @Override
    public Optional<Said> name(long segmentId) {
        return segments.find(segmentId).map(Segment::name);
    }

    @Override
    public Map<Long, Said> names(Collection<Long> segmentIds) {
        return segments.names(segmentIds);
    }

    @Override
    public List<Named> find(String text, int limit) {
        return segments.search(text, limit).stream()
                .map(found -> new Named(found.id(), found.name(), found.published()))
                .toList();
    }

    @Override
    public Reach reach(long segmentId, Way way) {
        return overlaps.reach(segmentId, way);
    }

    @Override
    public List<Long> behind(Barrier barrier, long segmentId, Way way, long after, int limit) {
        return overlaps.behind(barrier, segmentId, way, after, limit);
    }

    @Override
    public Optional<Long> named(String nameZh) {
        return segments.named(nameZh);
    }
}
