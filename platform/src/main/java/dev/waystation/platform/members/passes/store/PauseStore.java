package dev.waystation.platform.members.passes.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.model.ClosureTold;
import dev.waystation.platform.members.passes.model.Pause;
import dev.waystation.platform.members.passes.model.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closures of sites and the days on which passes rest. */
@Repository
public class PauseStore {

    private static final String CLOSE =
            """
            insert into passes.closure (site, first_day, last_day, cause_zh, cause_en, made_at)
            values (:site, :from, :until, :zh, :en, :now) returning closure_id
            """;

    private static final String REST =
            """
            insert into passes.pause
              (pass_id, reference, closure_id, first_day, last_day, added_days, cause_zh, cause_en,
               at)
            values (:pass, :ref, :closure, :from, :until, :added, :zh, :en, :now)
            on conflict do nothing
            """;

    private static final String CLOSURES =
            """
            select c.*, count(p.pass_id) as passes, coalesce(sum(p.added_days), 0) as days
            from passes.closure c left join passes.pause p on p.closure_id = c.closure_id
            group by c.closure_id order by c.closure_id desc limit 100
            """;

    private final JdbcClient jdbc;

    PauseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long close(Closure closure, Instant now) {
        return jdbc.sql(CLOSE)
                .param("site", closure.site())
                .param("from", closure.days().from())
                .param("until", closure.days().until())
                .param("zh", closure.cause().zh())
                .param("en", closure.cause().en())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Optional<Closure> closure(long id) {
        return jdbc.sql("select * from passes.closure where closure_id = :id")
                .param("id", id)
                .query(PauseStore::closure)
                .optional();
    }

    public List<ClosureTold> closures() {
        return jdbc.sql(CLOSURES)
                .query((row, index) ->
                        new ClosureTold(
                                closure(row, index), row.getLong("passes"), row.getLong("days")))
                .list();
    }

    /** False when this pause, or the closure behind it, counts for the pass already. */
    public boolean rest(long pass, Pause pause, Instant now) {
        return jdbc.sql(REST)
                        .param("pass", pass)
                        .param("ref", pause.reference())
                        .param("closure", pause.closure())
                        .param("from", pause.days().from())
                        .param("until", pause.days().until())
                        .param("added", pause.addedDays())
                        .param("zh", pause.cause().zh())
                        .param("en", pause.cause().en())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public List<Pause> of(long pass) {
        return jdbc.sql("select * from passes.pause where pass_id = :pass order by first_day, at")
                .param("pass", pass)
                .query((row, index) ->
                        new Pause(
                                row.getObject("reference", UUID.class),
                                row.getObject("closure_id", Long.class),
                                span(row),
                                row.getInt("added_days"),
                                cause(row)))
                .list();
    }

    private static Closure closure(ResultSet row, int index) throws SQLException {
        return new Closure(row.getLong("closure_id"), row.getString("site"), span(row), cause(row));
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static Said cause(ResultSet row) throws SQLException {
        return new Said(row.getString("cause_zh"), row.getString("cause_en"));
    }
}
