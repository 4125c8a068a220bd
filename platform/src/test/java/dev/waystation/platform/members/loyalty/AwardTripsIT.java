package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class AwardTripsIT {

    private static final AtomicLong TICKET = new AtomicLong(7_000_000_000L);

    @Autowired Members members;
    @Autowired Points points;
    @Autowired ShowPoints show;
    @Autowired Tiers tiers;
    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private long memberId;

    @Test
    void aTripPublishedTwiceIsCreditedOnceWithItsReasons() throws Exception {
        memberId = members.register(People.born(LocalDate.of(1960, 2, 1))).value();
        TripCompleted trip = trip(7_050, true);
        publish(trip);
        publish(trip);
        assertThat(spendable(Points.POINTS)).isEqualTo(1_058);
        assertThat(spendable(Points.QUALIFYING)).isEqualTo(71);
        String statement =
                mvc.perform(get("/v1/me/points").with(SignIn.member(memberId)))
                        .andExpect(jsonPath("$.lots[0].lastDay").value(aYearOn().toString()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String why = JsonPath.read(statement, "$.postings.items[0].why");
        mvc.perform(get("/v1/explanations/" + why).with(SignIn.member(memberId)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reasons[1].code").value("SENIOR_RULE"))
                .andExpect(jsonPath("$.reasons[1].held").value(true));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void theTierRisesAtOnceAndStaysAnInterval() throws Exception {
        memberId = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        Instant before = clock.instant().minusSeconds(1);
        for (int i = 0; i < 4; i++) {
            assertThat(tiers.current(memberId).code()).isEqualTo("standard");
            publish(trip(30_000, false));
        }
        assertThat(tiers.current(memberId).code()).isEqualTo("silver");
        assertThat(tiers.at(memberId, before).code()).isEqualTo("standard");
        mvc.perform(get("/v1/me/tier").with(SignIn.member(memberId)))
                .andExpect(jsonPath("$.code").value("silver"))
                .andExpect(
                        jsonPath("$.why.sentence.en")
                                .value(org.hamcrest.Matchers.containsString("reach Gold")))
                .andExpect(jsonPath("$.why.reasons[0].held").value(true))
                .andExpect(jsonPath("$.why.reasons[2].held").value(false))
                .andExpect(jsonPath("$.next.code").value("gold"))
                .andExpect(jsonPath("$.next.gaps[0].missing").value(2_800))
                .andExpect(jsonPath("$.next.gaps[1].missing").value(8));
    }

    @Test
    @Capability("L6")
    void redeemingPointsChangesTheTiersProgressByNothing() {
        memberId = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        publish(trip(200_000, false));
        long qualifying = spendable(Points.QUALIFYING);
        points.post(
                new dev.waystation.platform.members.wallet.PointsCommand.Spend(
                        java.util.UUID.randomUUID(), memberId, Points.POINTS, 10_000, "upgrade"));
        assertThat(spendable(Points.POINTS)).isZero();
        assertThat(spendable(Points.QUALIFYING)).isEqualTo(qualifying).isEqualTo(2_000);
    }

    /** Points last to the end of the month, a year on. */
    private LocalDate aYearOn() {
        return YearMonth.now(clock).plusYears(1).atEndOfMonth();
    }

    private long spendable(String currency) {
        return points.balance(memberId, currency).spendable();
    }

    private TripCompleted trip(long fareMinor, boolean senior) {
        return new TripCompleted(
                TICKET.incrementAndGet(),
                memberId,
                1,
                "second",
                fareMinor,
                senior,
                false,
                "YYD",
                "WHN",
                clock.instant());
    }

    private void publish(TripCompleted trip) {
        transaction.executeWithoutResult(done -> facts.append(trip));
        pump.drain();
    }
}
