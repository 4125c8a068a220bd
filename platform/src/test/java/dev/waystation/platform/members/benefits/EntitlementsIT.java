package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.UseOutcome.UseRefusal;
import dev.waystation.platform.members.benefits.model.Period;
import dev.waystation.platform.members.benefits.model.Recurring;
import dev.waystation.platform.members.benefits.usecase.GivePacks;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class EntitlementsIT {

    @Autowired Entitlements entitlements;
    @Autowired ShowRewards show;
    @Autowired GivePacks packs;
    @Autowired Members members;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;

    private final long member = Campaigns.somebody();

    @Test
    @Capability("L51")
    void aBenefitOfATierPassPackOrPersonHasItsQuotaResetAndValidity() {
        for (String source : List.of("tier:gold", "pass:7", "pack:summer", "person")) {
            String token = granted(source, 2, Period.DAY, 3);
            assertThat(use(token)).isEqualTo("1 left");
            assertThat(use(token)).isEqualTo("0 left");
            assertThat(use(token)).isEqualTo("ENTITLEMENT_QUOTA_IS_USED");
        }
        String daily = granted("tier:silver", 1, Period.DAY, 2);
        assertThat(use(daily)).isEqualTo("0 left");
        clock.advance(Duration.ofDays(1));
        assertThat(use(daily)).as("a new day, a new turn").isEqualTo("0 left");
        clock.advance(Duration.ofDays(1));
        assertThat(use(daily)).isEqualTo("ENTITLEMENT_HAS_EXPIRED");
        String recalled = granted("tier:lost", 1, Period.TERM, 30);
        assertThat(entitlements.recall(member, "tier:lost")).isEqualTo(1);
        assertThat(use(recalled)).isEqualTo("ENTITLEMENT_WAS_RECALLED");
    }

    @Test
    @Capability("L52")
    void aUseToldTwiceIsOneAndOfTwoOfflineDevicesTheFirstToTellWins() {
        String token = granted("person", 1, Period.DAY, 5);
        Instant morning = clock.instant();
        EntitlementUse south = new EntitlementUse(UUID.randomUUID(), token, "south gate", morning);
        EntitlementUse north =
                new EntitlementUse(UUID.randomUUID(), token, "north gate", morning.minusSeconds(5));
        clock.advance(Duration.ofHours(3));
        assertThat(entitlements.use(south)).isInstanceOf(UseOutcome.Used.class);
        assertThat(((UseOutcome.Used) entitlements.use(south)).repeated()).isTrue();
        UseOutcome.Refused late = (UseOutcome.Refused) entitlements.use(north);
        assertThat(late.code()).isEqualTo(UseRefusal.ENTITLEMENT_QUOTA_IS_USED);
        assertThat(late.values()).containsEntry("place", "south gate");
        assertThat(use(token.substring(0, token.length() - 2) + "AA"))
                .isEqualTo("TOKEN_IS_NOT_OURS");
    }

    @Test
    @Capability("L52")
    void ofManyGatesAtTheSameInstantOnlyTheQuotaLetsIn() throws Exception {
        String token = granted("person", 3, Period.TERM, 5);
        int in = 0;
        try (ExecutorService gates = Executors.newFixedThreadPool(16)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                answers.add(gates.submit(() -> use(token)));
            }
            for (Future<String> answer : answers) {
                in += answer.get().endsWith("left") ? 1 : 0;
            }
        }
        assertThat(in).isEqualTo(3);
    }

    @Test
    @Capability("L53")
    void newcomersGetTheirPackOnceAndBirthdaysComeOncePerYear() {
        LocalDate today = LocalDate.now(clock);
        long newcomer = members.register(People.born(today.minusYears(30))).value();
        pump.drain();
        packs.catchUp();
        assertThat(sources(newcomer)).contains("pack:newcomer");
        assertThat(packs.give(newcomer, "newcomer", "once", today)).isFalse();
        assertThat(entitlements.givePack(newcomer, "birthday", "2031")).isTrue();
        assertThat(entitlements.givePack(newcomer, "birthday", "2031")).isFalse();
        clock.advance(Duration.ofDays(1));
        long born = members.register(People.born(LocalDate.now(clock).minusYears(20))).value();
        packs.catchUp();
        packs.catchUp();
        assertThat(sources(born)).containsOnlyOnce("pack:birthday");
    }

    @Test
    @Capability("L53")
    void aBirthdayOnTheLeapDayIsOnTheFirstOfMarchInOtherYears() {
        LocalDate leapDay = LocalDate.of(2004, 2, 29);
        assertThat(Recurring.fallsOn(leapDay, LocalDate.of(2027, 3, 1))).isTrue();
        assertThat(Recurring.fallsOn(leapDay, LocalDate.of(2027, 2, 28))).isFalse();
        assertThat(Recurring.fallsOn(leapDay, LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(Recurring.fallsOn(leapDay, LocalDate.of(2028, 3, 1))).isFalse();
        assertThat(Recurring.fallsOn(leapDay, leapDay)).as("the day itself").isFalse();
    }

    private List<String> sources(long of) {
        return show.entitlements(of).stream().map(each -> each.entitlement().source()).toList();
    }

    private String granted(String source, int quota, Period period, int days) {
        LocalDate today = LocalDate.now(clock);
        entitlements.grant(
                new EntitlementGrant(
                        UUID.randomUUID(),
                        member,
                        "lounge",
                        source,
                        quota,
                        period,
                        today,
                        today.plusDays(days - 1L)));
        long id =
                show.entitlements(member).stream()
                        .map(ShowRewards.Mine::entitlement)
                        .filter(each -> each.source().equals(source))
                        .mapToLong(each -> each.id())
                        .max()
                        .orElseThrow();
        return entitlements.token(member, id);
    }

    private String use(String token) {
        return switch (entitlements.use(
                new EntitlementUse(UUID.randomUUID(), token, "gate", clock.instant()))) {
            case UseOutcome.Used used -> used.left() + " left";
            case UseOutcome.Refused refused -> refused.code().name();
        };
    }
}
