package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.engagement.identity.usecase.BlockIdentifier;
import dev.waystation.platform.engagement.identity.usecase.PartPersons;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** From a message at the intake to a member in a segment, with the events operators define. */
@PlatformIT
class HeardEventsIT {

    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private PublishSchema publish;
    @Autowired private DraftSegment draft;
    @Autowired private PublishSegment publishSegment;
    @Autowired private ReadConditions read;
    @Autowired private CurrentVocabulary vocabulary;
    @Autowired private LoadMembers load;
    @Autowired private AudienceSets sets;
    @Autowired private RecountStore recount;
    @Autowired private MembershipStore memberships;
    @Autowired private PartPersons part;
    @Autowired private BlockIdentifier block;
    @Autowired private Members members;
    @Autowired private FactPump pump;
    @Autowired private JsonMapper json;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private String key = "";
    private String event = "";
    private long segment;
    private long member;
    private int sent;

    @BeforeEach
    void aSegmentOfThoseWhoBookedTwice() {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        event = "hotel.booked" + unique;
        key =
                ((KeepSources.Outcome.Made)
                                sources.make(
                                        new KeepSources.Command(
                                                "hotel " + unique, "hotel", "park", "inn")))
                        .key();
        publish.handle(
                new PublishSchema.Command(
                        event,
                        new Said("预订酒店", "booked a hotel"),
                        json.readTree(
                                """
                                {"properties": {
                                    "nights": {"type": "integer", "title": "nights"},
                                    "city": {"type": "string"},
                                    "breakfast": {"type": "boolean"}}}
                                """)));
        segment =
                ((DraftSegment.Outcome.Drafted)
                                draft.handle(
                                        new DraftSegment.Command(
                                                Said.same("hotel " + unique), condition())))
                        .segmentId();
        assertThat(publishSegment.handle(new PublishSegment.Command(segment)))
                .isInstanceOf(PublishSegment.Outcome.Published.class);
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        pump.drain();
    }

    private Map<String, Object> condition() {
        return Map.of(
                "$did",
                Map.of(
                        "event",
                        event,
                        "atLeast",
                        2,
                        "withinDays",
                        30,
                        "where",
                        Map.of("city", "WUH")));
    }

    @Test
    @Capability("CDP-02")
    void aMemberEntersASegmentByEventsOperatorsDefinedHoweverOftenTheyAreSent() {
        book(user(), 2, 0, "m1");
        book(user(), 2, 0, "m1");
        book(user(), 1, 0, "m2");
        pump.drain();
        assertThat(isIn()).isFalse();
        book(user(), 3, 0, "m3");
        pump.drain();
        assertThat(isIn()).isTrue();
        assertThat(cause()).isEqualTo(event);
        allFacesAgree(condition());
        for (Map<String, Object> where :
                List.<Map<String, Object>>of(
                        Map.of("nights", Map.of("$gte", 2)),
                        Map.of("nights", Map.of("$lt", 2)),
                        Map.of("breakfast", true),
                        Map.of("breakfast", Map.of("$exists", false)))) {
            bySqlToo(Map.of("$did", Map.of("event", event, "atLeast", 2, "where", where)));
        }
    }

    @Test
    @Capability("CDP-03")
    void aLateEventCountsInTheWindowItBelongsTo() {
        book(user(), 2, 0, "m1");
        book(user(), 2, 31, "m2");
        pump.drain();
        assertThat(isIn()).as("31 days ago is outside").isFalse();
        book(user(), 2, 29, "m3");
        pump.drain();
        assertThat(isIn()).as("29 days ago is inside").isTrue();
        allFacesAgree(condition());
    }

    @Test
    @Capability("CDP-06")
    void whatABrowserDidBeforeSigningInCountsForTheMemberUntilThatIsTakenBack() {
        String browser = "'anonymousId':'" + UUID.randomUUID() + "'";
        book(browser, 2, 1, "m1");
        book(browser, 2, 0, "m2");
        pump.drain();
        assertThat(isIn()).isFalse();
        identify(user() + "," + browser);
        pump.drain();
        assertThat(isIn()).isTrue();
        assertThat(cause()).as("nothing happened to the member").isEqualTo("merge");
        long person =
                jdbc.sql(
                                """
                                select p.id from identity.person p
                                join identity.person m on p.into_id = m.id
                                where m.member_id = :member
                                """)
                        .param("member", member)
                        .query(Long.class)
                        .single();
        assertThat(part.handle(person, "another guest's tablet", "staff:1")).isTrue();
        pump.drain();
        assertThat(isIn()).isFalse();
        assertThat(part.handle(person, "another guest's tablet", "staff:1")).isFalse();
        book(browser, 2, 0, "m3");
        book(user(), 2, 0, "m4");
        pump.drain();
        assertThat(isIn()).as("the browser's stays apart").isFalse();
    }

    @Test
    @Capability("CDP-07")
    void aKioskAPlaceholderAndABlockedValueNameNobody() {
        var kiosk =
                (KeepSources.Outcome.Made)
                        sources.make(
                                new KeepSources.Command(
                                        "kiosk " + UUID.randomUUID(), "kiosk", "park", "hall"));
        String hotel = key;
        key = kiosk.key();
        String touch = "'anonymousId':'kiosk-7','context':{'device':{'id':'kiosk-7'}}";
        identify(user() + "," + touch);
        book(touch, 2, 0, "m1");
        key = hotel;
        identify(user() + ",'anonymousId':'00000000-0000-0000-0000-000000000000'");
        book("'anonymousId':'00000000-0000-0000-0000-000000000000'", 2, 0, "m2");
        book("'anonymousId':'undefined'", 2, 0, "m3");
        block.handle(
                new BlockIdentifier.Command(
                        "anonymous", "lobby-tablet", "stands in the lobby", "me"));
        identify(user() + ",'anonymousId':'lobby-tablet'");
        book("'anonymousId':'lobby-tablet'", 2, 0, "m4");
        pump.drain();
        assertThat(isIn()).isFalse();
        assertThat(
                        jdbc.sql("select count(*) from audience.deed where event = :event")
                                .param("event", event)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private void allFacesAgree(Map<String, Object> condition) {
        boolean evaluated = bySqlToo(condition);
        var plan =
                (Face.Carried<SetPlan>)
                        SetFace.compile(read.parse(condition), vocabulary.attributes());
        assertThat(sets.select(plan.compiled(), load.today()).count()).isEqualTo(evaluated ? 1 : 0);
    }

    private boolean bySqlToo(Map<String, Object> condition) {
        Condition parsed = read.parse(condition);
        var catalogue = vocabulary.attributes();
        boolean evaluated =
                Evaluator.declared().test(parsed, load.find(member).orElseThrow().row(catalogue));
        var sql =
                (Face.Carried<SqlFace.Where>)
                        SqlFace.compile(parsed, catalogue, Vocabulary.sql(catalogue));
        assertThat(recount.members(sql.compiled(), load.today()).contains(member))
                .isEqualTo(evaluated);
        return evaluated;
    }

    private String user() {
        return "'userId':'" + PublicId.encode("mbr", member) + "'";
    }

    private void identify(String who) {
        send(Call.IDENTIFY, "{'messageId':'i%d',%s}".formatted(++sent, who));
    }

    private void book(String who, int nights, int daysAgo, String id) {
        send(
                Call.TRACK,
                "{'messageId':'%s',%s,'event':'%s','timestamp':'%s','properties':{'nights':%d,'city':'%s'}}"
                        .formatted(
                                id,
                                who,
                                event,
                                clock.instant().minus(Duration.ofDays(daysAgo)),
                                nights,
                                nights > 1 ? "WUH" : "SHA"));
    }

    private void send(Call call, String body) {
        var taken =
                (TakeEvents.Outcome.Taken)
                        take.handle(
                                new TakeEvents.Command(
                                        key,
                                        call,
                                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.bad()).isEmpty();
    }

    private boolean isIn() {
        return memberships
                .ofMembers(List.of(member))
                .getOrDefault(member, java.util.Set.of())
                .contains(segment);
    }

    private String cause() {
        return jdbc.sql(
                        "select cause from audience.segment_member"
                                + " where segment_id = :segment and member_id = :member")
                .param("segment", segment)
                .param("member", member)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
