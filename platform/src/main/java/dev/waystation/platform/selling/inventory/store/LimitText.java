package dev.waystation.platform.selling.inventory.store;

import dev.waystation.release.Bucket;
import dev.waystation.release.Cap;
import dev.waystation.release.LimitSet;
import dev.waystation.release.Selector;
import dev.waystation.release.TripPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Limits as they stand in the journal: flat JSON that a later version can still read. */
@Component
class LimitText {

    record WrittenMembers(String trips, Set<String> groups, Set<String> channels) {}

    record WrittenBucket(
            String code,
            WrittenMembers members,
            boolean usesLower,
            int fromLeg,
            int toLeg,
            int opened) {}

    record WrittenCap(String code, WrittenMembers members, int seats) {}

    record WrittenLimits(
            String origin,
            List<WrittenBucket> buckets,
            List<WrittenCap> caps,
            @Nullable String nextOpening) {}

    private final JsonMapper json;

    LimitText(JsonMapper json) {
        this.json = json;
    }

    String write(LimitSet limits) {
        List<WrittenBucket> buckets = new ArrayList<>();
        for (int i = 0; i < limits.buckets().size(); i++) {
            Bucket bucket = limits.buckets().get(i);
            buckets.add(
                    new WrittenBucket(
                            bucket.code(),
                            written(bucket.members()),
                            bucket.usesLower(),
                            bucket.fromLeg(),
                            bucket.toLeg(),
                            limits.opened().get(i)));
        }
        List<WrittenCap> caps =
                limits.caps().stream()
                        .map(cap -> new WrittenCap(cap.code(), written(cap.members()), cap.seats()))
                        .toList();
        Instant next = limits.nextOpening();
        return json.writeValueAsString(
                new WrittenLimits(
                        limits.origin(), buckets, caps, next == null ? null : next.toString()));
    }

    LimitSet read(String text) {
        WrittenLimits written = json.readValue(text, WrittenLimits.class);
        String next = written.nextOpening();
        return new LimitSet(
                written.origin(),
                written.buckets().stream()
                        .map(bucket ->
                                new Bucket(
                                        bucket.code(),
                                        read(bucket.members()),
                                        bucket.usesLower(),
                                        bucket.fromLeg(),
                                        bucket.toLeg()))
                        .toList(),
                written.buckets().stream().map(WrittenBucket::opened).toList(),
                written.caps().stream()
                        .map(cap -> new Cap(cap.code(), read(cap.members()), cap.seats()))
                        .toList(),
                next == null ? null : Instant.parse(next));
    }

    private static WrittenMembers written(Selector members) {
        return new WrittenMembers(
                members.trips().text(),
                new TreeSet<>(members.groups()),
                new TreeSet<>(members.channels()));
    }

    private static Selector read(WrittenMembers members) {
        return new Selector(
                TripPattern.parse(members.trips()), members.groups(), members.channels());
    }
}
