package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Whose time has come, for a worker to claim. */
@Repository
public class DueEnrolmentRows {

    private static final String DUE_JOURNEYS =
            """
            select d.journey_id from journey.definition d
            where d.state = 'published' and exists (
                select from journey.enrolment e
                where e.journey_id = d.journey_id and e.ended_at is null and e.wakes_at <= :now)
            """;

    private static final String CLAIM_DUE =
            """
            select e.* from unnest(:journeys) as j (journey_id)
            cross join lateral (
            """
                    + EnrolmentRows.COLUMNS
                    + """
                    where e.ended_at is null and e.wakes_at <= :now and e.journey_id = j.journey_id
                    order by e.wakes_at, e.member_id limit :limit for update of e skip locked
                    ) as e
                    """;

    private final JdbcClient jdbc;
    private final RowMapper<Enrolment> enrolment;

    DueEnrolmentRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.enrolment = EnrolmentRows.mapper(json);
    }

    /**
     * Enrolments whose time has come, locked and skipped by everybody else. Every journey gets an
     * equal share, so whoever is due in one does not wait until another with a million is done.
     */
    public List<Enrolment> claimDue(Instant now, int limit) {
        List<Long> journeys =
                jdbc.sql(DUE_JOURNEYS)
                        .param("now", Columns.utc(now))
                        .query((row, number) -> row.getLong(1))
                        .list();
        if (journeys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(CLAIM_DUE)
                .param("journeys", journeys.toArray(Long[]::new))
                .param("now", Columns.utc(now))
                .param("limit", Math.max(1, limit / journeys.size()))
                .query(enrolment)
                .list();
    }
}
