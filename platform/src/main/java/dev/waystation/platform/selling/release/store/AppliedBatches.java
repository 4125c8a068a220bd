package dev.waystation.platform.selling.release.store;

import dev.waystation.platform.selling.catalogue.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which batches have opened on which run: each once, whatever restarts or clocks do. */
@Repository
public class AppliedBatches {

    /** Stands for the plan itself being in force on a run, before any batch. */
    public static final String START = "";

    private static final String OF_PLAN =
            """
            select run_id, batch_code from release.applied_batch
            where plan_id = :plan and run_id in (:runs)
            """;

    private static final String ADD =
            """
            insert into release.applied_batch (plan_id, run_id, batch_code, applied_at)
            select :plan, :run, code, :now from unnest(:codes::text[]) as code
            on conflict (plan_id, run_id, batch_code) do nothing
            returning batch_code
            """;

    private record Line(RunId run, String code) {}

    private final JdbcClient jdbc;

    AppliedBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<RunId, Set<String>> of(long plan, Collection<RunId> runs) {
        Map<RunId, Set<String>> applied = new HashMap<>();
        if (runs.isEmpty()) {
            return applied;
        }
        List<Line> lines =
                jdbc.sql(OF_PLAN)
                        .param("plan", plan)
                        .param("runs", runs.stream().map(RunId::value).toList())
                        .query((row, index) ->
                                new Line(
                                        new RunId(row.getLong("run_id")),
                                        row.getString("batch_code")))
                        .list();
        for (Line line : lines) {
            applied.computeIfAbsent(line.run(), run -> new HashSet<>()).add(line.code());
        }
        return applied;
    }

    /** Notes batches as applied; those that were not noted before. */
    public List<String> add(long plan, RunId run, Collection<String> codes, Instant now) {
        return jdbc.sql(ADD)
                .param("plan", plan)
                .param("run", run.value())
                .param("codes", codes.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getString("batch_code"))
                .list();
    }
}
