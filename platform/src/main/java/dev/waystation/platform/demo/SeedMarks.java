package dev.waystation.platform.demo;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which parts of the sample world stand, and says on the terminal how far it is. */
@Component
class SeedMarks {

    // The demo owns no migrations: a platform that runs for real never sees this schema.
    private static final String CREATE =
            """
            create schema if not exists demo;
            create table if not exists demo.part (
              name text primary key,
              seeded_at timestamptz not null default now()
            )
            """;

    private final JdbcClient jdbc;
    private final SeedProgress progress = new SeedProgress(12);

    SeedMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void part(String name, String what, Runnable work) {
        jdbc.sql(CREATE).update();
        boolean stands =
                jdbc.sql("select exists (select 1 from demo.part where name = :name)")
                        .param("name", name)
                        .query(Boolean.class)
                        .single();
        if (stands) {
            return;
        }
        long from = System.nanoTime();
        work.run();
        jdbc.sql("insert into demo.part (name) values (:name)").param("name", name).update();
        progress.done(what, Duration.ofNanos(System.nanoTime() - from));
    }
}
