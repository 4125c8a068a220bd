package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.usecase.DraftSegment;
import dev.waystation.platform.engagement.audience.usecase.PublishSegment;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Members, an event with a schema, a source, and segments that ask for the event. */
final class LiveWorld {

    static final String EVENT = "bench.hotel_booked";
    static final long FIRST = 1_000_000;
    static final int MEMBERS = Integer.getInteger("members", 50_000);

    /** Above all others, so that a page of the segment from here on is short. */
    static final long NEWCOMERS = 900_000_000;

    private static final int MOST_NEWCOMERS = 20_000;

    private static final String SCHEMA =
            """
            {"type": "object", "properties": {
                "city": {"type": "string", "enum": ["WUH", "SHA"]},
                "nights": {"type": "integer", "minimum": 1, "maximum": 30}}}
            """;

    private static final String INSERT =
            """
            insert into membership.member (id, name_sealed, phone_sealed, phone_index, document_type,
                document_sealed, document_index, birth_date, gender, city_code, channel, joined_at)
            select id, 'x', 'x', int8send(id), 'passport', 'x', int8send(id),
                   date '1950-01-01' + cast(id % 20000 as int), 'unknown', 'WUH', 'bench', :now
            from generate_series(:first, :last) as id
            """;

    private final JdbcClient jdbc;
    private final ApplicationContext platform;
    private final String key;
    private final long segment;

    LiveWorld(ApplicationContext platform) {
        this.platform = platform;
        this.jdbc = platform.getBean(JdbcClient.class);
        insert(FIRST, MEMBERS);
        insert(NEWCOMERS, MOST_NEWCOMERS);
        jdbc.sql("analyze membership.member").update();
        SeedAudience audience = platform.getBean(SeedAudience.class);
        audience.readyMade();
        audience.load(
                LongStream.concat(
                                LongStream.range(FIRST, FIRST + MEMBERS),
                                LongStream.range(NEWCOMERS, NEWCOMERS + MOST_NEWCOMERS))
                        .mapToObj(LiveWorld::traits),
                Stream.empty());
        platform.getBean(PublishSchema.class)
                .handle(
                        new PublishSchema.Command(
                                EVENT,
                                Said.same("booked"),
                                platform.getBean(JsonMapper.class).readTree(SCHEMA)));
        this.key =
                ((KeepSources.Outcome.Made)
                                platform.getBean(KeepSources.class)
                                        .make(
                                                new KeepSources.Command(
                                                        "bench", "server", null, null)))
                        .key();
        this.segment = publish("once", Map.of("event", EVENT));
        for (int times : List.of(2, 3, 5, 8)) {
            publish(
                    "often " + times,
                    Map.of(
                            "event",
                            EVENT,
                            "atLeast",
                            times,
                            "withinDays",
                            30,
                            "where",
                            Map.of("city", "WUH")));
        }
    }

    private static SeedAudience.Traits traits(long id) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(id % 20_000);
        return new SeedAudience.Traits(
                id,
                born,
                "unknown",
                "WUH",
                LocalDate.of(2026, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }

    private void insert(long first, int count) {
        jdbc.sql(INSERT)
                .param("first", first)
                .param("last", first + count - 1)
                .param("now", Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private long publish(String name, Map<String, Object> did) {
        var drafted =
                (DraftSegment.Outcome.Drafted)
                        platform.getBean(DraftSegment.class)
                                .handle(
                                        new DraftSegment.Command(
                                                Said.same(name), Map.of("$did", did)));
        if (!(platform.getBean(PublishSegment.class)
                        .handle(new PublishSegment.Command(drafted.segmentId()))
                instanceof PublishSegment.Outcome.Published)) {
            throw new IllegalStateException("Not published: " + name);
        }
        return drafted.segmentId();
    }

    String key() {
        return key;
    }

    /** Who did it once. */
    long segment() {
        return segment;
    }

    int segments() {
        return count("audience.segment");
    }

    int tags() {
        return count("audience.tag");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
