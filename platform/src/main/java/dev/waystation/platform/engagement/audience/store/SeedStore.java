package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.SeedAudience;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Traits and deeds, a few thousand at a time. */
@Component
public class SeedStore {

    private static final String TRAITS =
            """
            insert into audience.member_trait
              (member_id, birth_date, gender, city, tier, points, joined_on, student_until,
               consents, refused, reachable)
            select r."memberId", r."birthDate", r.gender, r.city, r.tier, r.points, r."joinedOn",
                   r."studentUntil",
                   array(select jsonb_array_elements_text(r.consents)),
                   array(select jsonb_array_elements_text(r.refused)),
                   array(select jsonb_array_elements_text(r.reachable))
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                "memberId" bigint, "birthDate" date, gender text, city text, tier text,
                points bigint, "joinedOn" date, "studentUntil" date,
                consents jsonb, refused jsonb, reachable jsonb)
            on conflict (member_id) do update
            set birth_date = excluded.birth_date, gender = excluded.gender, city = excluded.city,
                tier = excluded.tier, points = excluded.points, joined_on = excluded.joined_on,
                student_until = excluded.student_until, consents = excluded.consents,
                refused = excluded.refused, reachable = excluded.reachable
            """;

    private static final String DEEDS =
            """
            insert into audience.deed
              (member_id, event, reference, on_day, amount_minor,
               seat_class, from_station, to_station)
            select r."memberId", r.event, r.reference, r.day, r."amountMinor",
                   r."seatClass", r."fromStation", r."toStation"
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                "memberId" bigint, event text, reference text, day date, "amountMinor" bigint,
                "seatClass" text, "fromStation" text, "toStation" text)
            on conflict (member_id, event, reference) do nothing
            """;

    private static final String TOTALS =
            """
            update audience.member_trait t
            set trips_12m = coalesce(d.trips, 0),
                spend_12m_minor = coalesce(d.spend, 0),
                visits_12m = coalesce(d.visits, 0),
                last_trip_on = d.last_trip,
                last_visit_on = d.last_visit,
                student = coalesce(t.student_until >= :today, false),
                senior = coalesce(
                    age(cast(:today as timestamp), cast(t.birth_date as timestamp))
                        >= interval '60 years', false),
                version = t.version + 1
            from audience.member_trait m
            left join (
                select member_id,
                       count(*) filter (where event = 'trip.completed' and on_day > :year) trips,
                       sum(amount_minor)
                           filter (where event = 'trip.completed' and on_day > :year) spend,
                       count(*) filter (where event = 'park.visited' and on_day > :year) visits,
                       max(on_day) filter (where event = 'trip.completed') last_trip,
                       max(on_day) filter (where event = 'park.visited') last_visit
                from audience.deed
                group by member_id) d on d.member_id = m.member_id
            where m.member_id = t.member_id
            """;

    private static final String DUE =
            """
            update audience.member_trait t
            set due_on = r."dueOn"
            from jsonb_to_recordset(cast(:rows as jsonb)) as r ("memberId" bigint, "dueOn" date)
            where t.member_id = r."memberId"
            """;

    private final JdbcClient jdbc;
    private final Json json;

    SeedStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void traits(List<SeedAudience.Traits> rows) {
        jdbc.sql(TRAITS).param("rows", json.write(rows)).update();
    }

    public void deeds(List<SeedAudience.Deed> rows) {
        jdbc.sql(DEEDS).param("rows", json.write(rows)).update();
    }

    /** What follows from the deeds and the day, for everybody at once. */
    public void totals(LocalDate today) {
        jdbc.sql(TOTALS).param("today", today).param("year", today.minusDays(365)).update();
    }

    /** When to look at these members again; rows with memberId and dueOn. */
    public void due(List<?> rows) {
        jdbc.sql(DUE).param("rows", json.write(rows)).update();
    }
}
