package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The last day of points is decided once and is the same wherever somebody reads it. */
@PlatformIT
class LastDayGoldenIT {

    @Autowired Points points;
    @Autowired Members members;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private long member;

    @BeforeEach
    void somebody() {
        member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
    }

    @Test
    void pointsOfTheLastOfJanuaryAndOfALeapDayEndOnTheDayEverybodyReads() throws Exception {
        int next = LocalDate.now(clock).getYear() + 1;
        LocalDate january = points.lastDay(Points.POINTS, LocalDate.of(next, 1, 31));
        LocalDate leap = points.lastDay(Points.POINTS, LocalDate.of(2028, 2, 29));
        assertThat(january).isEqualTo(LocalDate.of(next + 1, 1, 31));
        assertThat(leap).isEqualTo(LocalDate.of(2029, 2, 28));

        credit(january, 500);

        readsEverywhere(january);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Urumqi"));
            readsEverywhere(january);
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select last_day::text from wallet.lot where member_id = :m
                                        """)
                                .param("m", member)
                                .query(String.class)
                                .single())
                .as("kept as the day it was decided to be, not as an instant")
                .isEqualTo(january.toString());
    }

    @Test
    void sixtyFourFirstCreditsOfAnAccountThatHasNoRowYetAreAllThere() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        var threads =
                IntStream.range(0, 64)
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            try {
                                                go.await();
                                            } catch (InterruptedException e) {
                                                Thread.currentThread().interrupt();
                                            }
                                            credit(LocalDate.now(clock).plusDays(40), 7);
                                        }))
                        .toList();
        go.countDown();
        for (Thread each : threads) {
            each.join();
        }
        assertThat(points.balance(member, Points.POINTS).spendable()).isEqualTo(64 * 7);
    }

    @Test
    void aSpendAcrossThreeHundredLotsTakesExactlyItsAmountFromAllOfThem() {
        LocalDate today = LocalDate.now(clock);
        points.postAll(IntStream.range(1, 301).mapToObj(i -> wish(today.plusDays(i), 3)).toList());

        UUID spend = UUID.randomUUID();
        points.post(new PointsCommand.Spend(spend, member, Points.POINTS, 899, "upgrade"));

        assertThat(
                        jdbc.sql(
                                        """
                                        select sum(a.amount) from wallet.allocation a
                                        join wallet.entry e using (member_id, currency, entry_no)
                                        where e.member_id = :m and e.reference = :r
                                        """)
                                .param("m", member)
                                .param("r", spend)
                                .query(Long.class)
                                .single())
                .isEqualTo(899);
        assertThat(points.balance(member, Points.POINTS).spendable()).isEqualTo(1);
        assertThat(LongStream.of(points.balance(member, Points.POINTS).expiring().size()).sum())
                .isEqualTo(1);
    }

    private void readsEverywhere(LocalDate day) throws Exception {
        assertThat(points.balance(member, Points.POINTS).expiring().getFirst().lastDay())
                .isEqualTo(day);
        mvc.perform(
                        get("/v1/members/" + PublicId.encode("mbr", member) + "/points")
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.expiring[0].lastDay").value(day.toString()))
                .andExpect(jsonPath("$.lots[0].lastDay").value(day.toString()))
                .andExpect(jsonPath("$.postings.items[0].expiresOn").value(day.toString()));
        mvc.perform(get("/v1/me/points").with(SignIn.member(member)))
                .andExpect(jsonPath("$.expiring[0].lastDay").value(day.toString()));
    }

    private void credit(LocalDate lastDay, long amount) {
        points.post(wish(lastDay, amount));
    }

    private PointsCommand wish(LocalDate lastDay, long amount) {
        return new PointsCommand.Credit(
                UUID.randomUUID(),
                member,
                Points.POINTS,
                amount,
                lastDay,
                Explanation.of(new Said("测试", "test")),
                "travel");
    }
}
