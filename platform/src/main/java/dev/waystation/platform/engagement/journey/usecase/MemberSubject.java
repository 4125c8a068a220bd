package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Subject;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member as branches ask about him: what membership knows, and under {@code entry.} the values of
 * the fact that let him in. Read only when a branch asks.
 */
final class MemberSubject implements Subject {

    private static final int SENIOR_AGE = 60;

    private final Members members;
    private final long memberId;
    private final Map<String, String> entry;
    private final Instant now;
    private final ZoneId zone;
    private Optional<MemberCard> card = Optional.empty();
    private boolean asked;

    MemberSubject(
            Members members, long memberId, Map<String, String> entry, Instant now, ZoneId zone) {
        this.members = members;
        this.memberId = memberId;
        this.entry = entry;
        this.now = now;
        this.zone = zone;
    }

    @Override
    public @Nullable Object value(String path) {
        if (path.startsWith("entry.")) {
            return entry.get(path.substring("entry.".length()));
        }
        if (!asked) {
            asked = true;
            card = members.card(memberId);
        }
        return card.map(it -> of(it, path)).orElse(null);
    }

    private @Nullable Object of(MemberCard it, String path) {
        LocalDate today = now.atZone(zone).toLocalDate();
        long age = it.ageOn(today);
        return switch (path) {
            case "age" -> age;
            case "senior" -> age >= SENIOR_AGE;
            case "gender" -> it.gender();
            case "city" -> it.cityCode();
            case "verifiedStudent" -> it.verifiedStudent();
            case "joinedDaysAgo" ->
                    ChronoUnit.DAYS.between(it.joinedAt().atZone(zone).toLocalDate(), today);
            default -> null;
        };
    }
}
