package dev.waystation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Splits whose arms are those of an experiment. */
class TrialSplitTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");
    private static final Subject ADULT = path -> null;

    @Test
    void theArmsOfATrialAreItsOwnInEveryJourneyAndBothAreSeen() {
        var mine = new Interpreter(withTrial("mine"), SHANGHAI, null);
        var yours = new Interpreter(withTrial("yours"), SHANGHAI, null);
        for (int member = 0; member < 500; member++) {
            var standing = Standing.entering("mbr_" + member, "in", NOON);
            Advance way = mine.advance(standing, NOON, ADULT);
            String arm = Bucket.of("spring", "mbr_" + member) < 1_000 ? "control" : "offer";
            assertThat(way.standing().node()).isEqualTo(arm.equals("control") ? "end" : "gone");
            assertThat(way.effects())
                    .first()
                    .isEqualTo(new Effect.ShowArm("split", NOON, "spring", arm));
            assertThat(way.effects()).hasSize(arm.equals("control") ? 1 : 2);
            assertThat(yours.advance(standing, NOON, ADULT).standing().node())
                    .isEqualTo(way.standing().node());
        }
    }

    private static Graph withTrial(String salt) {
        return new Graph(
                salt,
                List.of(
                        new Node.Entry("in", "split"),
                        new Node.Split(
                                "split",
                                "spring",
                                List.of(
                                        new Node.Split.Share("control", 1_000, "end"),
                                        new Node.Split.Share("offer", 9_000, "gift"))),
                        new Node.Grant("gift", "points", "points", 200, "gone"),
                        new Node.Exit("gone", false, ""),
                        new Node.Exit("end", false, "")),
                null);
    }
}
