package dev.waystation.platform.engagement.audience.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void moreOfTheSameImpliesLessOfIt() {
        assertThat(points(1000).implies(points(500))).isTrue();
        assertThat(points(500).implies(points(1000))).isFalse();
        assertThat(points(500).implies(points(500))).as("itself").isFalse();
    }

    @Test
    void moreTripsInFewerDaysImplyFewerTripsInMore() {
        assertThat(trips(4, 30).implies(trips(2, 90))).isTrue();
        assertThat(trips(4, 90).implies(trips(2, 30))).isFalse();
    }

    @Test
    void longerSilenceImpliesShorterOne() {
        assertThat(silence(90).implies(silence(30))).isTrue();
        assertThat(silence(30).implies(silence(90))).isFalse();
    }

    @Test
    void bandsBesideEachOtherAreNoLadder() {
        assertThat(aged(30, 40).implies(aged(40, 50))).isFalse();
        assertThat(aged(40, 50).implies(aged(30, 40))).isFalse();
        assertThat(aged(32, 38).implies(aged(30, 40))).isTrue();
    }

    @Test
    void whatIsDeniedOrAsksAboutSomethingElseIsNoLadder() {
        Ladder not = Ladder.of(Map.of("$not", Map.of("points", Map.of("$gte", 1000))));
        assertThat(not.implies(Ladder.of(Map.of("$not", Map.of("points", Map.of("$gte", 500))))))
                .isFalse();
        assertThat(points(1000).implies(Ladder.of(Map.of("trips12m", Map.of("$gte", 3)))))
                .isFalse();
    }

    private static Ladder points(int least) {
        return Ladder.of(Map.of("points", Map.of("$gte", least)));
    }

    private static Ladder trips(int least, int days) {
        return Ladder.of(
                Map.of(
                        "$did",
                        Map.of("event", "trip.completed", "atLeast", least, "withinDays", days)));
    }

    private static Ladder silence(int days) {
        return Ladder.of(Map.of("$didNot", Map.of("event", "park.visited", "withinDays", days)));
    }

    private static Ladder aged(int from, int to) {
        return Ladder.of(
                Map.of(
                        "$and",
                        List.of(
                                Map.of("age", Map.of("$gte", from)),
                                Map.of("age", Map.of("$lt", to)))));
    }
}
