package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.messaging.model.BestHour;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.usecase.KeepRules;
import dev.waystation.platform.engagement.messaging.usecase.LearnHours;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two members, one offer each: the one whose hours are known waits for his, the other for the
 * usual.
 */
@PlatformIT
class BestHourIT {

    private static final String TEMPLATE = "best-hour";

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired KeepRules rules;
    @Autowired LearnHours learn;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WorldClock clock;
    @Autowired TransactionTemplate transaction;

    private SendRules before;

    @BeforeEach
    void waitWithAdvertisingInTheInbox() {
        templates.publish(
                new Template.Draft(
                        TEMPLATE, new Said("冬天", "Winter"), new Said("冬天来了", "Winter is here")));
        before = rules.read();
        rules.handle(
                new SendRules(
                        LocalTime.of(21, 0),
                        LocalTime.of(8, 0),
                        before.caps(),
                        before.optOutWords(),
                        new BestHour(List.of("inbox"), 10)));
    }

    @AfterEach
    void putTheRulesBack() {
        rules.handle(before);
    }

    private long member() {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("inbox", "marketing", true)),
                        "member"));
        return member;
    }

    private SendOutcome offer(long member, String purpose) {
        return outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        "inbox",
                        purpose,
                        TEMPLATE,
                        Map.of(),
                        "test",
                        null));
    }

    private static int hour(Instant at) {
        return at.atZone(VenueZone.DEFAULT).getHour();
    }

    @Test
    @Capability("CH-14")
    void advertisingWaitsForTheHourOfItsReaderOrTheUsualOne() {
        long evening = member();
        long unknown = member();
        Instant now = clock.instant();
        Instant atSeven =
                now.atZone(VenueZone.DEFAULT)
                        .toLocalDate()
                        .atTime(19, 20)
                        .atZone(VenueZone.DEFAULT)
                        .toInstant();
        transaction.executeWithoutResult(_ -> {
            for (int day = 1; day <= 4; day++) {
                learn.opened(evening, atSeven.minus(Duration.ofDays(day)));
            }
        });

        SendOutcome his = offer(evening, "marketing");
        SendOutcome theirs = offer(unknown, "marketing");
        assertThat(leaves(his, now)).isEqualTo(19);
        assertThat(leaves(theirs, now)).isEqualTo(10);
        assertThat(his.why().reasons()).extracting(Reason::code).contains("BEST_HOUR");
        if (his instanceof SendOutcome.Delayed delayed) {
            assertThat(delayed.until()).isBefore(now.plus(Duration.ofHours(36)));
        }
    }

    @Test
    void serviceMessagesDoNotWait() {
        SendOutcome outcome = offer(member(), "service");
        assertThat(outcome.why().reasons()).extracting(Reason::code).doesNotContain("BEST_HOUR");
    }

    /** In which local hour it leaves. */
    private static int leaves(SendOutcome outcome, Instant now) {
        return switch (outcome) {
            case SendOutcome.Queued _ -> hour(now);
            case SendOutcome.Delayed delayed -> hour(delayed.until());
            case SendOutcome.Withheld withheld ->
                    throw new AssertionError("withheld: " + withheld.why());
        };
    }
}
