package dev.waystation.platform.foundation.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test plays one process with its own {@link Jobs}, and the next one after it. */
@PlatformIT
class JobsIT {

    @Autowired private JobStore store;
    @Autowired private JsonMapper json;

    /** Does seven of ten units, then waits to be stopped; or all ten when it may. */
    private static final class Digging implements JobWork {

        private final boolean restartable;
        private final boolean whole;
        private final CountDownLatch halfway = new CountDownLatch(1);

        Digging(boolean restartable, boolean whole) {
            this.restartable = restartable;
            this.whole = whole;
        }

        @Override
        public String kind() {
            return restartable ? "test.dig-again" : "test.dig-once";
        }

        @Override
        public boolean restartable() {
            return restartable;
        }

        @Override
        public @Nullable Object run(JsonNode parameters, JobProgress progress) throws Exception {
            progress.done(7);
            progress.total(10);
            halfway.countDown();
            while (!whole && !progress.cancelled()) {
                if (new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody opens this latch");
                }
            }
            progress.done(whole ? 10 : 7);
            return Map.of("depth", parameters.get("depth").asInt());
        }

        void awaitHalfway() throws InterruptedException {
            assertThat(halfway.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void beginsARestartableJobAgainAfterARestartAndEndsIt() throws InterruptedException {
        String id = interrupted(true);
        assertThat(view(id).state()).isEqualTo("running");

        Jobs next = process(new Digging(true, true));
        next.awaitAll();

        assertThat(view(id).state()).isEqualTo("done");
        assertThat(view(id).done()).isEqualTo(10);
        assertThat(String.valueOf(view(id).result())).contains("42");
    }

    @Test
    void marksAJobThatCannotBeginAgainAndKeepsHowFarItCame() throws InterruptedException {
        String id = interrupted(false);

        process(new Digging(false, true)).awaitAll();

        JobView left = view(id);
        assertThat(left.state()).isEqualTo("failed");
        assertThat(left.error()).contains("The process ended while the job ran");
        assertThat(left.done()).isEqualTo(7);
        assertThat(left.total()).isEqualTo(10);
    }

    @Test
    void stopsARunningJobOnRequestAndKeepsHowFarItCame() throws InterruptedException {
        Digging work = new Digging(true, false);
        Jobs jobs = process(work);
        String id = jobs.submit(work.kind(), Map.of("depth", 42)).id();
        work.awaitHalfway();

        assertThat(jobs.cancel(id)).isTrue();
        jobs.awaitAll();

        assertThat(view(id).state()).isEqualTo("cancelled");
        assertThat(view(id).done()).isEqualTo(7);
        assertThat(jobs.cancel(id)).as("a second time").isFalse();
    }

    private String interrupted(boolean restartable) throws InterruptedException {
        Digging work = new Digging(restartable, false);
        Jobs jobs = process(work);
        String id = jobs.submit(work.kind(), Map.of("depth", 42)).id();
        work.awaitHalfway();
        jobs.stop();
        return id;
    }

    private Jobs process(JobWork work) {
        Jobs jobs = new Jobs(List.of(work), store, json);
        jobs.start();
        return jobs;
    }

    private JobView view(String id) {
        return store.find(dev.waystation.platform.foundation.edge.PublicId.decode("job", id))
                .orElseThrow();
    }
}
