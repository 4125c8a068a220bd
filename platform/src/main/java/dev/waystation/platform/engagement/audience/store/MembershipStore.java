package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.MemberSegment;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which segment. */
@Component
public class MembershipStore {

    /** Who came and went on one day. */
    public record Day(LocalDate date, int entered, int left) {}

    private static final String OF_MEMBERS =
            """
            select member_id, segment_id from audience.segment_member where member_id = any(:ids)
            """;

    private static final String CODES =
            """
            select m.member_id, s.code from audience.segment_member m
            join audience.segment s on s.id = m.segment_id
            where m.member_id = any(:ids) and s.code is not null
            """;

    private static final String ENTER =
            """
            insert into audience.segment_member (segment_id, member_id, since, cause, explanation)
            select * from unnest(cast(:segments as bigint[]), cast(:members as bigint[]),
                cast(:at as timestamptz[]), cast(:causes as text[]), cast(:whys as jsonb[]))
            on conflict (segment_id, member_id) do nothing
            """;

    private static final String LEAVE =
            """
            delete from audience.segment_member
            where segment_id = :segment and member_id = :member
            """;

    private static final String TALLY =
            """
            insert into audience.segment_day (segment_id, on_day, entered, departed)
            values (:segment, :day, :entered, :departed)
            on conflict (segment_id, on_day) do update
            set entered = segment_day.entered + excluded.entered,
                departed = segment_day.departed + excluded.departed
            """;

    private static final String DAYS =
            """
            select on_day, entered, departed from audience.segment_day
            where segment_id = :segment and on_day > :after
            order by on_day
            """;

    private static final String CHANGES =
            """
            insert into audience.segment_change
              (segment_id, member_id, direction, kind, cause, happened_at)
            select * from unnest(:segments, :members, :directions, :kinds, :causes,
                cast(:at as timestamptz[]))
            """;

    private static final String FILLED =
            """
            insert into audience.segment_change
              (segment_id, member_id, direction, kind, cause, happened_at)
            select segment_id, member_id, 'entered', :kind, :cause, cast(:at as timestamptz)
            from audience.segment_member where segment_id = :segment
            """;

    private static final String FEED =
            """
            select change_id, member_id, direction, kind, cause, happened_at
            from audience.segment_change
            where segment_id = :segment and change_id < :before
            order by change_id desc limit :limit
            """;

    private static final String CONTAINS =
            """
            select count(*) from audience.segment_member
            where segment_id = :segment and member_id = :member
            """;

    private static final String COUNT =
            "select count(*) from audience.segment_member where segment_id = :segment";

    private static final String PAGE =
            """
            select member_id from audience.segment_member
            where segment_id = :segment and member_id > :after
            order by member_id
            limit :limit
            """;

    private static final String OF_MEMBER =
            """
            select s.id, s.name_zh, s.name_en, m.since, m.explanation
            from audience.segment_member m
            join audience.segment s on s.id = m.segment_id
            where m.member_id = :member
            order by m.since desc, s.id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    MembershipStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The segments each of these members is in. */
    public Map<Long, Set<Long>> ofMembers(List<Long> memberIds) {
        return jdbc
                .sql(OF_MEMBERS)
                .param("ids", TraitStore.array(memberIds))
                .query((row, i) -> Map.entry(row.getLong("member_id"), row.getLong("segment_id")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** The codes of the segments each of these members is in. */
    public Map<Long, List<String>> codes(List<Long> memberIds) {
        return jdbc
                .sql(CODES)
                .param("ids", TraitStore.array(memberIds))
                .query((row, i) -> Map.entry(row.getLong("member_id"), row.getString("code")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A member who comes in, with the reason. */
    public record Entry(long segmentId, long memberId, String cause, Instant at, Explanation why) {}

    /** Writes who came in of a batch in one statement. */
    public void enter(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(ENTER)
                .param("segments", entries.stream().map(Entry::segmentId).toArray(Long[]::new))
                .param("members", entries.stream().map(Entry::memberId).toArray(Long[]::new))
                .param("at", texts(entries, entry -> entry.at().toString()))
                .param("causes", texts(entries, Entry::cause))
                .param("whys", texts(entries, entry -> json.write(entry.why())))
                .update();
    }

    public void leave(long segmentId, long memberId) {
        jdbc.sql(LEAVE).param("segment", segmentId).param("member", memberId).update();
    }

    /** One line of a segment's change feed. */
    public record Change(
            long changeId,
            long segmentId,
            long memberId,
            boolean entered,
            String kind,
            String cause,
            Instant at) {}

    /** Writes the feed of a batch in one statement. */
    public void feed(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(CHANGES)
                .param("segments", changes.stream().map(Change::segmentId).toArray(Long[]::new))
                .param("members", changes.stream().map(Change::memberId).toArray(Long[]::new))
                .param("directions", texts(changes, c -> c.entered() ? "entered" : "left"))
                .param("kinds", texts(changes, Change::kind))
                .param("causes", texts(changes, Change::cause))
                .param("at", texts(changes, c -> c.at().toString()))
                .update();
    }

    /** Writes into the feed that everybody now in the segment entered. */
    public void feedAll(long segmentId, String kind, String cause, Instant at) {
        jdbc.sql(FILLED)
                .param("segment", segmentId)
                .param("kind", kind)
                .param("cause", cause)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The feed, newest first, before a place. */
    public List<Change> changes(long segmentId, long before, int limit) {
        return jdbc.sql(FEED)
                .param("segment", segmentId)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) ->
                        new Change(
                                row.getLong("change_id"),
                                segmentId,
                                row.getLong("member_id"),
                                row.getString("direction").equals("entered"),
                                row.getString("kind"),
                                row.getString("cause"),
                                row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    public void tally(long segmentId, LocalDate day, int entered, int left) {
        jdbc.sql(TALLY)
                .param("segment", segmentId)
                .param("day", day)
                .param("entered", entered)
                .param("departed", left)
                .update();
    }

    public List<Day> days(long segmentId, LocalDate after) {
        return jdbc.sql(DAYS)
                .param("segment", segmentId)
                .param("after", after)
                .query((row, index) ->
                        new Day(
                                row.getObject("on_day", LocalDate.class),
                                row.getInt("entered"),
                                row.getInt("departed")))
                .list();
    }

    public boolean contains(long segmentId, long memberId) {
        return jdbc.sql(CONTAINS)
                        .param("segment", segmentId)
                        .param("member", memberId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public long count(long segmentId) {
        return jdbc.sql(COUNT).param("segment", segmentId).query(Long.class).single();
    }

    public List<Long> page(long segmentId, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("segment", segmentId)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    public List<MemberSegment> ofMember(long memberId) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .query((row, index) ->
                        new MemberSegment(
                                PublicId.encode("seg", row.getLong("id")),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                json.explanation(row.getString("explanation"))
                                        .orElse(Told.SET_IN_BULK)))
                .list();
    }
}
