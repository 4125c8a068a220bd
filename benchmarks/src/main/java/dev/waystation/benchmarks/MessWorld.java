package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.audience.usecase.DraftSegment;
import dev.waystation.platform.engagement.audience.usecase.PublishSegment;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.EdgeDraft;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A source, a segment of those who bought often and a journey of those who entered it. */
final class MessWorld {

    // Amounts by day, what entered, what was earned and what it led to; no number of a row.
    private static final String STATE =
            """
            select m.id,
              (select coalesce(string_agg(d.on_day || '=' || d.properties, ' '
                       order by d.on_day, d.properties::text), '')
               from audience.deed d where d.member_id = m.id and d.event = 'mess.bought')
              || ' segment ' || (select count(*) from audience.segment_member s
                                 where s.member_id = m.id and s.segment_id = :segment)
              || ' journey ' || (select count(*) || coalesce(min(e.node), '')
                                 from journey.enrolment e
                                 where e.member_id = m.id and e.journey_id = :journey)
              || ' points ' || (select coalesce(string_agg(l.currency || l.last_day || l.free, ' '
                                        order by l.currency, l.last_day, l.source), '')
                                from wallet.lot l where l.member_id = m.id)
              || ' tier ' || (select coalesce(string_agg(t.club || t.tier, ' ' order by t.club), '')
                              from loyalty.tier_interval t
                              where t.member_id = m.id and t.valid_until is null) as state
            from membership.member m where m.id = any(:members) order by m.id
            """;

    private final JdbcClient jdbc;
    private final String key;
    private final long segment;
    private final long journey;

    MessWorld(ApplicationContext platform, int often) {
        this.jdbc = platform.getBean(JdbcClient.class);
        this.key =
                ((KeepSources.Outcome.Made)
                                platform.getBean(KeepSources.class)
                                        .make(
                                                new KeepSources.Command(
                                                        "mess", "server", null, null)))
                        .key();
        platform.getBean(PublishSchema.class)
                .handle(
                        new PublishSchema.Command(
                                MessyEvents.BOUGHT,
                                Said.same("bought"),
                                platform.getBean(JsonMapper.class)
                                        .readTree(
                                                """
                                                {"type": "object", "properties": {"amount":
                                                  {"type": "integer", "minimum": 0}},
                                                 "required": ["amount"]}
                                                """)));
        this.segment = segment(platform, often);
        this.journey = journey(platform);
    }

    /** What the sender shows at the intake. */
    String key() {
        return key;
    }

    private static long segment(ApplicationContext platform, int often) {
        Map<String, Object> condition =
                Map.of(
                        "$did",
                        Map.of(
                                "event",
                                MessyEvents.BOUGHT,
                                "atLeast",
                                often,
                                "withinDays",
                                7,
                                "where",
                                Map.of("amount", Map.of("$gte", 20))));
        long segment =
                ((DraftSegment.Outcome.Drafted)
                                platform.getBean(DraftSegment.class)
                                        .handle(
                                                new DraftSegment.Command(
                                                        Said.same("mess"), condition)))
                        .segmentId();
        platform.getBean(PublishSegment.class).handle(new PublishSegment.Command(segment));
        return segment;
    }

    private long journey(ApplicationContext platform) {
        var graph =
                new GraphDraft(
                        List.of(
                                node("in", "entry", Map.of()),
                                node("rest", "wait", Map.of("length", "P30D")),
                                node("out", "exit", Map.of())),
                        List.of(
                                new EdgeDraft("in", "rest", "next", null),
                                new EdgeDraft("rest", "out", "next", null)),
                        null);
        long id =
                ((DraftJourney.Outcome.Kept)
                                platform.getBean(DraftJourney.class)
                                        .handle(
                                                new DraftJourney.Command(
                                                        "bench-mess",
                                                        Said.same("mess"),
                                                        new Content(
                                                                new Trigger(
                                                                        "SegmentEntered",
                                                                        Map.of(
                                                                                "segment",
                                                                                PublicId.encode(
                                                                                        "seg",
                                                                                        segment))),
                                                                ReEntry.ONCE,
                                                                graph))))
                        .journeyId();
        platform.getBean(PublishJourney.class).handle(id, "bench");
        return id;
    }

    private static NodeDraft node(String id, String kind, Map<String, Object> settings) {
        return new NodeDraft(id, kind, Said.same(id), 0, 0, settings);
    }

    /** What became of each of the crowd, in the order of their numbers. */
    List<String> states(List<Long> crowd) {
        return jdbc.sql(STATE)
                .param("segment", segment)
                .param("journey", journey)
                .param("members", crowd.toArray(Long[]::new))
                .query((row, _) -> row.getString("state"))
                .list();
    }
}
