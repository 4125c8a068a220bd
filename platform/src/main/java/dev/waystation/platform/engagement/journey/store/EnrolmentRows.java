package dev.waystation.platform.engagement.journey.store;

import dev.waystation.journey.Standing;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where members stand: entries, claims and moves, each for a whole batch in one statement. */
@Repository
public class EnrolmentRows {

    private static final TypeReference<Map<String, String>> CONTEXT = new TypeReference<>() {};
    private static final TypeReference<List<Standing.Heard>> HEARD = new TypeReference<>() {};

    static final String COLUMNS =
            """
            select e.member_id, e.enrolment_id, e.journey_id, e.version, e.context, e.entered_at,
                   e.state, e.node, e.arrived_at, e.wakes_at, e.heard, e.step_count
            from journey.enrolment e
            """;

    private static final String ENTER =
            """
            insert into journey.enrolment (member_id, journey_id, version, entry_key, exclusive, context,
                entered_at, state, node, arrived_at, wakes_at, heard, step_count)
            select n.member_id, n.journey_id, n.version, n.entry_key, n.exclusive, n.context,
                   n.at, 'ENTERING', n.node, n.at, n.at, '[]', 0
            from unnest(:members, :journeys, :versions, :keys, :exclusive, :spacing,
                cast(:contexts as jsonb[]), :nodes, cast(:at as timestamptz[]))
              as n (member_id, journey_id, version, entry_key, exclusive, spacing, context, node, at)
            join journey.definition d on d.journey_id = n.journey_id and d.state = 'published'
            where n.spacing = 0 or not exists (
                select from journey.enrolment e
                where e.member_id = n.member_id and e.journey_id = n.journey_id
                  and e.entered_at > n.at - make_interval(days => n.spacing))
            order by n.member_id, n.journey_id
            for share of d
            on conflict do nothing
            returning member_id, enrolment_id, journey_id, version, entered_at
            """;

    private static final String INSIDE =
            COLUMNS
                    + """
                    where e.ended_at is null and e.member_id = any(:members)
                    order by e.member_id, e.enrolment_id for update of e
                    """;

    private static final String OF_MEMBER =
            COLUMNS
                    + """
                    where e.member_id = :member
                      and e.journey_id = (select journey_id from journey.definition where code = :code)
                    order by e.enrolment_id desc limit 20
                    """;

    private static final String MOVE =
            """
            update journey.enrolment e
            set state = n.state, node = n.node, arrived_at = n.arrived_at, wakes_at = n.wakes_at,
                heard = n.heard, step_count = n.step_count, ended_at = n.ended_at,
                context = n.context
            from unnest(:members, :ids, :states, :nodes, cast(:arrived as timestamptz[]),
                cast(:wakes as timestamptz[]), cast(:heard as jsonb[]), :steps, cast(:ended as timestamptz[]),
                cast(:contexts as jsonb[]))
              as n (member_id, enrolment_id, state, node, arrived_at, wakes_at, heard, step_count, ended_at,
                    context)
            where e.member_id = n.member_id and e.enrolment_id = n.enrolment_id
            """;

    private static final String WAITING =
            """
            select node, count(*) as members from journey.enrolment
            where journey_id = :journey and version = :version and ended_at is null
              and state = 'WAITING'
            group by node
            """;

    private static final String PINNED =
            COLUMNS
                    + """
                    where e.journey_id = :journey and e.version = :version and e.ended_at is null
                      and e.state = 'WAITING'
                    order by e.member_id limit :limit for update of e
                    """;

    private static final String STILL_INSIDE =
            """
            select count(*) as members, coalesce(max(enrolment_id), 0) as newest from journey.enrolment
            where journey_id = :journey and ended_at is null
            """;

    private static final String INSIDE_OF =
            COLUMNS
                    + """
                    where e.journey_id = :journey and e.ended_at is null and e.enrolment_id <= :newest
                    order by e.member_id, e.enrolment_id limit :limit for update of e
                    """;

    private static final String REPIN =
            """
            update journey.enrolment e set version = n.version
            from unnest(:members, :ids, :versions) as n (member_id, enrolment_id, version)
            where e.member_id = n.member_id and e.enrolment_id = n.enrolment_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Enrolment> enrolment;

    EnrolmentRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.enrolment = mapper(json);
    }

    /** An enrolment as the columns above give it. */
    static RowMapper<Enrolment> mapper(JsonMapper json) {
        return (row, number) -> {
            long member = row.getLong("member_id");
            return new Enrolment(
                    member,
                    row.getLong("enrolment_id"),
                    row.getLong("journey_id"),
                    row.getInt("version"),
                    json.readValue(row.getString("context"), CONTEXT),
                    row.getInt("step_count"),
                    new Standing(
                            PublicId.encode("mbr", member),
                            row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                            Standing.State.valueOf(row.getString("state")),
                            row.getString("node"),
                            row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                            Columns.instant(row.getObject("wakes_at", OffsetDateTime.class)),
                            json.readValue(row.getString("heard"), HEARD)));
        };
    }

    /** A member who was let in. */
    public record Entered(
            long memberId, long enrolmentId, long journeyId, int version, Instant at) {}

    /**
     * Lets in whom the constraints allow; the others are left out without a word. Whoever pauses or
     * stops a journey waits for entries under way, and later ones find it closed.
     */
    public List<Entered> enter(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ENTER)
                .param("members", Columns.numbers(entries, Entry::memberId))
                .param("journeys", Columns.numbers(entries, Entry::journeyId))
                .param("versions", Columns.counts(entries, Entry::version))
                .param("keys", Columns.texts(entries, Entry::entryKey))
                .param("exclusive", Columns.flags(entries, Entry::exclusive))
                .param("spacing", Columns.counts(entries, Entry::spacingDays))
                .param(
                        "contexts",
                        Columns.texts(entries, entry -> json.writeValueAsString(entry.context())))
                .param("nodes", Columns.texts(entries, Entry::node))
                .param("at", Columns.texts(entries, Entry::at))
                .query((row, number) ->
                        new Entered(
                                row.getLong("member_id"),
                                row.getLong("enrolment_id"),
                                row.getLong("journey_id"),
                                row.getInt("version"),
                                row.getObject("entered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Enrolments of these members that have not ended, locked; waits for whoever moves them. */
    public List<Enrolment> inside(Collection<Long> members) {
        return jdbc.sql(INSIDE)
                .param("members", members.toArray(Long[]::new))
                .query(enrolment)
                .list();
    }

    /** A member's latest enrolments in a journey, ended ones too. */
    public List<Enrolment> ofMember(long memberId, String code) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("code", code)
                .query(enrolment)
                .list();
    }

    /** The passage of that number, locked, whoever's it is now. */
    public Optional<Enrolment> locked(long enrolmentId) {
        return jdbc.sql(
                        COLUMNS
                                + " where e.enrolment_id = :id and e.ended_at is null for update of e")
                .param("id", enrolmentId)
                .query(enrolment)
                .optional();
    }

    /** How many wait at each node of a version. */
    public Map<String, Long> waiting(long journeyId, int version) {
        var waiting = new HashMap<String, Long>();
        jdbc.sql(WAITING)
                .param("journey", journeyId)
                .param("version", version)
                .query(row -> {
                    waiting.put(row.getString("node"), row.getLong("members"));
                });
        return waiting;
    }

    /** Those who wait in a version, locked. */
    public List<Enrolment> pinnedTo(long journeyId, int version, int limit) {
        return jdbc.sql(PINNED)
                .param("journey", journeyId)
                .param("version", version)
                .param("limit", limit)
                .query(enrolment)
                .list();
    }

    /** How many are inside, and the newest enrolment among them. */
    public record Inside(long members, long newest) {}

    public Inside inside(long journeyId) {
        return jdbc.sql(STILL_INSIDE)
                .param("journey", journeyId)
                .query((row, number) -> new Inside(row.getLong("members"), row.getLong("newest")))
                .single();
    }

    /** Some of those who are inside and entered no later than the newest named, locked. */
    public List<Enrolment> insideOf(long journeyId, long newest, int limit) {
        return jdbc.sql(INSIDE_OF)
                .param("journey", journeyId)
                .param("newest", newest)
                .param("limit", limit)
                .query(enrolment)
                .list();
    }

    /** Pins them to the version they now carry and writes where they stand in it. */
    public void repin(List<Enrolment> moved) {
        jdbc.sql(REPIN)
                .param("members", Columns.numbers(moved, Enrolment::memberId))
                .param("ids", Columns.numbers(moved, Enrolment::enrolmentId))
                .param("versions", Columns.counts(moved, Enrolment::version))
                .update();
        move(moved);
    }

    /** Writes where the enrolments stand now. */
    public void move(List<Enrolment> moved) {
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql(MOVE)
                .param("members", Columns.numbers(moved, Enrolment::memberId))
                .param("ids", Columns.numbers(moved, Enrolment::enrolmentId))
                .param("states", Columns.texts(moved, it -> it.standing().state()))
                .param("nodes", Columns.texts(moved, it -> it.standing().node()))
                .param("arrived", Columns.texts(moved, it -> it.standing().arrivedAt()))
                .param("wakes", Columns.texts(moved, it -> it.standing().wakesAt()))
                .param(
                        "heard",
                        Columns.texts(moved, it -> json.writeValueAsString(it.standing().heard())))
                .param("steps", Columns.counts(moved, Enrolment::stepCount))
                .param(
                        "contexts",
                        Columns.texts(moved, it -> json.writeValueAsString(it.context())))
                .param(
                        "ended",
                        Columns.texts(
                                moved,
                                it -> it.standing().isOut() ? it.standing().arrivedAt() : null))
                .update();
    }
}
