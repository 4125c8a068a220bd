package dev.waystation.platform.engagement.webhooks.store;

import dev.waystation.platform.engagement.webhooks.model.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries, waiting and done, with every attempt. */
@Component
public class DeliveryStore {

    private static final String COLUMNS =
            "id, endpoint_id, message_id, type, payload, state, attempts, due_at, created_at,"
                    + " settled_at";

    private static final String ADD =
            """
            insert into webhooks.delivery
                (endpoint_id, message_id, type, payload, due_at, created_at)
            values (:endpoint, :message, :type, :payload, :due, :now)
            on conflict on constraint delivery_once do nothing
            """;

    // Taken for a minute: who dies with it leaves it to the next.
    private static final String CLAIM =
            """
            update webhooks.delivery d set due_at = :until
            from (select d.id from webhooks.delivery d
                  join webhooks.endpoint e on e.id = d.endpoint_id and e.state = 'active'
                  where d.state = 'pending' and d.due_at <= :now
                  order by d.due_at, d.id limit :limit
                  for update of d skip locked) c
            where d.id = c.id
            returning d.*
            """;

    private static final String TRIED =
            """
            update webhooks.delivery
            set state = :state, attempts = attempts + 1, due_at = :due,
                settled_at = case when :state = 'pending' then null else cast(:at as timestamptz) end
            where id = :id
            """;

    private static final String NOTE =
            """
            insert into webhooks.attempt (delivery_id, number, at, status, error, took_millis)
            select :id, coalesce(max(number), 0) + 1, :at, :status, :error, :took
            from webhooks.attempt where delivery_id = :id
            """;

    private static final String PAGE =
            "select "
                    + COLUMNS
                    + " from webhooks.delivery where endpoint_id = :endpoint and id < :before"
                    + " order by id desc limit :limit";

    private static final String FIND =
            "select " + COLUMNS + " from webhooks.delivery where id = :id";

    private static final String AGAIN =
            """
            update webhooks.delivery set state = 'pending', attempts = 0, due_at = :now,
                settled_at = null
            where id = :id
            """;

    private static final String ATTEMPTS =
            """
            select number, at, status, error, took_millis from webhooks.attempt
            where delivery_id = :id order by number
            """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Once per endpoint and message. */
    public void add(
            long endpoint, String message, String type, String payload, Instant due, Instant now) {
        jdbc.sql(ADD)
                .param("endpoint", endpoint)
                .param("message", message)
                .param("type", type)
                .param("payload", payload)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Due ones, nobody else's until then. */
    public List<Delivery> claim(Instant now, Instant until, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(DeliveryStore::read)
                .list();
    }

    public void tried(long id, String state, Instant due, Delivery.Attempt attempt) {
        jdbc.sql(TRIED)
                .param("id", id)
                .param("state", state)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(NOTE)
                .param("id", id)
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .param("status", attempt.status())
                .param("error", attempt.error())
                .param("took", attempt.tookMillis())
                .update();
    }

    /** The latest first. */
    public List<Delivery> page(long endpoint, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("endpoint", endpoint)
                .param("before", before)
                .param("limit", limit)
                .query(DeliveryStore::read)
                .list();
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(DeliveryStore::read).optional();
    }

    public boolean again(long id, Instant now) {
        return jdbc.sql(AGAIN).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update()
                == 1;
    }

    public List<Delivery.Attempt> attempts(long id) {
        return jdbc.sql(ATTEMPTS)
                .param("id", id)
                .query((row, _) ->
                        new Delivery.Attempt(
                                row.getInt("number"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("status", Integer.class),
                                row.getString("error"),
                                row.getInt("took_millis")))
                .list();
    }

    private static Delivery read(ResultSet row, int index) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Delivery(
                row.getLong("id"),
                row.getLong("endpoint_id"),
                row.getString("message_id"),
                row.getString("type"),
                row.getString("payload"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                settled == null ? null : settled.toInstant());
    }
}
