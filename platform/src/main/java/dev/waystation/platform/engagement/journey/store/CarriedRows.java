package dev.waystation.platform.engagement.journey.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Passages that went over to the member who stays. The number of a passage stays, and with it the
 * references of its effects: what was sent before is never sent again.
 */
@Repository
public class CarriedRows {

    private static final String LOCK =
            """
            select enrolment_id from journey.enrolment where member_id in (:member, :into)
            order by member_id, enrolment_id for update
            """;

    /**
     * Of two passages through one journey that may not both be, the older goes on; the other ends
     * as merged where it stands. A journey that was finished by either is not entered again.
     */
    private static final String END_YOUNGER =
            """
            with pair as (
                select t.enrolment_id as theirs, o.enrolment_id as own,
                       o.ended_at is not null
                         or (t.ended_at is null and o.entered_at <= t.entered_at) as own_goes_on
                from journey.enrolment t
                join journey.enrolment o
                  on o.member_id = :into and o.journey_id = t.journey_id
                 and (o.entry_key = t.entry_key
                      or (o.exclusive and t.exclusive
                          and o.ended_at is null and t.ended_at is null))
                where t.member_id = :member and t.ended_at is null),
            out as (
                select distinct case when own_goes_on then theirs else own end as enrolment_id
                from pair),
            kept as (
                insert into journey.carried
                  (enrolment_id, member_id, into_id, home_id, ended, carried_at)
                select e.enrolment_id, :member, :into, e.member_id,
                    jsonb_build_object('state', e.state, 'wakesAt', e.wakes_at,
                        'entryKey', e.entry_key),
                    cast(:at as timestamptz)
                from journey.enrolment e join out using (enrolment_id)
                where e.member_id in (:member, :into) and e.ended_at is null
                on conflict do nothing
                returning enrolment_id)
            update journey.enrolment e
            set state = 'LEFT', wakes_at = null, ended_at = cast(:at as timestamptz),
                entry_key = e.entry_key || '/merged/' || e.enrolment_id
            from kept where e.enrolment_id = kept.enrolment_id
              and e.member_id in (:member, :into)
            """;

    private static final String GO_OVER =
            """
            with free as (
                select t.enrolment_id from journey.enrolment t
                where t.member_id = :member
                  and not exists (select from journey.carried c
                                  where c.enrolment_id = t.enrolment_id and c.member_id = :member)
                  and not exists (select from journey.enrolment o
                                  where o.member_id = :into and o.journey_id = t.journey_id
                                    and o.entry_key = t.entry_key)),
            kept as (
                insert into journey.carried (enrolment_id, member_id, into_id, home_id, carried_at)
                select enrolment_id, :member, :into, :member, cast(:at as timestamptz) from free
                on conflict do nothing
                returning enrolment_id)
            update journey.enrolment e set member_id = :into
            from kept where e.enrolment_id = kept.enrolment_id and e.member_id = :member
            """;

    private static final String COME_BACK =
            """
            update journey.enrolment e set member_id = c.home_id
            from journey.carried c
            where c.member_id = :member and c.into_id = :into and c.ended is null
              and e.enrolment_id = c.enrolment_id and e.member_id = :into
            """;

    private static final String GO_ON =
            """
            update journey.enrolment e
            set state = c.ended ->> 'state', ended_at = null,
                wakes_at = cast(c.ended ->> 'wakesAt' as timestamptz),
                entry_key = c.ended ->> 'entryKey'
            from journey.carried c
            where c.member_id = :member and c.into_id = :into and c.ended is not null
              and e.enrolment_id = c.enrolment_id and e.member_id = c.home_id
            """;

    /** What is told of a passage follows it. */
    private static final List<String> FOLLOW =
            List.of(
                    """
                    update journey.trace t set member_id = e.member_id
                    from journey.carried c
                    join journey.enrolment e on e.enrolment_id = c.enrolment_id
                      and e.member_id in (:member, :into)
                    where c.member_id = :member and t.enrolment_id = c.enrolment_id
                      and t.member_id in (:member, :into) and t.member_id <> e.member_id
                    """,
                    """
                    update journey.conversion t set member_id = e.member_id
                    from journey.carried c
                    join journey.enrolment e on e.enrolment_id = c.enrolment_id
                      and e.member_id in (:member, :into)
                    where c.member_id = :member and t.enrolment_id = c.enrolment_id
                      and t.member_id in (:member, :into) and t.member_id <> e.member_id
                    """);

    private static final String FOLLOW_BY_PASSAGE =
            """
            update journey.%s t set member_id = e.member_id
            from journey.carried c
            join journey.enrolment e on e.enrolment_id = c.enrolment_id
              and e.member_id in (:member, :into)
            where c.member_id = :member and t.enrolment_id = c.enrolment_id
              and t.member_id in (:member, :into) and t.member_id <> e.member_id
            """;

    private static final String NAME =
            """
            insert into journey.same_person (member_id, into_id) values (:member, :into)
            on conflict do nothing
            """;

    private static final List<String> FORGET =
            List.of(
                    "delete from journey.carried where member_id = :member and into_id = :into",
                    """
                    delete from journey.same_person where member_id = :member and into_id = :into
                    """);

    private final JdbcClient jdbc;

    CarriedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void goOver(long member, long into, Instant at) {
        lock(member, into);
        run(NAME, member, into, at);
        run(END_YOUNGER, member, into, at);
        run(GO_OVER, member, into, at);
        FOLLOW.forEach(sql -> run(sql, member, into, at));
        List.of("task", "deed", "call")
                .forEach(table -> run(FOLLOW_BY_PASSAGE.formatted(table), member, into, at));
    }

    public void comeBack(long member, long into, Instant at) {
        lock(member, into);
        run(COME_BACK, member, into, at);
        run(GO_ON, member, into, at);
        FOLLOW.forEach(sql -> run(sql, member, into, at));
        List.of("task", "deed", "call")
                .forEach(table -> run(FOLLOW_BY_PASSAGE.formatted(table), member, into, at));
        FORGET.forEach(sql -> run(sql, member, into, at));
    }

    /** Of these members, those who went over, and to whom. */
    public Map<Long, Long> stay(Collection<Long> members) {
        Map<Long, Long> stay = new HashMap<>();
        jdbc.sql("select member_id, into_id from journey.same_person where member_id = any(:ids)")
                .param("ids", members.toArray(Long[]::new))
                .query(row -> {
                    stay.put(row.getLong("member_id"), row.getLong("into_id"));
                });
        return stay;
    }

    private void lock(long member, long into) {
        jdbc.sql(LOCK)
                .param("member", member)
                .param("into", into)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void run(String sql, long member, long into, Instant at) {
        jdbc.sql(sql)
                .param("member", member)
                .param("into", into)
                .param("at", Columns.utc(at))
                .update();
    }
}
