package dev.waystation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deeds that are over at once, and questions to others that may never be answered. */
class AskedStepsTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Subject MEMBER = Subject.of(Map.of());

    private final Interpreter walker =
            new Interpreter(
                    new Graph(
                            "s",
                            List.of(
                                    new Node.Entry("in", "mark"),
                                    new Node.Act("mark", "task", Map.of("title", "call"), "ask"),
                                    new Node.Ask("ask", "there", PATIENCE, "yes", "no", "late"),
                                    new Node.Exit("yes", true, ""),
                                    new Node.Exit("no", false, ""),
                                    new Node.Exit("late", false, "")),
                            null,
                            Set.of()),
                    ZoneId.of("Asia/Shanghai"),
                    null);

    private Advance look(Standing standing, Duration after) {
        return walker.advance(standing, START.plus(after), MEMBER);
    }

    private Standing asked(Duration after) {
        return look(Standing.entering("m", "in", START), after).standing();
    }

    @Test
    void aDeedIsDoneOnTheWayAndTheQuestionIsAskedOnceWhoeverLooksAgain() {
        Advance first = look(Standing.entering("m", "in", START), Duration.ZERO);
        assertThat(first.effects())
                .containsExactly(
                        new Effect.Do("mark", START, "task", Map.of("title", "call")),
                        new Effect.AskThere("ask", START, "there", START.plus(PATIENCE)));
        assertThat(first.standing().node()).isEqualTo("ask");
        assertThat(look(first.standing(), Duration.ofMinutes(1)).isStill()).isTrue();
    }

    @Test
    void anAnswerAFailureAndSilenceLeadThreeWays() {
        Standing there = asked(Duration.ZERO);
        Instant soon = START.plusSeconds(20);
        Advance yes = look(there.answered("ask", Standing.ANSWERED, soon), Duration.ofSeconds(30));
        assertThat(yes.standing().node()).isEqualTo("yes");
        assertThat(yes.standing().arrivedAt()).as("dated by the answer").isEqualTo(soon);
        assertThat(look(there.answered("ask", Standing.FAILED, soon), PATIENCE).standing().node())
                .isEqualTo("no");
        Advance late = look(there, PATIENCE.plusHours(3));
        assertThat(late.standing().node()).isEqualTo("late");
        assertThat(late.standing().arrivedAt()).isEqualTo(START.plus(PATIENCE));
    }

    @Test
    void anOutageBeforeTheQuestionDoesNotEatItsPatience() {
        Duration outage = Duration.ofHours(6);
        Standing there = asked(outage);
        assertThat(there.node()).isEqualTo("ask");
        assertThat(there.wakesAt()).isEqualTo(START.plus(outage).plus(PATIENCE));
    }
}
