package dev.waystation.platform.engagement.audience.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many members carried each tag at the end of each day. */
@Component
public class CoverStore {

    /**
     * What is known of one tag, the oldest day first; when the count last moved, if it ever did.
     */
    public record Cover(List<Integer> members, @Nullable Instant changedAt) {}

    private static final String KEEP =
            """
            insert into audience.tag_cover (tag, on_day, members, counted_at, changed_at)
            select n.tag, :day, n.members, :at,
                case when b.members = n.members then b.changed_at
                     when b.tag is null and n.members = 0 then null else :at end
            from unnest(:tags, :members) as n (tag, members)
            left join lateral (
                select c.tag, c.members, c.changed_at from audience.tag_cover c
                where c.tag = n.tag order by c.on_day desc limit 1) b on true
            on conflict (tag, on_day) do update
            set members = excluded.members, counted_at = excluded.counted_at,
                changed_at = excluded.changed_at
            """;

    private static final String FIRST =
            """
            with moved as (
                select tag, cast(added_at at time zone :zone as date) as on_day, 1 as by
                from audience.member_tag
                union all
                select tag, cast(added_at at time zone :zone as date), 1 from audience.tag_past
                union all
                select tag, cast(removed_at at time zone :zone as date), -1 from audience.tag_past),
            summed as (
                select tag, greatest(on_day, cast(:first as date)) as on_day, sum(by) as by
                from moved group by 1, 2),
            grid as (
                select code as tag, cast(day as date) as on_day from audience.tag
                cross join generate_series(cast(:first as date), cast(:last as date),
                    interval '1 day') as day)
            insert into audience.tag_cover (tag, on_day, members, counted_at)
            select g.tag, g.on_day,
                sum(coalesce(s.by, 0)) over (partition by g.tag order by g.on_day), :at
            from grid g left join summed s using (tag, on_day)
            on conflict do nothing
            """;

    private static final String DAYS =
            """
            select tag, members, changed_at from audience.tag_cover
            where on_day > :after order by tag, on_day
            """;

    private final JdbcClient jdbc;

    CoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from audience.tag_cover)")
                .query(Boolean.class)
                .single();
    }

    /** The days before anybody counted, from the history of tags; one reading of it, once. */
    public void fillFrom(LocalDate first, LocalDate last, ZoneId zone, Instant at) {
        jdbc.sql(FIRST)
                .param("first", first)
                .param("last", last)
                .param("zone", zone.getId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void keep(Map<String, Integer> counts, LocalDate day, Instant at) {
        List<String> tags = List.copyOf(counts.keySet());
        jdbc.sql(KEEP)
                .param("tags", tags.toArray(String[]::new))
                .param("members", tags.stream().map(counts::get).toArray(Integer[]::new))
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void forgetBefore(LocalDate day) {
        jdbc.sql("delete from audience.tag_cover where on_day < :day").param("day", day).update();
    }

    /** By tag, the days after one. */
    public Map<String, Cover> after(LocalDate day) {
        Map<String, List<Integer>> members = new HashMap<>();
        Map<String, Instant> changed = new HashMap<>();
        jdbc.sql(DAYS)
                .param("after", day)
                .query(row -> {
                    String tag = row.getString("tag");
                    members.computeIfAbsent(tag, _ -> new ArrayList<>()).add(row.getInt("members"));
                    OffsetDateTime at = row.getObject("changed_at", OffsetDateTime.class);
                    if (at != null) {
                        changed.put(tag, at.toInstant());
                    }
                });
        Map<String, Cover> covers = new HashMap<>();
        members.forEach((tag, each) -> covers.put(tag, new Cover(each, changed.get(tag))));
        return covers;
    }
}
