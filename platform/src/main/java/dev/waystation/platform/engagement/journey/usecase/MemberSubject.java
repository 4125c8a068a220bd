package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Subject;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.members.membership.MemberProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member as branches ask about him: who he is from membership, which knows it first; tier,
 * points, tags and behaviour from the audience; and under {@code entry.} the values of the fact
 * that let him in. Read only when a branch asks.
 */
final class MemberSubject implements Subject {

    private static final int SENIOR_AGE = 60;

    private final Company company;
    private final Attributes catalogue;
    private final Enrolment enrolment;
    private final Instant now;
    private final ZoneId zone;

    MemberSubject(
            Company company, Attributes catalogue, Enrolment enrolment, Instant now, ZoneId zone) {
        this.company = company;
        this.catalogue = catalogue;
        this.enrolment = enrolment;
        this.now = now;
        this.zone = zone;
    }

    @Override
    public @Nullable Object value(String path) {
        Optional<Attribute> declared = catalogue.find(path);
        if (declared.isEmpty()) {
            return null;
        }
        if (path.startsWith("entry.")) {
            String text = enrolment.context().get(path.substring("entry.".length()));
            return text == null ? null : typed(declared.get().kind(), text);
        }
        Object own = company.profile(enrolment.memberId()).map(it -> of(it, path)).orElse(null);
        return own != null ? own : portrait().map(it -> it.value(path)).orElse(null);
    }

    @Override
    public long times(Condition.Did did) {
        return portrait().map(it -> it.times(did)).orElse(0L);
    }

    private static Object typed(Kind kind, String text) {
        return switch (kind) {
            case WHOLE, PLACE -> Long.valueOf(text);
            case FLAG -> Boolean.valueOf(text);
            case TEXT, TEXTS -> text;
        };
    }

    private Optional<Subject> portrait() {
        return company.portrait(enrolment.memberId());
    }

    private @Nullable Object of(MemberProfile it, String path) {
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
