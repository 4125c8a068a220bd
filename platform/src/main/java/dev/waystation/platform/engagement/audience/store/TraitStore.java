package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Totals;
import dev.waystation.platform.engagement.audience.model.Traits;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of traits. */
@Component
public class TraitStore {

    static final String COLUMNS =
            """
            member_id, birth_date, gender, city, tier, points, joined_on, trips_12m,
            spend_12m_minor, last_trip_on, visits_12m, last_visit_on, student, student_until,
            senior, tags, consents, refused, reachable, due_on, extras, derived, version
            """;

    private static final String LOCK =
            "select "
                    + COLUMNS
                    + "from audience.member_trait where member_id = any(:ids)"
                    + " order by member_id for update";

    private static final String PAGE =
            "select "
                    + COLUMNS
                    + "from audience.member_trait where member_id > :after"
                    + " order by member_id limit :limit";

    private static final String FIND =
            "select " + COLUMNS + "from audience.member_trait where member_id = any(:ids)";

    private static final String DUE =
            """
            select member_id from audience.member_trait
            where due_on <= :today
            order by due_on, member_id
            limit :limit
            """;

    private static final String ENSURE =
            """
            insert into audience.member_trait (member_id, joined_on)
            select n.member, n.day
            from unnest(cast(:members as bigint[]), cast(:days as date[])) as n (member, day)
            where not exists (select from audience.own_trait where member_id = n.member)
              and not exists (select from audience.forgotten where member_id = n.member)
            order by n.member
            on conflict (member_id) do nothing
            """;

    private static final String REGISTER =
            """
            insert into audience.member_trait
              (member_id, birth_date, gender, city, joined_on, reachable)
            select cast(:member as bigint), cast(:born as date), :gender, :city,
                cast(:day as date), cast(:reachable as text[])
            where not exists (select from audience.own_trait
                              where member_id = :member and into_id <> member_id)
            on conflict (member_id) do update
            set birth_date = excluded.birth_date,
                gender = excluded.gender,
                city = excluded.city,
                joined_on = excluded.joined_on,
                reachable = array(
                    select distinct c from unnest(member_trait.reachable || excluded.reachable) as c
                    order by c)
            """;

    private static final String CORRECT =
            """
            update audience.own_trait
            set birth_date = :born, gender = :gender, city = :city, joined_on = :day
            where member_id = :member
            """;

    private static final String ADD_POINTS =
            "update %s set points = points + :amount where member_id = :member";

    private static final String SET_TIER = "update %s set tier = :tier where member_id = :member";

    private static final String SET_STUDENT =
            "update %s set student_until = :until where member_id = :member";

    private static final String ADD_TAG =
            """
            update %s set tags = array_append(tags, cast(:tag as text))
            where member_id = :member and not tags @> array[cast(:tag as text)]
            """;

    private static final String REMOVE_TAG =
            """
            update %s set tags = array_remove(tags, cast(:tag as text))
            where member_id = :member
            """;

    private static final String REFRESH =
            """
            update audience.member_trait t
            set trips_12m = n."trips12m",
                spend_12m_minor = n."spend12mMinor",
                last_trip_on = n."lastTripOn",
                visits_12m = n."visits12m",
                last_visit_on = n."lastVisitOn",
                student = n.student,
                senior = n.senior,
                tags = array(select jsonb_array_elements_text(r.tags)),
                derived = r.derived,
                due_on = r."dueOn",
                version = t.version + 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                    "memberId" bigint, totals jsonb, tags jsonb, derived jsonb, "dueOn" date),
                jsonb_to_record(r.totals) as n (
                    "trips12m" bigint, "spend12mMinor" bigint, "lastTripOn" date,
                    "visits12m" bigint, "lastVisitOn" date, student boolean, senior boolean)
            where t.member_id = r."memberId"
            """;

    private final JdbcClient jdbc;
    private final Json json;

    TraitStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Locks in the order of numbers, so that two batches never wait for one another. */
    public List<Traits> lock(List<Long> memberIds) {
        return jdbc.sql(LOCK).param("ids", array(memberIds)).query(this::read).list();
    }

    public List<Traits> find(List<Long> memberIds) {
        return jdbc.sql(FIND).param("ids", array(memberIds)).query(this::read).list();
    }

    /** How many members there are. */
    public long count() {
        return jdbc.sql("select count(*) from audience.member_trait").query(Long.class).single();
    }

    public List<Traits> page(long after, int limit) {
        return jdbc.sql(PAGE).param("after", after).param("limit", limit).query(this::read).list();
    }

    /** Members for whom the day has come, the longest overdue first. */
    public List<Long> due(LocalDate today, int limit) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("limit", limit)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /** A row for each member of whom nothing else is known yet, with the day it begins. */
    public void ensure(SortedMap<Long, LocalDate> days) {
        String[] begin = days.values().stream().map(LocalDate::toString).toArray(String[]::new);
        jdbc.sql(ENSURE)
                .param("members", array(List.copyOf(days.keySet())))
                .param("days", begin)
                .update();
    }

    public void register(
            long memberId,
            LocalDate born,
            String gender,
            String city,
            LocalDate day,
            List<String> reachable) {
        for (String sql : List.of(REGISTER, CORRECT)) {
            jdbc.sql(sql)
                    .param("member", memberId)
                    .param("born", born)
                    .param("gender", gender)
                    .param("city", city)
                    .param("day", day)
                    .param("reachable", reachable.toArray(String[]::new))
                    .update();
        }
    }

    public void addPoints(long memberId, long amount) {
        set(ADD_POINTS, Map.of("member", memberId, "amount", amount));
    }

    public void setTier(long memberId, String tier) {
        set(SET_TIER, Map.of("member", memberId, "tier", tier));
    }

    public void setStudent(long memberId, LocalDate until) {
        set(SET_STUDENT, Map.of("member", memberId, "until", until));
    }

    public void setConsent(long memberId, String channel, boolean granted) {
        set(
                TraitSql.SET_CONSENT,
                Map.of("member", memberId, "channel", channel, "granted", granted));
    }

    public void setReach(long memberId, String channel, boolean found) {
        set(TraitSql.SET_REACH, Map.of("member", memberId, "channel", channel, "found", found));
    }

    /** Mirrors one tag set or taken away by hand, with what it carries. */
    public void setTag(long memberId, String tag, boolean carried) {
        set(carried ? ADD_TAG : REMOVE_TAG, Map.of("member", memberId, "tag", tag));
        mirrorValues(memberId);
    }

    /** The values somebody gave, under the names conditions use. */
    void mirrorValues(long memberId) {
        jdbc.sql(TraitSql.MIRROR_VALUES).param("member", memberId).update();
    }

    /** Whoever is one person with others has a row of what they are alone beside. */
    private void set(String sql, Map<String, ?> values) {
        for (String table : List.of("audience.member_trait", "audience.own_trait")) {
            jdbc.sql(sql.formatted(table)).params(values).update();
        }
    }

    /** Writes what follows from deeds and time, and the tags. */
    public void refresh(List<MemberView> members) {
        List<Refreshed> rows =
                members.stream()
                        .map(member ->
                                new Refreshed(
                                        member.traits().memberId(),
                                        member.totals(),
                                        member.tags(),
                                        member.derived().values(),
                                        member.dueOn()))
                        .toList();
        jdbc.sql(REFRESH).param("rows", json.write(rows)).update();
    }

    private record Refreshed(
            long memberId,
            Totals totals,
            List<String> tags,
            Map<String, Object> derived,
            @Nullable LocalDate dueOn) {}

    static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private Traits read(ResultSet row, int index) throws SQLException {
        return new Traits(
                row.getLong("member_id"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("gender"),
                row.getString("city"),
                row.getString("tier"),
                row.getLong("points"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("student_until", LocalDate.class),
                new Totals(
                        row.getLong("trips_12m"),
                        row.getLong("spend_12m_minor"),
                        row.getObject("last_trip_on", LocalDate.class),
                        row.getLong("visits_12m"),
                        row.getObject("last_visit_on", LocalDate.class),
                        row.getBoolean("student"),
                        row.getBoolean("senior")),
                texts(row.getArray("tags")),
                texts(row.getArray("consents")),
                texts(row.getArray("refused")),
                texts(row.getArray("reachable")),
                row.getObject("due_on", LocalDate.class),
                json.values(row.getString("extras")),
                json.values(row.getString("derived")),
                row.getLong("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** Drops what is known of somebody who is no member any more. */
    public void forget(long memberId) {
        TraitSql.FORGET.forEach(sql -> jdbc.sql(sql).param("member", memberId).update());
    }
}
