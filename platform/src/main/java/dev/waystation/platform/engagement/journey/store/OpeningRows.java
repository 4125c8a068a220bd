package dev.waystation.platform.engagement.journey.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the entries of a slot got. A slot is opened once, whoever asks how often. */
@Repository
public class OpeningRows {

    private static final String OPEN =
            """
            insert into journey.opening (journey_id, slot, after_member, entered, done)
            values (:journey, :slot, 0, 0, false) on conflict do nothing
            """;

    private static final String UNDONE =
            """
            select after_member from journey.opening
            where journey_id = :journey and slot = :slot and not done for update
            """;

    private static final String MARK =
            """
            update journey.opening set after_member = :after, entered = entered + :entered, done = :done
            where journey_id = :journey and slot = :slot
            """;

    private final JdbcClient jdbc;

    OpeningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After which member it goes on, locked; empty when the slot is done. */
    public Optional<Long> claim(long journeyId, Instant slot) {
        jdbc.sql(OPEN).param("journey", journeyId).param("slot", Columns.utc(slot)).update();
        return jdbc.sql(UNDONE)
                .param("journey", journeyId)
                .param("slot", Columns.utc(slot))
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    public void mark(long journeyId, Instant slot, long after, int entered, boolean done) {
        jdbc.sql(MARK)
                .param("journey", journeyId)
                .param("slot", Columns.utc(slot))
                .param("after", after)
                .param("entered", entered)
                .param("done", done)
                .update();
    }
}
