package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds to a cart what conditions ask about its buyer and the moment. */
@Component
class CartOf {

    private static final int SENIOR_FROM = 60;

    private final Members members;
    private final Clock clock;

    CartOf(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    Cart of(long memberId, Cart cart) {
        Map<String, Object> facts = new HashMap<>(cart.facts());
        ZonedDateTime now = ZonedDateTime.now(clock);
        facts.put("month", (long) now.getMonthValue());
        facts.put("weekday", (long) now.getDayOfWeek().getValue());
        facts.put("hour", (long) now.getHour());
        members.card(memberId).ifPresent(card -> describe(card, now.toLocalDate(), facts));
        return new Cart(cart.currency(), cart.lines(), facts);
    }

    private void describe(MemberCard card, LocalDate today, Map<String, Object> facts) {
        int age = card.ageOn(today);
        facts.put("age", (long) age);
        facts.put("senior", age >= SENIOR_FROM);
        facts.put("student", card.verifiedStudent());
        facts.put("birthMonth", (long) card.birthDate().getMonthValue());
        facts.put(
                "joinedDaysAgo",
                ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(card.joinedAt(), clock.getZone()), today));
    }
}
