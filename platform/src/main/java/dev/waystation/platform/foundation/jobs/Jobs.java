package dev.waystation.platform.foundation.jobs;

import dev.waystation.platform.foundation.edge.Callers;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Long work: queued in the caller's transaction, run after its commit on a thread of its own, with
 * progress anybody can watch. A restart finds unfinished jobs: restartable ones go on from the mark
 * they kept, or begin again without one; others end as failed and say why.
 */
@Component
public class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String PREFIX = "job";

    private final Map<String, JobWork> works;
    private final JobStore store;
    private final JsonMapper json;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Jobs(List<JobWork> works, JobStore store, JsonMapper json) {
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
        this.store = store;
        this.json = json;
    }

    /** The job's id as the world sees it. */
    public static String publicId(long id) {
        return PublicId.encode(PREFIX, id);
    }

    /**
     * Queues a job; it starts when the surrounding transaction has committed, or at once.
     *
     * @param kind of a {@link JobWork}
     * @param parameters anything that becomes JSON
     */
    public JobView submit(String kind, Object parameters) {
        JobWork work = work(kind);
        long id = store.create(kind, parameters, Callers.current().orElse(null));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            start(id, work);
                        }
                    });
        } else {
            start(id, work);
        }
        return store.find(id).orElseThrow();
    }

    public Optional<JobView> find(String publicId) {
        return store.find(PublicId.decode(PREFIX, publicId));
    }

    public Optional<JobView> find(long id) {
        return store.find(id);
    }

    /** Asks a job to stop; false when it has ended already. */
    public boolean cancel(String publicId) {
        return store.askToCancel(PublicId.decode(PREFIX, publicId));
    }

    /** The latest jobs, newest first. */
    List<JobView> list(long before, int limit, @Nullable String owner) {
        return store.list(before, limit, owner);
    }

    /** Waits until no job of this process runs; for tests. */
    public void awaitAll() {
        for (Thread thread : List.copyOf(threads)) {
            join(thread, TimeUnit.MINUTES.toMillis(2));
        }
    }

    @Override
    public void start() {
        running = true;
        for (JobStore.Unfinished left : store.unfinished()) {
            JobWork work = works.get(left.kind());
            if (work != null && work.restartable()) {
                store.requeue(left.id());
                start(left.id(), work);
            } else {
                store.end(left.id(), "failed", null, "The process ended while the job ran");
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.forEach(thread -> join(thread, 3_000));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private JobWork work(String kind) {
        JobWork work = works.get(kind);
        if (work == null) {
            throw new IllegalArgumentException("No work of kind " + kind + ": " + works.keySet());
        }
        return work;
    }

    private void start(long id, JobWork work) {
        Thread thread =
                Thread.ofVirtual().name("job-" + work.kind()).unstarted(() -> run(id, work));
        threads.add(thread);
        thread.start();
    }

    private void run(long id, JobWork work) {
        try {
            if (!store.start(id)) {
                return; // cancelled while it waited
            }
            StoredProgress progress = new StoredProgress(id, store);
            Object result = work.run(json.readTree(store.parameters(id)), progress);
            progress.flush();
            store.end(id, progress.finalState(), result, null);
        } catch (Exception broken) {
            fail(id, work, broken);
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    // The one place besides the edge that catches all: a job has no caller who could.
    private void fail(long id, JobWork work, Exception broken) {
        if (!running) {
            return; // shutting down; the next start decides what becomes of it
        }
        LOG.error("Job {} of kind {} failed", publicId(id), work.kind(), broken);
        store.end(id, "failed", null, String.valueOf(broken.getMessage()));
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
