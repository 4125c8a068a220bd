package dev.waystation.platform.members.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a verified student showed.
 *
 * @param school null where the verification is from before evidence was kept
 * @param from day of entry; null as above
 * @param until last day on which the verification holds
 * @param homeCity where the family lives; null as above, and the lower fare then holds everywhere
 */
public record Studies(
        @Nullable String school,
        @Nullable LocalDate from,
        LocalDate until,
        @Nullable String homeCity,
        @Nullable String schoolCity) {

    public boolean on(LocalDate day) {
        return !day.isAfter(until) && (from == null || !day.isBefore(from));
    }

    /** Whether a journey leads from home to school or back. */
    public boolean between(String oneCity, String otherCity) {
        return homeCity == null
                || (homeCity.equals(oneCity) && otherCity.equals(schoolCity))
                || (homeCity.equals(otherCity) && oneCity.equals(schoolCity));
    }
}
