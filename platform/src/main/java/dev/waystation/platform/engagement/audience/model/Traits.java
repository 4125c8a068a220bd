package dev.waystation.platform.engagement.audience.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One member's row of traits. */
public record Traits(
        long memberId,
        @Nullable LocalDate birthDate,
        String gender,
        @Nullable String city,
        @Nullable String tier,
        long points,
        LocalDate joinedOn,
        long trips12m,
        long spend12mMinor,
        @Nullable LocalDate lastTripOn,
        long visits12m,
        @Nullable LocalDate lastVisitOn,
        boolean student,
        @Nullable LocalDate studentUntil,
        boolean senior,
        List<String> tags,
        List<String> consents,
        List<String> refused,
        List<String> reachable,
        @Nullable LocalDate dueOn,
        long version) {

    public Traits {
        tags = List.copyOf(tags);
        consents = List.copyOf(consents);
        refused = List.copyOf(refused);
        reachable = List.copyOf(reachable);
    }

    /** The same member with other tags. */
    Traits withTags(List<String> others) {
        return new Traits(
                memberId,
                birthDate,
                gender,
                city,
                tier,
                points,
                joinedOn,
                trips12m,
                spend12mMinor,
                lastTripOn,
                visits12m,
                lastVisitOn,
                student,
                studentUntil,
                senior,
                others,
                consents,
                refused,
                reachable,
                dueOn,
                version);
    }

    /** The same member, to be looked at again on that day. */
    Traits dueOn(@Nullable LocalDate day) {
        return new Traits(
                memberId,
                birthDate,
                gender,
                city,
                tier,
                points,
                joinedOn,
                trips12m,
                spend12mMinor,
                lastTripOn,
                visits12m,
                lastVisitOn,
                student,
                studentUntil,
                senior,
                tags,
                consents,
                refused,
                reachable,
                day,
                version);
    }
}
