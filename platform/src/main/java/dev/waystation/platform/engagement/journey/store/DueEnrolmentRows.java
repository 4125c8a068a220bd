package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.FairShares;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Whose time has come, for a worker to claim. */
@Repository
public class DueEnrolmentRows {

    private static final String DUE_JOURNEYS =
            """
            select d.journey_id, few.due from journey.definition d
            cross join lateral (
                select count(*) as due from (
                    select from journey.enrolment e
                    where e.journey_id = d.journey_id and e.ended_at is null and e.wakes_at <= :now
                    limit :limit) as e
                ) as few
            where d.state = 'published' and few.due > 0
            """;

    private static final String CLAIM_DUE =
            """
            select e.* from unnest(:journeys, :shares) as j (journey_id, share)
            cross join lateral (
            """
                    + EnrolmentRows.COLUMNS
                    + """
                    where e.ended_at is null and e.wakes_at <= :now and e.journey_id = j.journey_id
                    order by e.wakes_at, e.member_id limit j.share for update of e skip locked
                    ) as e
                    """;

    private final JdbcClient jdbc;
    private final RowMapper<Enrolment> enrolment;

    DueEnrolmentRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.enrolment = EnrolmentRows.mapper(json);
    }

    /** Enrolments whose time has come, locked and skipped by everybody else, in fair shares. */
    public List<Enrolment> claimDue(Instant now, int limit) {
        Map<Long, Integer> due = new HashMap<>();
        jdbc.sql(DUE_JOURNEYS)
                .param("now", Columns.utc(now))
                .param("limit", limit)
                .query(row -> {
                    due.put(row.getLong("journey_id"), row.getInt("due"));
                });
        if (due.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> shares = FairShares.of(due, limit);
        return jdbc.sql(CLAIM_DUE)
                .param("journeys", shares.keySet().toArray(Long[]::new))
                .param("shares", shares.values().toArray(Integer[]::new))
                .param("now", Columns.utc(now))
                .query(enrolment)
                .list();
    }
}
