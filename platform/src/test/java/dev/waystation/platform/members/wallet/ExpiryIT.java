package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.members.wallet.usecase.ExpirePoints;
import dev.waystation.platform.members.wallet.usecase.MoveLastDays;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.platform.members.wallet.usecase.TellExpiring;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How points end: posted, told before, put back, moved. */
@PlatformIT
class ExpiryIT {

    @Autowired Points points;
    @Autowired ExpirePoints expire;
    @Autowired TellExpiring tell;
    @Autowired MoveLastDays move;
    @Autowired ShowPoints show;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();

    @Test
    @Capability("L17")
    void theJobPostsOneEntryPerAccountAndDayStopsAtItsCapGoesOnAndFindsNothingTwice() {
        List<Wishes> people = new ArrayList<>();
        expire.lapsed();
        for (int i = 0; i < 7; i++) {
            Wishes one = Wishes.ofSomebody();
            one.lapsedLot(jdbc, today().minusDays(1), 70);
            people.add(one);
        }
        assertThat(expire.lapsed(3)).isEqualTo(3);
        assertThat(expire.lapsed(3)).isEqualTo(3);
        assertThat(expire.lapsed()).isEqualTo(1);
        assertThat(expire.lapsed()).isZero();
        for (Wishes one : people) {
            assertThat(entries(one, "EXPIRY")).containsExactly(70L);
            assertThat(points.balance(one.memberId(), Points.POINTS).expired()).isEqualTo(70);
        }
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L19")
    void anExpiryIsPutBackOnceInsideItsWindow() {
        somebody.lapsedLot(jdbc, today().minusDays(1), 70);
        expire.lapsed();
        UUID expiry =
                jdbc.sql(
                                """
                                select reference from wallet.entry
                                where member_id = :member and kind = 'EXPIRY'
                                """)
                        .param("member", somebody.memberId())
                        .query((row, index) -> row.getObject(1, UUID.class))
                        .single();
        assertThat(points.post(reinstate(expiry))).isInstanceOf(PostOutcome.Posted.class);
        assertThat(points.post(reinstate(expiry)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.ALREADY_UNDONE, 0, 0));
        Balance balance = points.balance(somebody.memberId(), Points.POINTS);
        assertThat(balance.spendable()).isEqualTo(70);
        assertThat(balance.expired()).isZero();
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L18")
    void membersAreToldOncePerThresholdAndOnlyOfTheNearestOne() {
        points.post(somebody.credit(300, today().plusDays(25)));
        points.post(somebody.credit(200, today().plusDays(5)));
        points.post(somebody.credit(100, today().plusDays(200)));
        tell.handle();
        tell.handle();
        assertThat(
                        jdbc.sql(
                                        """
                                        select threshold || ':' || amount from wallet.notice
                                        where member_id = :member
                                        """)
                                .param("member", somebody.memberId())
                                .query((row, index) -> row.getString(1))
                                .list())
                .containsExactlyInAnyOrder("30:300", "7:200");
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from foundation.fact
                                        where subject = :member and type = 'wallet.PointsExpiring'
                                        """)
                                .param("member", somebody.memberId())
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    @Capability("L20")
    void aLastDayMovesForEverybodyAtOnceAndTheJournalKeepsBeforeAndAfter() throws Exception {
        LocalDate from = today().plusDays(77);
        LocalDate to = today().plusDays(177);
        Wishes other = Wishes.ofSomebody();
        points.post(somebody.credit(300, from));
        points.post(other.credit(50, from));
        MoveLastDays.Command command =
                new MoveLastDays.Command(
                        UUID.randomUUID(), "points", from, to, "closed for the season", "staff:1");
        move.run(json.valueToTree(command), new NoProgress());
        move.run(json.valueToTree(command), new NoProgress());
        assertThat(points.balance(somebody.memberId(), Points.POINTS).expiring())
                .containsExactly(new Balance.Expiring(to, 300));
        assertThat(points.balance(other.memberId(), Points.POINTS).expiring())
                .containsExactly(new Balance.Expiring(to, 50));
        assertThat(
                        jdbc.sql(
                                        """
                                        select l.last_day || ':' || a.amount
                                        from wallet.entry e
                                        join wallet.allocation a
                                          using (member_id, currency, entry_no)
                                        join wallet.lot l using (member_id, currency, lot_no)
                                        where e.member_id = :member and e.kind = 'MOVE'
                                          and e.order_ref = :move
                                        """)
                                .param("member", somebody.memberId())
                                .param("move", command.id().toString())
                                .query((row, index) -> row.getString(1))
                                .list())
                .containsExactlyInAnyOrder(from + ":300", to + ":-300");
        assertThat(show.verify().sound()).isTrue();
        mvc.perform(
                        post("/v1/points/last-day-moves")
                                .with(SignIn.role("finance"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"currency": "points", "from": "2020-01-01",
                                         "to": "2020-02-01", "reason": "too late"}
                                        """))
                .andExpect(status().isBadRequest());
    }

    @Test
    @Capability("L22")
    void aLastDayEndsWithThatDayInTheProgrammesZone() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        LocalDate lastDay = today().plusDays(3);
        points.post(somebody.credit(300, lastDay));
        Instant lastSecond =
                lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
        assertThat(asOf(lastSecond)).isEqualTo(300);
        assertThat(asOf(lastSecond.plusSeconds(1))).isZero();
        // The same date is over eight hours later in UTC: nobody's points end by that.
        assertThat(asOf(lastDay.atStartOfDay(ZoneId.of("UTC")).toInstant())).isEqualTo(300);
    }

    @Test
    @Capability("L5")
    void everyCurrencyHasItsOwnTermAndEcoPointsLiveAsLongAsTheOwnerComesBack() {
        LocalDate day = LocalDate.of(2026, 8, 19);
        assertThat(points.lastDay("points", day)).isEqualTo("2027-08-31");
        assertThat(points.lastDay("meal", day)).isEqualTo("2027-03-31");
        assertThat(points.lastDay("eco", day)).isEqualTo("9999-12-31");
        points.post(
                new PointsCommand.Credit(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        "eco",
                        40,
                        points.lastDay("eco", today()),
                        Wishes.WHY,
                        "recycling"));
        points.post(somebody.credit(300, today().plusDays(60)));
        assertThat(points.balance(somebody.memberId(), "eco").expiring())
                .containsExactly(new Balance.Expiring(today().plusMonths(18), 40));
        jdbc.sql(
                        "update wallet.account set active_until = :day where member_id = :member and currency = 'eco'")
                .param("day", today().minusDays(1))
                .param("member", somebody.memberId())
                .update();
        assertThat(points.balance(somebody.memberId(), "eco").spendable()).isZero();
        assertThat(points.balance(somebody.memberId(), "points").spendable()).isEqualTo(300);
        expire.lapsed();
        assertThat(entries(somebody, "EXPIRY")).hasSizeLessThanOrEqualTo(1);
    }

    private List<Long> entries(Wishes one, String kind) {
        return jdbc.sql(
                        """
                        select amount from wallet.entry
                        where member_id = :member and kind = :kind
                        """)
                .param("member", one.memberId())
                .param("kind", kind)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    private PointsCommand reinstate(UUID expiry) {
        return new PointsCommand.Reinstate(
                UUID.randomUUID(),
                somebody.memberId(),
                Points.POINTS,
                expiry,
                today().plusDays(60),
                "goodwill",
                Note.by("staff:1", "case 7"));
    }

    private long asOf(Instant at) {
        return points.balanceAsOf(somebody.memberId(), Points.POINTS, at);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static final class NoProgress implements JobProgress {
        @Override
        public void total(long units) {}

        @Override
        public void done(long units) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public Optional<JsonNode> mark() {
            return Optional.empty();
        }

        @Override
        public void mark(Object where, long done) {}

        @Override
        public void partial() {}

        @Override
        public long jobId() {
            return 0;
        }
    }
}
