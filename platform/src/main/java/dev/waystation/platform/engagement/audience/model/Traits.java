package dev.waystation.platform.engagement.audience.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One member's row of traits, as it is stored. */
public record Traits(
        long memberId,
        @Nullable LocalDate birthDate,
        String gender,
        @Nullable String city,
        @Nullable String tier,
        long points,
        LocalDate joinedOn,
        @Nullable LocalDate studentUntil,
        Totals totals,
        List<String> tags,
        List<String> consents,
        List<String> refused,
        List<String> reachable,
        @Nullable LocalDate dueOn,
        Map<String, Object> extras,
        Map<String, Object> derived,
        long version) {

    public Traits {
        tags = List.copyOf(tags);
        consents = List.copyOf(consents);
        refused = List.copyOf(refused);
        reachable = List.copyOf(reachable);
        extras = Map.copyOf(extras);
        derived = Map.copyOf(derived);
    }
}
