package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.EarnerTraits;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.store.TierStore;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What rules may know of a member at the time of an event: the age and the tiers of that day. */
@Component
class Earners {

    private static final int SENIOR_FROM = 60;

    private final Members members;
    private final TierStore tiers;
    private final List<EarnerTraits> traits;
    private final ZoneId zone;

    Earners(Members members, TierStore tiers, List<EarnerTraits> traits, Clock clock) {
        this.members = members;
        this.tiers = tiers;
        this.traits = traits;
        this.zone = clock.getZone();
    }

    Map<String, Object> of(EarningEvent event) {
        Map<String, Object> earner = new HashMap<>();
        traits.forEach(each -> earner.putAll(each.of(event.memberId())));
        LocalDate day = LocalDate.ofInstant(event.at(), zone);
        members.profiles(event.memberId() - 1, 1).stream()
                .filter(profile -> profile.memberId() == event.memberId())
                .forEach(profile -> describe(earner, profile, day));
        earner.put("tiers", tiers.codesAt(event.memberId(), event.at()));
        // The ticket says whether this passenger travelled as a senior or a student.
        List.of("senior", "student")
                .forEach(flag -> {
                    if (event.facts().get(flag) instanceof Boolean said) {
                        earner.put(flag, said);
                    }
                });
        return earner;
    }

    private void describe(Map<String, Object> earner, MemberProfile profile, LocalDate day) {
        earner.putAll(atAge(profile.birthDate(), day));
        earner.put("city", profile.cityCode());
        LocalDate joined = LocalDate.ofInstant(profile.joinedAt(), zone);
        earner.put("joinedDays", Math.max(0, ChronoUnit.DAYS.between(joined, day)));
    }

    static Map<String, Object> atAge(LocalDate birth, LocalDate day) {
        long age = Period.between(birth, day).getYears();
        return Map.of("age", age, "senior", age >= SENIOR_FROM, "student", false);
    }
}
