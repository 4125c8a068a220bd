package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Sentence;
import dev.waystation.platform.engagement.audience.model.Segment;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Segments as screens show them. */
@Service
public class ListSegments {

    /** One segment; drafts have neither count nor days. */
    public record View(
            String id,
            Said name,
            String state,
            int version,
            Map<String, Object> condition,
            Said sentence,
            @Nullable Long count,
            @Nullable Instant countedAt,
            Instant updatedAt,
            List<MembershipStore.Day> daily,
            @Nullable Building building,
            BuildStore.@Nullable Built built) {}

    /**
     * A condition in the making, or one that could not be made and why.
     *
     * @param looked at how many members so far, of so many
     */
    public record Building(
            int version,
            Map<String, Object> condition,
            Instant startedAt,
            @Nullable Instant failedAt,
            @Nullable String failure,
            long looked,
            long universe) {}

    private static final int DAYS = 14;

    private final SegmentStore segments;
    private final MembershipStore memberships;
    private final ReadConditions read;
    private final CurrentVocabulary vocabulary;
    private final LoadMembers members;
    private final BuildStore builds;

    ListSegments(
            SegmentStore segments,
            MembershipStore memberships,
            ReadConditions read,
            CurrentVocabulary vocabulary,
            LoadMembers members,
            BuildStore builds) {
        this.segments = segments;
        this.memberships = memberships;
        this.read = read;
        this.vocabulary = vocabulary;
        this.members = members;
        this.builds = builds;
    }

    /** Newest first, before a number. */
    public List<View> list(long before, int limit) {
        return segments.list(before, limit).stream().map(this::view).toList();
    }

    public Optional<View> find(long id) {
        return segments.find(id).map(this::view);
    }

    /** Members of a published segment, in the order of numbers. */
    public List<Long> members(long segmentId, long after, int limit) {
        return memberships.page(segmentId, after, limit);
    }

    private Said sentence(Segment segment) {
        return segment.list()
                ? new Said("名单：成员不会自己变化。", "A list: its members do not move by themselves.")
                : Told.said(Sentence.of(read.stored(segment.condition()), vocabulary.attributes()));
    }

    private View view(Segment segment) {
        boolean live = segment.published();
        return new View(
                PublicId.encode("seg", segment.id()),
                segment.name(),
                live ? "published" : "draft",
                segment.version(),
                segment.condition(),
                sentence(segment),
                live ? memberships.count(segment.id()) : null,
                live ? members.now() : null,
                segment.updatedAt(),
                live ? memberships.days(segment.id(), members.today().minusDays(DAYS)) : List.of(),
                live ? building(segment.id()) : null,
                live ? builds.lastBuilt(segment.id()).orElse(null) : null);
    }

    private @Nullable Building building(long segmentId) {
        return builds.find(segmentId)
                .map(build ->
                        new Building(
                                build.version(),
                                build.condition(),
                                build.startedAt(),
                                build.failedAt(),
                                build.failure(),
                                build.looked(),
                                members.universe()))
                .orElse(null);
    }
}
