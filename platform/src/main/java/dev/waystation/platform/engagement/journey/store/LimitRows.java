package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.KeptOut;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Caps across journeys: what is set, whose turn it is, how many entered, who was kept out. */
@Repository
public class LimitRows {

    private static final String READ = "select limits from journey.limits";
    private static final String WRITE =
            """
            insert into journey.limits (single, limits) values (true, cast(:limits as jsonb))
            on conflict (single) do update set limits = excluded.limits
            """;

    private static final String MEET =
            """
            insert into journey.member_turn (member_id)
            select member_id from unnest(:members) as member_id order by member_id
            on conflict do nothing
            """;

    private static final String TURN =
            """
            select member_id from journey.member_turn
            where member_id = any(:members) order by member_id for update
            """;

    private static final String ENTERED =
            """
            select e.member_id, count(*) as entries
            from journey.enrolment e join journey.version v using (journey_id, version)
            where e.member_id = any(:members) and e.entered_at > :since
              and v.content ->> 'priority' is not null
            group by e.member_id
            """;

    private static final String KEEP_OUT =
            """
            with undone as (
                delete from journey.enrolment e
                using unnest(:members, :ids) as n (member_id, enrolment_id)
                where e.member_id = n.member_id and e.enrolment_id = n.enrolment_id
                returning e.member_id, e.journey_id, e.entry_key)
            insert into journey.kept_out (member_id, journey_id, entry_key, reason, at)
            select member_id, journey_id, entry_key, :reason, :at from undone
            order by member_id, journey_id, entry_key
            on conflict do nothing
            """;

    private static final String KEPT_OUT =
            """
            select member_id, journey_id, entry_key, reason, at from journey.kept_out
            where journey_id = :journey order by at desc, member_id limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LimitRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public JourneyLimits read() {
        return jdbc.sql(READ)
                .query((row, number) -> json.readValue(row.getString(1), JourneyLimits.class))
                .optional()
                .orElse(JourneyLimits.NONE);
    }

    public void write(JourneyLimits limits) {
        jdbc.sql(WRITE).param("limits", json.writeValueAsString(limits)).update();
    }

    /** Makes entries of these members wait for one another until the transaction ends. */
    public void takeTurns(Collection<Long> members) {
        Long[] ids = members.toArray(Long[]::new);
        jdbc.sql(MEET).param("members", ids).update();
        jdbc.sql(TURN).param("members", ids).query((row, number) -> row.getLong(1)).list();
    }

    /** Entries since then that count, into journeys that are paused or stopped now too. */
    public Map<Long, Long> entered(Collection<Long> members, Instant since) {
        var entries = new HashMap<Long, Long>();
        jdbc.sql(ENTERED)
                .param("members", members.toArray(Long[]::new))
                .param("since", Columns.utc(since))
                .query(row -> {
                    entries.put(row.getLong("member_id"), row.getLong("entries"));
                });
        return entries;
    }

    /** Takes entries of this very transaction back and notes why. */
    public void keepOut(List<EnrolmentRows.Entered> entered, String reason, Instant at) {
        if (entered.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP_OUT)
                .param("members", Columns.numbers(entered, EnrolmentRows.Entered::memberId))
                .param("ids", Columns.numbers(entered, EnrolmentRows.Entered::enrolmentId))
                .param("reason", reason)
                .param("at", Columns.utc(at))
                .update();
    }

    /** Latest first. */
    public List<KeptOut> keptOut(long journeyId, int limit) {
        return jdbc.sql(KEPT_OUT)
                .param("journey", journeyId)
                .param("limit", limit)
                .query((row, number) ->
                        new KeptOut(
                                row.getLong("member_id"),
                                row.getLong("journey_id"),
                                row.getString("entry_key"),
                                row.getString("reason"),
                                row.getObject("at", java.time.OffsetDateTime.class).toInstant()))
                .list();
    }
}
