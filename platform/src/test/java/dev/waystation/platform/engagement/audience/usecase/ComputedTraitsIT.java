package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Function;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Level;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Source;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.ComputedTraitStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.usecase.HearChanges.Change;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Traits kept up event by event and day by day against a recount of the events by statements. */
@PlatformIT
class ComputedTraitsIT extends AudienceOnItsOwnClock {

    /** Independent of the code under test: aggregates over the rows of events. */
    private static final String RECOUNT =
            """
            select m.member_id,
                (select count(*) from audience.deed d where %1$s and d.on_day > :year) as counted,
                (select coalesce(sum(amount_minor), 0) from audience.deed d
                 where %1$s and d.on_day > :month) as summed,
                (select count(distinct seat_class) from audience.deed d
                 where %1$s and d.on_day > :year) as kinds,
                (select seat_class from audience.deed d
                 where %1$s and d.on_day > :year and seat_class is not null
                 group by seat_class
                 order by count(*) desc, max(on_day) desc, seat_class collate "C" limit 1) as most,
                (select cast(min(on_day) - date '1970-01-01' as bigint) from audience.deed d where %1$s) as first,
                (select cast(max(on_day) - date '1970-01-01' as bigint) from audience.deed d
                 where %1$s and d.amount_minor >= 30000) as last,
                (select coalesce(sum(10 * power(0.5,
                        cast(cast(:today as date) - d.on_day as numeric) / 14)), 0)
                 from audience.deed d where %1$s and d.on_day <= :today) as score
            from audience.member_trait m
            where m.member_id between :first and :last
            """
                    .formatted("d.member_id = m.member_id and d.event = 'trip.completed'");

    @Autowired private ComputedTraitStore traitStore;
    @Autowired private SegmentStore segmentRows;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void leaveNoTraitBehind() {
        jdbc.sql("delete from audience.computed_trait where code like 'it_%'").update();
        jdbc.sql("delete from audience.segment where name_zh like '热度 %'").update();
        vocabulary.forget();
    }

    @Test
    @Capability("CDP-13")
    void afterLateRepeatedAndTakenBackEventsAndAnyDaysEveryTraitEqualsARecountOfTheEvents() {
        define();
        long first = 760_000_000L;
        Draw draw = new Draw(20_260_613);
        LoadMembers load = load();
        fill(draw, first, load);
        assertEqualToRecount(first, load.today());
        List<HearChanges.Heard> sent = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            List<HearChanges.Heard> heard =
                    draw.listOf(1, 25, next -> trip(next, first, clock.instant(), sent));
            sent.addAll(heard);
            inTransaction(() -> hear().handle(new HearChanges.Command(heard)));
            assertEqualToRecount(first, load.today());
            if (draw.chance(70)) {
                clock.advance(Duration.ofHours(draw.between(1, 24 * 30)));
                inTransaction(flip()::handle);
                assertEqualToRecount(first, load.today());
            }
        }
    }

    @Test
    @Capability("TAG-07")
    void aScoreDecaysByItsHalfLifeAndLeavesItsLevelOnTheDayItFallsBelowWithoutANightlyRun() {
        define();
        long member = 761_000_000L;
        LocalDate start = load().today();
        long hot = segment("hot");
        long warm = segment("warm");
        inTransaction(() ->
                hear().handle(
                                new HearChanges.Command(
                                        LongStream.range(0, 4)
                                                .mapToObj(n ->
                                                        did(member, "score:" + n, clock.instant()))
                                                .toList())));
        // 40 points, halved every 14 days: below 30 from day 6 on (40 x 0.5^(6/14) = 29.7),
        // below 15 from day 20 on (40 x 0.5^(20/14) = 14.9)
        Map<Integer, List<Long>> in = new TreeMap<>();
        for (int day = 0; day <= 22; day++) {
            inTransaction(flip()::handle);
            in.put(
                    day,
                    memberships.ofMembers(List.of(member)).getOrDefault(member, Set.of()).stream()
                            .filter(id -> id == hot || id == warm)
                            .toList());
            clock.advance(Duration.ofDays(1));
        }
        assertThat(in.get(5)).containsExactly(hot);
        assertThat(in.get(6)).containsExactly(warm);
        assertThat(in.get(19)).containsExactly(warm);
        assertThat(in.get(20)).isEmpty();
        assertThat(load().today()).isEqualTo(start.plusDays(23));
    }

    private void define() {
        Source trips = new Source(Vocabulary.TRIP, 10, null);
        Source large =
                new Source(Vocabulary.TRIP, 1, Map.of("amountMinor", Map.of("$gte", 30_000)));
        inTransaction(() -> {
            add("it_counted", Function.COUNT, trips, null, 365, List.of());
            add("it_summed", Function.SUM, trips, "amountMinor", 30, List.of());
            add("it_kinds", Function.DISTINCT, trips, "seatClass", 365, List.of());
            add("it_most", Function.MOST, trips, "seatClass", 365, List.of());
            add("it_first", Function.FIRST, trips, null, 0, List.of());
            add("it_last", Function.LAST, large, null, 0, List.of());
            add(
                    "it_score",
                    Function.SCORE,
                    trips,
                    null,
                    0,
                    List.of(
                            new Level("warm", Said.same("warm"), 15),
                            new Level("hot", Said.same("hot"), 30)));
        });
        vocabulary.forget();
    }

    private void add(
            String code,
            Function function,
            Source source,
            @Nullable String property,
            int within,
            List<Level> levels) {
        int halfLife = function == Function.SCORE ? 14 : 0;
        traitStore.add(
                new ComputedTrait(
                        code,
                        Said.same(code),
                        function,
                        List.of(source),
                        property,
                        within,
                        halfLife,
                        levels),
                "test",
                clock.instant());
    }

    private long segment(String level) {
        long id =
                segmentRows
                        .insert(
                                Said.same("热度 " + level + System.nanoTime()),
                                Map.of("trait_it_score", Map.of("$eq", level)),
                                clock.instant())
                        .orElseThrow();
        segmentRows.publish(id, clock.instant());
        return id;
    }

    /** New, late by up to 200 days, told again, or taken back. */
    private static HearChanges.Heard trip(
            Draw draw, long first, Instant now, List<HearChanges.Heard> sent) {
        long member = first + draw.between(0, COUNT - 1);
        int kind = draw.between(0, 9);
        if (kind >= 8 && !sent.isEmpty()) {
            HearChanges.Heard again = draw.oneOf(sent);
            return kind == 8 && again.change() instanceof Change.Did did
                    ? new HearChanges.Heard(
                            "storm",
                            new Change.TookBack(did.memberId(), did.event(), did.reference(), now))
                    : again;
        }
        return new HearChanges.Heard(
                "storm",
                new Change.Did(
                        member,
                        Vocabulary.TRIP,
                        "trait:" + draw.between(0L, Long.MAX_VALUE / 2),
                        draw.between(1_000L, 90_000L),
                        draw.oneOf(StormyAudience.CLASSES),
                        null,
                        null,
                        now.minus(Duration.ofDays(draw.between(0, 200)))));
    }

    private static HearChanges.Heard did(long member, String reference, Instant at) {
        return new HearChanges.Heard(
                "TripCompleted",
                new Change.Did(member, Vocabulary.TRIP, reference, 100, "second", null, null, at));
    }

    private void assertEqualToRecount(long first, LocalDate today) {
        Map<Long, Map<String, Object>> expected = recount(first, today);
        traits.find(LongStream.range(first, first + COUNT).boxed().toList())
                .forEach(row -> {
                    Map<String, Object> mine = new HashMap<>(row.derived());
                    mine.keySet().removeIf(name -> !name.startsWith("trait_it_"));
                    assertThat(mine)
                            .as("member %d on %s", row.memberId(), today)
                            .isEqualTo(expected.get(row.memberId()));
                });
    }

    private Map<Long, Map<String, Object>> recount(long first, LocalDate today) {
        Map<Long, Map<String, Object>> all = new HashMap<>();
        jdbc.sql(RECOUNT)
                .param("today", today)
                .param("year", today.minusDays(365))
                .param("month", today.minusDays(30))
                .param("first", first)
                .param("last", first + COUNT - 1)
                .query(row -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("trait_it_counted", row.getLong("counted"));
                    values.put("trait_it_summed", row.getLong("summed"));
                    values.put("trait_it_kinds", row.getLong("kinds"));
                    put(values, "trait_it_most", row.getString("most"));
                    put(values, "trait_it_firstDaysAgo", row.getObject("first", Long.class));
                    put(values, "trait_it_lastDaysAgo", row.getObject("last", Long.class));
                    double score = row.getDouble("score");
                    put(
                            values,
                            "trait_it_score",
                            score >= 30 ? "hot" : score >= 15 ? "warm" : null);
                    all.put(row.getLong("member_id"), values);
                });
        return all;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
