package dev.waystation.platform.foundation.jobs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** The place of a row among those that are due: its hour, then its key. */
public record Turn<K>(Instant at, K key) {

    /** Of a query that selects hour and number, in this order. */
    public static final RowMapper<Turn<Long>> NUMBERED =
            (row, index) ->
                    new Turn<>(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2));

    /** Of a query that selects hour and reference, in this order. */
    public static final RowMapper<Turn<UUID>> REFERENCED =
            (row, index) ->
                    new Turn<>(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getObject(2, UUID.class));

    private static final UUID NOBODY = new UUID(0, 0);

    /** Before all rows with numbers. */
    public static Turn<Long> firstNumber() {
        return new Turn<>(Instant.EPOCH, 0L);
    }

    /** Before all rows with references. */
    public static Turn<UUID> firstReference() {
        return new Turn<>(Instant.EPOCH, NOBODY);
    }
}
