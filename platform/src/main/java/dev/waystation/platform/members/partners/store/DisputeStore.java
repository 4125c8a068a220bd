package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Statement.Decision;
import dev.waystation.platform.members.partners.model.Statement.Difference;
import dev.waystation.platform.members.partners.model.Statement.Dispute;
import dev.waystation.platform.members.partners.model.Statement.Gap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disputes about differences; one per event and kind of a month. */
@Component
public class DisputeStore {

    private static final String OPEN =
            """
            insert into partners.dispute
              (id, partner_id, period, event_id, kind, ours, theirs, state, note, opened_by,
               opened_at)
            values (:id, :partner, :period, :event, :kind, :ours, :theirs, 'OPEN', :note, :by, :now)
            on conflict on constraint dispute_once do nothing
            """;

    private static final String DECIDE =
            """
            update partners.dispute
            set state = :state, note = note || ' / ' || :note, decided_by = :by, minor = :minor,
                adjusted_in = :month
            where id = :id and state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    DisputeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when one was opened before. */
    public boolean open(
            UUID id,
            long partner,
            LocalDate period,
            Difference about,
            String note,
            String by,
            Instant now) {
        return jdbc.sql(OPEN)
                        .param("id", id)
                        .param("partner", partner)
                        .param("period", period)
                        .param("event", about.eventId())
                        .param("kind", about.kind().name())
                        .param("ours", about.ours())
                        .param("theirs", about.theirs())
                        .param("note", note)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean decide(
            UUID id,
            Decision state,
            String note,
            String by,
            long minor,
            @Nullable LocalDate month) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("note", note)
                        .param("by", by)
                        .param("minor", minor)
                        .param("month", month)
                        .update()
                == 1;
    }

    public List<Dispute> of(long partner, LocalDate period) {
        return jdbc.sql(
                        """
                        select * from partners.dispute
                        where partner_id = :partner and period = :period order by opened_at, id
                        """)
                .param("partner", partner)
                .param("period", period)
                .query(DisputeStore::read)
                .list();
    }

    public Optional<Dispute> find(UUID id) {
        return jdbc.sql("select * from partners.dispute where id = :id")
                .param("id", id)
                .query(DisputeStore::read)
                .optional();
    }

    public long partnerOf(UUID id) {
        return jdbc.sql("select partner_id from partners.dispute where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Adjustments that fall into a month. */
    public long adjusted(long partner, LocalDate period) {
        return jdbc.sql(
                        """
                        select coalesce(sum(minor), 0) from partners.dispute
                        where partner_id = :partner and adjusted_in = :period
                        """)
                .param("partner", partner)
                .param("period", period)
                .query(Long.class)
                .single();
    }

    private static Dispute read(ResultSet row, int index) throws SQLException {
        return new Dispute(
                row.getObject("id", UUID.class),
                row.getObject("period", LocalDate.class),
                row.getString("event_id"),
                Gap.valueOf(row.getString("kind")),
                row.getLong("ours"),
                row.getLong("theirs"),
                Decision.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getLong("minor"),
                row.getObject("adjusted_in", LocalDate.class));
    }
}
