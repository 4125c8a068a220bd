package dev.waystation.platform.foundation.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
    @Capability("X27")
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

    /** Counts to ten, a mark per step in one transaction with its effect; waits when told to. */
    private static final class Counting implements JobWork {

        private final List<Integer> steps;
        private final int stopBefore;
        private final boolean marks;
        private final CountDownLatch there = new CountDownLatch(1);

        Counting(List<Integer> steps, int stopBefore, boolean marks) {
            this.steps = steps;
            this.stopBefore = stopBefore;
            this.marks = marks;
        }

        @Override
        public String kind() {
            return "test.count";
        }

        @Override
        public boolean restartable() {
            return true;
        }

        @Override
        public @Nullable Object run(JsonNode parameters, JobProgress progress) throws Exception {
            progress.total(10);
            int from = progress.mark().map(mark -> mark.get("next").asInt()).orElse(1);
            for (int step = from; step <= 10; step++) {
                if (step == stopBefore) {
                    there.countDown();
                    new CountDownLatch(1).await();
                }
                steps.add(step);
                if (marks) {
                    progress.mark(Map.of("next", step + 1), step);
                }
            }
            return null;
        }
    }

    @Test
    @Capability("X27")
    void aJobThatKeepsAMarkGoesOnWhereItStoodAndDoesNoStepTwice() throws InterruptedException {
        List<Integer> steps = stoppedBeforeSixThenStarted(true);

        assertThat(steps).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void withoutAMarkTheSameWorkDoesItsFirstStepsAgain() throws InterruptedException {
        List<Integer> steps = stoppedBeforeSixThenStarted(false);

        assertThat(steps).as("the control: it shows the check above can fail").hasSize(15);
    }

    private List<Integer> stoppedBeforeSixThenStarted(boolean marks) throws InterruptedException {
        List<Integer> steps = new CopyOnWriteArrayList<>();
        Counting work = new Counting(steps, 6, marks);
        Jobs first = process(work);
        String id = first.submit(work.kind(), Map.of()).id();
        assertThat(work.there.await(20, TimeUnit.SECONDS)).isTrue();
        first.stop();
        assertThat(view(id).done()).isEqualTo(marks ? 5 : 0);

        process(new Counting(steps, 0, marks)).awaitAll();

        assertThat(view(id).state()).isEqualTo("done");
        return steps;
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
