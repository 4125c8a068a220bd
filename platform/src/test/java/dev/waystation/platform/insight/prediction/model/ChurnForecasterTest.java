package dev.waystation.platform.insight.prediction.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the model says is what people mean. */
class ChurnForecasterTest {

    /** Who was silent longer comes sooner here, against all sense, as chance may have it. */
    @Test
    void aWeightAgainstItsMeaningIsLeftOutAndNeverGivenAsAReason() {
        var random = new SplittableRandom(3);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int silent = random.nextInt(1, 300);
            int visits = random.nextInt(1, 30);
            boolean comes = random.nextInt(30) < visits + silent / 30;
            histories.add(history(i, silent, visits, comes ? 1 : 0));
        }
        ChurnForecaster learnt = ChurnForecaster.learn(histories, 30);
        assertThat(learnt.weights().weights().getFirst()).as("silence").isZero();
        assertThat(learnt.weights().weights().get(2)).as("pace").isNegative();
        assertThat(learnt.score(history(1, 10, 3, 0)))
                .isEqualTo(learnt.score(history(1, 290, 3, 0)))
                .isGreaterThan(learnt.score(history(1, 10, 29, 0)));
        assertThat(learnt.reasons(history(1, 290, 3, 0)))
                .noneMatch(reason -> reason.code().equals("silence"));
    }

    private static History history(long member, int silent, int visits, int later) {
        return new History(member, 400, silent, visits, 0, 5_000L * visits, later, 0);
    }
}
