package dev.waystation.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Condition;
import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.testkit.Seeded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeToFlipProperties {

    private static final int HORIZON_DAYS = 800;

    @Test
    void nothingChangesBeforeTheNamedDay() {
        Seeded.runs(
                2_000,
                draw -> {
                    MemberValues member = SmallWorld.member(draw, 1);
                    Condition condition = SmallWorld.condition(draw);
                    long today = SmallWorld.TODAY;
                    OptionalLong next = next(condition, member, today);
                    long until = Math.min(next.orElse(Long.MAX_VALUE), today + HORIZON_DAYS);
                    boolean now = holds(condition, member, today);

                    for (long day = today; day < until; day++) {
                        assertThat(holds(condition, member, day))
                                .as("%s on day %d, next %s", condition, day, next)
                                .isEqualTo(now);
                    }
                });
    }

    @Test
    void silenceOfNinetyDaysBeginsOnTheNinetiethDay() {
        Condition silent =
                ConditionReader.parse(Map.of("$didNot", Map.of("event", "trip", "withinDays", 90)));
        MemberValues member =
                new MemberValues(
                        1,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("trip", Map.of(20_000L, 1)),
                        List.of(new MemberValues.Done("trip", 20_000, _ -> null)));

        assertThat(next(silent, member, 20_010)).hasValue(20_090);
        assertThat(holds(silent, member, 20_089)).isFalse();
        assertThat(holds(silent, member, 20_090)).isTrue();
    }

    @Test
    void sixtyIsReachedOnTheBirthdayAndOnTheFirstOfMarchForALeapDay() {
        Condition senior = ConditionReader.parse(Map.of("age", Map.of("$gte", 61)));
        MemberValues member =
                new MemberValues(
                        1,
                        Map.of("age", LocalDate.of(1960, 2, 29).toEpochDay()),
                        Map.of(),
                        Map.of(),
                        Map.of());
        long today = LocalDate.of(2020, 6, 1).toEpochDay();

        assertThat(next(senior, member, today)).hasValue(LocalDate.of(2021, 3, 1).toEpochDay());
    }

    @Test
    void manyTogetherTurnOnTheEarliestDayOfAnyOfThemAlone() {
        Seeded.runs(
                1_000,
                draw -> {
                    MemberValues member = SmallWorld.member(draw, 1);
                    List<Condition> conditions =
                            Stream.generate(() -> SmallWorld.condition(draw)).limit(12).toList();
                    long today = SmallWorld.TODAY;

                    assertThat(next(conditions, member, today))
                            .isEqualTo(
                                    conditions.stream()
                                            .map(each -> next(each, member, today))
                                            .flatMapToLong(OptionalLong::stream)
                                            .min());
                });
    }

    private static OptionalLong next(Condition condition, MemberValues member, long today) {
        return next(List.of(condition), member, today);
    }

    private static OptionalLong next(List<Condition> conditions, MemberValues member, long today) {
        return TimeToFlip.of(conditions, TimeToFlipProperties::reading)
                .next(SmallWorld.times(member, today), today);
    }

    private static Reading reading(String attribute) {
        return SmallWorld.READINGS.getOrDefault(attribute, Reading.AS_STORED);
    }

    private static boolean holds(Condition condition, MemberValues member, long today) {
        return Evaluator.declared().test(condition, SmallWorld.row(member, today));
    }
}
