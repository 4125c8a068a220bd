package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.NodeCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counters per node. Everybody in a journey shares these rows, so a transaction touches them once,
 * last and in one order: whoever holds them waits for nobody any more.
 */
@Repository
public class CounterRows {

    private static final String ADD =
            """
            insert into journey.node_counter (journey_id, node, entered, done, departed, withheld, failed, converted)
            select * from unnest(:journeys, :nodes, :entered, :done, :departed, :withheld, :failed, :converted)
            on conflict (journey_id, node) do update
            set entered = node_counter.entered + excluded.entered,
                done = node_counter.done + excluded.done,
                departed = node_counter.departed + excluded.departed,
                withheld = node_counter.withheld + excluded.withheld,
                failed = node_counter.failed + excluded.failed,
                converted = node_counter.converted + excluded.converted
            """;

    private static final String OF =
            """
            select node, entered, done, departed, withheld, failed, converted from journey.node_counter
            where journey_id = :id order by node
            """;

    private static final String TOTALS =
            """
            select count(*) as entered,
                   count(*) filter (where ended_at is null) as active,
                   count(*) filter (where state = 'CONVERTED') as converted,
                   count(*) filter (where state = 'LEFT') as departed
            from journey.enrolment where journey_id = :id
            """;

    private final JdbcClient jdbc;

    CounterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sums of a batch, sorted so that two batches never wait for each other in a circle. */
    public static final class Sums {

        private record Key(long journeyId, String node) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int byJourney = Long.compare(journeyId, other.journeyId);
                return byJourney != 0 ? byJourney : node.compareTo(other.node);
            }
        }

        private final Map<Key, NodeCount> counts = new TreeMap<>();

        public void add(long journeyId, String node, NodeCount count) {
            counts.merge(new Key(journeyId, node), count, NodeCount::plus);
        }

        private void add(Sums more) {
            more.counts.forEach((key, count) -> counts.merge(key, count, NodeCount::plus));
        }
    }

    /** Counts when the transaction commits, together with all else that it counted. */
    public void add(Sums sums) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().sums.add(sums);
        } else {
            write(sums);
        }
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending begun) {
            return begun;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What one transaction will have counted; another one inside it has its own. */
    private final class Pending implements TransactionSynchronization {

        private final Sums sums = new Sums();

        @Override
        public void beforeCommit(boolean readOnly) {
            write(sums);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CounterRows.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CounterRows.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CounterRows.this);
        }
    }

    private void write(Sums sums) {
        var rows = List.copyOf(sums.counts.entrySet());
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("journeys", Columns.numbers(rows, row -> row.getKey().journeyId()))
                .param("nodes", Columns.texts(rows, row -> row.getKey().node()))
                .param("entered", Columns.numbers(rows, row -> row.getValue().entered()))
                .param("done", Columns.numbers(rows, row -> row.getValue().done()))
                .param("departed", Columns.numbers(rows, row -> row.getValue().departed()))
                .param("withheld", Columns.numbers(rows, row -> row.getValue().withheld()))
                .param("failed", Columns.numbers(rows, row -> row.getValue().failed()))
                .param("converted", Columns.numbers(rows, row -> row.getValue().converted()))
                .update();
    }

    public Map<String, NodeCount> of(long journeyId) {
        var counts = new LinkedHashMap<String, NodeCount>();
        jdbc.sql(OF)
                .param("id", journeyId)
                .query(row -> {
                    counts.put(
                            row.getString("node"),
                            new NodeCount(
                                    row.getLong("entered"),
                                    row.getLong("done"),
                                    row.getLong("departed"),
                                    row.getLong("withheld"),
                                    row.getLong("failed"),
                                    row.getLong("converted")));
                });
        return counts;
    }

    /** Enrolments of a journey by where they ended. */
    public record Totals(long entered, long active, long converted, long departed) {}

    public Totals totals(long journeyId) {
        return jdbc.sql(TOTALS)
                .param("id", journeyId)
                .query((row, number) ->
                        new Totals(
                                row.getLong("entered"),
                                row.getLong("active"),
                                row.getLong("converted"),
                                row.getLong("departed")))
                .single();
    }
}
