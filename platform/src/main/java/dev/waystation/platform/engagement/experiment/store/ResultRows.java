package dev.waystation.platform.engagement.experiment.store;

import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.statistics.Moments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saw what, what they spent before and after, and the sums analysis needs of it. */
@Repository
public class ResultRows {

    /** Whoever buys from this day on after the first look, and before that one, came back. */
    public static final int BACK_FROM_DAYS = 7;

    public static final int BACK_UNTIL_DAYS = 28;

    private static final String EXPOSE =
            """
            insert into experiment.exposure (member_id, trial_key, phase, arm, first_at)
            select * from unnest(:members, :keys, :phases, :arms, cast(:at as timestamptz[]))
            on conflict do nothing
            """;

    private static final String SPEND =
            """
            insert into experiment.spend (member_id, reference, spent_at, amount_minor)
            select * from unnest(:members, :references, cast(:at as timestamptz[]), :amounts)
            on conflict do nothing
            """;

    private static final String COST =
            """
            insert into experiment.service_cost (member_id, reference, spent_at, amount_minor)
            select * from unnest(:members, :references, cast(:at as timestamptz[]), :amounts)
            on conflict do nothing
            """;

    private static final String SAW_TWO =
            """
            select count(*) from (
                select member_id from experiment.exposure
                where trial_key = :key and phase = :phase
                group by member_id having count(*) > 1) twice
            """;

    // Who saw two arms is in neither. Coming back can be told only of those seen long enough. What
    // is spent is cut at the 99.9th percentile of those who
    // spent: one charter must not decide a trial.
    private static final String SUMS =
            """
            with seen as (
                select member_id, min(arm) as arm, min(first_at) as first_at
                from experiment.exposure
                where trial_key = :key and phase = :phase
                group by member_id having count(*) = 1),
            spent as (
                select s.member_id, s.arm, s.first_at,
                       coalesce(sum(p.amount_minor) filter (where p.spent_at >= s.first_at), 0) as after,
                       count(p.*) filter (where p.spent_at >= s.first_at and p.amount_minor > 0) as tickets,
                       count(p.*) filter (where p.amount_minor > 0
                           and p.spent_at >= s.first_at + make_interval(days => :backFrom)
                           and p.spent_at < s.first_at + make_interval(days => :backUntil)) as returns,
                       coalesce(sum(p.amount_minor) filter (where p.spent_at < s.first_at), 0) as before,
                       count(p.*) filter (where p.spent_at < s.first_at and p.amount_minor > 0) as earlier
                from seen s
                left join experiment.spend p on p.member_id = s.member_id
                  and p.spent_at >= s.first_at - make_interval(days => :lookBack)
                  and p.spent_at < cast(:until as timestamptz)
                group by s.member_id, s.arm, s.first_at),
            served as (
                select s.member_id,
                       coalesce(sum(c.amount_minor) filter (where c.spent_at >= s.first_at), 0) as cost,
                       coalesce(sum(c.amount_minor) filter (where c.spent_at < s.first_at), 0) as earlier_cost
                from seen s
                join experiment.service_cost c on c.member_id = s.member_id
                  and c.spent_at >= s.first_at - make_interval(days => :lookBack)
                  and c.spent_at < cast(:until as timestamptz)
                group by s.member_id),
            cap as (
                select coalesce(percentile_cont(0.999) within group (order by after)
                                filter (where after > 0), 0) as most from spent),
            unit as (
                select arm,
                       least(after, (select most from cap))::float8 as revenue,
                       before::float8 as revenue_before,
                       (tickets > 0)::int::float8 as bought,
                       (earlier > 0)::int::float8 as bought_before,
                       tickets::float8 as tickets,
                       (first_at + make_interval(days => :backUntil)
                           <= cast(:until as timestamptz))::int::float8 as ripe,
                       (returns > 0)::int::float8 as back,
                       coalesce(cost, 0)::float8 as cost,
                       coalesce(earlier_cost, 0)::float8 as cost_before
                from spent left join served using (member_id))
            select arm, count(*) as units,
                   sum(revenue) as r, sum(revenue * revenue) as rr, sum(revenue_before) as q,
                   sum(revenue_before * revenue_before) as qq, sum(revenue * revenue_before) as rq,
                   sum(bought) as b, sum(bought_before) as c, sum(bought * bought_before) as bc,
                   sum(tickets) as t, sum(tickets * tickets) as tt, sum(revenue * tickets) as rt,
                   sum(ripe) as ripe, sum(back * ripe) as k, sum(bought_before * ripe) as kc,
                   sum(back * bought_before * ripe) as kk,
                   sum(cost) as s, sum(cost * cost) as ss, sum(cost_before) as v,
                   sum(cost_before * cost_before) as vv, sum(cost * cost_before) as sv
            from unit group by arm
            """;

    private static final String HISTORY =
            """
            select count(*) as members, coalesce(avg(amount), 0) as mean,
                   coalesce(stddev_samp(amount), 0) as deviation,
                   coalesce(avg((amount > 0)::int::float8), 0) as share
            from (select member_id,
                         coalesce(sum(amount_minor) filter (where spent_at >= :from), 0)::float8 as amount
                  from experiment.spend where spent_at >= :known and spent_at < :until
                  group by member_id) m
            """;

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a member spent, or got back, once per reference. */
    public record Spend(long memberId, String reference, Instant at, long amountMinor) {}

    /** A member saw an arm; only the first time counts. */
    public record Exposure(String key, int phase, long memberId, int arm, Instant at) {}

    /** All in one statement. */
    public void expose(List<Exposure> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(EXPOSE)
                .param("members", rows.stream().map(Exposure::memberId).toArray(Long[]::new))
                .param("keys", rows.stream().map(Exposure::key).toArray(String[]::new))
                .param("phases", rows.stream().map(Exposure::phase).toArray(Integer[]::new))
                .param("arms", rows.stream().map(Exposure::arm).toArray(Integer[]::new))
                .param("at", rows.stream().map(row -> row.at().toString()).toArray(String[]::new))
                .update();
    }

    public void spend(List<Spend> rows) {
        write(SPEND, rows);
    }

    public void cost(List<Spend> rows) {
        write(COST, rows);
    }

    private void write(String statement, List<Spend> rows) {
        jdbc.sql(statement)
                .param("members", rows.stream().map(Spend::memberId).toArray(Long[]::new))
                .param("references", rows.stream().map(Spend::reference).toArray(String[]::new))
                .param("at", rows.stream().map(row -> row.at().toString()).toArray(String[]::new))
                .param("amounts", rows.stream().map(Spend::amountMinor).toArray(Long[]::new))
                .update();
    }

    /** Members who were shown more than one arm. */
    public long sawTwo(String key, int phase) {
        return jdbc.sql(SAW_TWO).param("key", key).param("phase", phase).query(Long.class).single();
    }

    /** Sums by arm and metric; the other value is of the days before the first exposure. */
    public Map<Integer, Map<Metric, Moments>> sums(
            String key, int phase, int lookBackDays, Instant until) {
        Map<Integer, Map<Metric, Moments>> arms = new HashMap<>();
        jdbc.sql(SUMS)
                .param("key", key)
                .param("phase", phase)
                .param("lookBack", lookBackDays)
                .param("until", until.toString())
                .param("backFrom", BACK_FROM_DAYS)
                .param("backUntil", BACK_UNTIL_DAYS)
                .query(row -> {
                    long units = row.getLong("units");
                    double r = row.getDouble("r");
                    double rr = row.getDouble("rr");
                    double b = row.getDouble("b");
                    double c = row.getDouble("c");
                    Map<Metric, Moments> of = new EnumMap<>(Metric.class);
                    of.put(
                            Metric.REVENUE,
                            new Moments(
                                    units,
                                    r,
                                    rr,
                                    row.getDouble("q"),
                                    row.getDouble("qq"),
                                    row.getDouble("rq")));
                    of.put(Metric.CONVERSION, new Moments(units, b, b, c, c, row.getDouble("bc")));
                    of.put(
                            Metric.REVENUE_PER_TICKET,
                            new Moments(
                                    units,
                                    r,
                                    rr,
                                    row.getDouble("t"),
                                    row.getDouble("tt"),
                                    row.getDouble("rt")));
                    double k = row.getDouble("k");
                    double kc = row.getDouble("kc");
                    of.put(
                            Metric.RETENTION,
                            new Moments(row.getLong("ripe"), k, k, kc, kc, row.getDouble("kk")));
                    of.put(
                            Metric.SERVICE_COST,
                            new Moments(
                                    units,
                                    row.getDouble("s"),
                                    row.getDouble("ss"),
                                    row.getDouble("v"),
                                    row.getDouble("vv"),
                                    row.getDouble("sv")));
                    arms.put(row.getInt("arm"), of);
                });
        return arms;
    }

    /** What members known of late spent in the last days: the ground for planning. */
    public record History(long members, double mean, double deviation, double share) {}

    public History history(Instant known, Instant from, Instant until) {
        return jdbc.sql(HISTORY)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new History(
                                row.getLong("members"),
                                row.getDouble("mean"),
                                row.getDouble("deviation"),
                                row.getDouble("share")))
                .single();
    }
}
