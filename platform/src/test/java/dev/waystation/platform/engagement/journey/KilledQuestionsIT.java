package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.foundation.edge.PublicId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker is killed after the other system heard the question and before its answer is kept. */
class KilledQuestionsIT extends ActingStage {

    @Autowired private HikariDataSource database;
    @Autowired private Calls systems;
    @TempDir private Path folder;

    private final CountDownLatch dead = new CountDownLatch(1);

    @Test
    void theQuestionComesAgainUnderTheIdByWhichTheReceiverKnowsIt() throws Exception {
        long journey = published("StudentVerified", ReEntry.ONCE, askAndBranch());
        tell("StudentVerified", clock.instant(), Map.of());
        advanceAll();
        try (var worker = DyingWorker.on(database, clock.instant(), folder)) {
            while (heard.isEmpty()) {
                worker.mustLive();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        dead.countDown();
        DyingWorker.untilItLetsGo(jdbc);
        assertThat(askAll()).as("still in the dead one's hand").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(askAll()).isEqualTo(1);
        assertThat(heard).hasSize(2);
        assertThat(heard.stream().map(Heard::id).distinct()).as("one id").hasSize(1);
        advanceAll();
        assertThat(nodes(journey)).containsExactly("risky");

        // the control: one that makes up its ids is taken for somebody else each time
        for (int i = 0; i < 2; i++) {
            systems.ask(PublicId.decode("whk", address), UUID.randomUUID().toString(), "{}");
        }
        assertThat(heard.stream().map(Heard::id).distinct()).hasSize(3);
    }

    @Override
    void beforeAnswering() {
        try {
            dead.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
