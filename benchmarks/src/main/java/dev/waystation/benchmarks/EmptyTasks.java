package dev.waystation.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The opponent: db-scheduler as its documents advise for throughput, lock-and-fetch, with a handler
 * that does nothing.
 */
final class EmptyTasks implements AutoCloseable {

    private static final int THREADS = Integer.getInteger("schedulerThreads", 20);
    private static final String NAME = "nothing";

    private static final String TABLE =
            """
            create table if not exists public.scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index if not exists execution_time_idx on public.scheduled_tasks (execution_time);
            create index if not exists last_heartbeat_idx on public.scheduled_tasks (last_heartbeat)
            """;

    private static final String DUE =
            """
            insert into public.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select :name, cast(n as text), now() - interval '1 minute', false, 1
            from generate_series(1, :count) as n
            """;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;

    /**
     * @param like the platform's own connections
     */
    EmptyTasks(HikariDataSource like) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(like.getJdbcUrl());
        config.setUsername(like.getUsername());
        config.setPassword(like.getPassword());
        config.setMaximumPoolSize(THREADS + 4);
        this.pool = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(pool);
        jdbc.sql(TABLE).update();
    }

    /** Executions a second, from the start of the scheduler to the last handler. */
    double perSecond(int count) {
        jdbc.sql("truncate public.scheduled_tasks").update();
        jdbc.sql(DUE).param("name", NAME).param("count", count).update();
        jdbc.sql("analyze public.scheduled_tasks").update();
        jdbc.sql("checkpoint").update();
        CountDownLatch left = new CountDownLatch(count);
        OneTimeTask<Void> nothing =
                Tasks.oneTime(NAME).execute((instance, context) -> left.countDown());
        Scheduler scheduler =
                Scheduler.create(pool, nothing)
                        .tableName("public.scheduled_tasks")
                        .threads(THREADS)
                        .pollUsingLockAndFetch(4, 20)
                        .pollingInterval(Duration.ofMillis(100))
                        .build();
        long start = System.nanoTime();
        scheduler.start();
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        scheduler.stop();
        return count / seconds;
    }

    @Override
    public void close() {
        pool.close();
    }
}
