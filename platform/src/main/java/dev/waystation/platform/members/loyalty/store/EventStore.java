package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events as reported, and what each rule gave for them. */
@Component
public class EventStore {

    /** An event with what was known of the member when it happened. */
    public record Known(EarningEvent event, Map<String, Object> earner, String explanationId) {}

    private static final String CLAIM =
            """
            insert into loyalty.earning_event
              (member_id, reference, programme, trigger, occurred_at, recorded_at, body, earner,
               explanation_id)
            select e.member_id, e.reference, e.programme, e.trigger, e.at::timestamptz, :now,
                   e.body::json, e.earner::jsonb, e.explanation
            from unnest(:members, :references, :programmes, :triggers, :times, :bodies, :earners,
                        :explanations)
              as e (member_id, reference, programme, trigger, at, body, earner, explanation)
            order by e.member_id, e.reference
            on conflict on constraint earning_event_pk do nothing
            returning explanation_id
            """;

    private static final String EARN =
            """
            insert into loyalty.earned
              (member_id, reference, rule, line, version, currency, points, afterwards)
            select e.*, :afterwards
            from unnest(:members, :references, :rules, :lines, :versions, :currencies, :points) as e
            on conflict on constraint earned_pk do nothing
            """;

    private static final String FIND =
            """
            select body, earner, explanation_id
            from loyalty.earning_event
            where member_id = :member and reference = :reference
            """;

    private static final String BETWEEN =
            """
            select body, earner, explanation_id
            from loyalty.earning_event
            where programme = :programme and occurred_at >= :from and occurred_at < :to
              and (member_id, reference) > (:afterMember, :afterReference)
            order by member_id, reference
            limit :limit
            """;

    private static final String COUNT =
            """
            select count(*)
            from loyalty.earning_event
            where programme = :programme and occurred_at >= :from and occurred_at < :to
            """;

    private static final String TOTALS =
            """
            select currency, sum(points) as points
            from loyalty.earned
            where member_id = :member and reference = :reference
              and afterwards = (:rule <> '') and (:rule = '' or rule = :rule)
            group by currency
            order by currency
            """;

    private static final String EARNED_BY =
            """
            select count(*) from loyalty.earned
            where member_id = :member and reference = :reference and rule = :rule
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the events nobody reported before; the others earn nothing again. */
    public List<Known> claim(List<Known> events, Instant now) {
        if (events.isEmpty()) {
            return List.of();
        }
        Set<String> claimed =
                jdbc.sql(CLAIM)
                        .param("members", longs(events, each -> each.event().memberId()))
                        .param("references", texts(events, each -> each.event().reference()))
                        .param("programmes", texts(events, each -> each.event().programme()))
                        .param("triggers", texts(events, each -> each.event().trigger()))
                        .param("times", texts(events, each -> each.event().at().toString()))
                        .param(
                                "bodies",
                                texts(events, each -> json.writeValueAsString(each.event())))
                        .param(
                                "earners",
                                texts(events, each -> json.writeValueAsString(each.earner())))
                        .param("explanations", texts(events, Known::explanationId))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getString(1))
                        .set();
        return events.stream().filter(each -> claimed.contains(each.explanationId())).toList();
    }

    /**
     * Keeps what rules gave; whatever a rule gave to an event before stays as it was.
     *
     * @param afterwards whether a re-run gives it: it is posted by itself then
     */
    public void earn(List<Decision> decisions, boolean afterwards) {
        record Row(EarningEvent event, Decision.Fired fired, Decision.LinePoints line) {}
        List<Row> rows = new ArrayList<>();
        decisions.forEach(decision ->
                decision.fired()
                        .forEach(fired ->
                                fired.lines()
                                        .forEach(line ->
                                                rows.add(new Row(decision.event(), fired, line)))));
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(EARN)
                .param("afterwards", afterwards)
                .param("members", longs(rows, row -> row.event().memberId()))
                .param("references", texts(rows, row -> row.event().reference()))
                .param("rules", texts(rows, row -> row.fired().rule().code()))
                .param("lines", rows.stream().map(row -> row.line().line()).toArray(Integer[]::new))
                .param(
                        "versions",
                        rows.stream()
                                .map(row -> row.fired().rule().version())
                                .toArray(Integer[]::new))
                .param("currencies", texts(rows, row -> row.fired().rule().sketch().currency()))
                .param("points", longs(rows, row -> row.line().points()))
                .update();
    }

    public Optional<Known> find(long memberId, String reference) {
        return jdbc.sql(FIND)
                .param("member", memberId)
                .param("reference", reference)
                .query(this::known)
                .optional();
    }

    /** Events of a programme in a stretch of time, page by page in one order. */
    public List<Known> between(
            String programme,
            Instant from,
            Instant to,
            long afterMember,
            String afterReference,
            int limit) {
        return jdbc.sql(BETWEEN)
                .param("programme", programme)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("afterMember", afterMember)
                .param("afterReference", afterReference)
                .param("limit", limit)
                .query(this::known)
                .list();
    }

    public long count(String programme, Instant from, Instant to) {
        return jdbc.sql(COUNT)
                .param("programme", programme)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What an event earned by currency; of one rule only when it is named. */
    public Map<String, Long> totals(long memberId, String reference, String rule) {
        Map<String, Long> totals = new HashMap<>();
        jdbc.sql(TOTALS)
                .param("member", memberId)
                .param("reference", reference)
                .param("rule", rule)
                .query((row, _) -> totals.put(row.getString("currency"), row.getLong("points")))
                .list();
        return totals;
    }

    /** Whether a rule gave something for an event already. */
    public boolean earnedBy(long memberId, String reference, String rule) {
        return jdbc.sql(EARNED_BY)
                        .param("member", memberId)
                        .param("reference", reference)
                        .param("rule", rule)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @SuppressWarnings("unchecked")
    private Known known(ResultSet row, int index) throws SQLException {
        Map<String, Object> earner = json.readValue(row.getString("earner"), Map.class);
        return new Known(
                json.readValue(row.getString("body"), EarningEvent.class),
                earner,
                row.getString("explanation_id"));
    }

    private static <T> Long[] longs(List<T> rows, ToLongFunction<T> field) {
        return rows.stream().map(field::applyAsLong).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }
}
