package dev.waystation.platform.selling.inventory.store;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.RunState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The newest written-down state of each run. The journal stays the truth; this saves reading it.
 */
@Repository
class Snapshots {

    private static final String KEEP =
            """
            insert into inventory.run_snapshot (run_id, sequence, state)
            values (:run, :sequence, :state)
            on conflict (run_id) do update
            set sequence = excluded.sequence, state = excluded.state
            where run_snapshot.sequence < excluded.sequence
            """;

    private static final String READ =
            "select run_id, state from inventory.run_snapshot where run_id = any(:runs)";

    private final JdbcClient jdbc;
    private final RunStateBytes bytes;

    Snapshots(JdbcClient jdbc, RunStateBytes bytes) {
        this.jdbc = jdbc;
        this.bytes = bytes;
    }

    void keep(RunId run, RunState state) {
        jdbc.sql(KEEP)
                .param("run", run.value())
                .param("sequence", state.sequence())
                .param("state", bytes.write(state))
                .update();
    }

    Map<RunId, RunState> read(Collection<RunId> runs) {
        Map<RunId, RunState> found = new HashMap<>();
        jdbc.sql(READ)
                .param("runs", runs.stream().map(RunId::value).toArray(Long[]::new))
                .query(row -> {
                    RunId run = new RunId(row.getLong("run_id"));
                    bytes.read(row.getBytes("state")).ifPresent(state -> found.put(run, state));
                });
        return found;
    }
}
