package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.audience.usecase.DraftSegment;
import dev.waystation.platform.engagement.audience.usecase.PublishSegment;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.model.SendGate;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.platform.members.membership.usecase.MergeMembers;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Two members who are one person: what each brought stands with the one who stays. */
class CarriedMergesIT extends TwoMembers {

    @Autowired private MergeMembers merge;
    @Autowired private FactPump pump;
    @Autowired private Outbox outbox;
    @Autowired private RuleRows suppressions;
    @Autowired private DraftSegment draftSegment;
    @Autowired private PublishSegment publishSegment;
    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private PublishSchema schemas;
    @Autowired private Points points;
    @Autowired private JsonMapper json;

    private int offered;

    @Test
    @Capability("CDP-09")
    void whatEachBroughtEndsOnTheOneWhoStaysAndNobodyEntersOrLeavesForNothing() {
        two();
        String key = door();
        long both = segment(Map.of("points", Map.of("$gte", 200)));
        long together = segment(Map.of("points", Map.of("$gte", 900)));
        opened = segment(Map.of("$did", Map.of("event", event, "atLeast", 1)));
        long theirs = enteredJourney(goes);
        long shared = journeyOfBoth();
        suppressions.suppress(goes, "email", "bounced", clock.instant());
        for (int i = 0; i < SendGate.CAP; i++) {
            assertThat(offer(goes)).isInstanceOf(SendOutcome.Queued.class);
        }
        consent(goes, "wechat", true);
        consent(goes, "inbox", false);
        consent(stays, "inbox", true);
        pump.drain();
        List<String> before = rows();
        String journeys = passages(stays) + passages(goes);

        merge.merge(goes, stays, "one passport", "staff:1");
        pump.drain();

        assertThat(said(stays)).containsEntry("wechat", true).containsEntry("inbox", false);
        assertThat(offer(stays)).as("the cap is the person's").isNotInstanceOf(queued());
        assertThat(suppressions.suppressed(List.of(stays)))
                .contains(new RuleRows.Suppressed(stays, "email"));
        assertThat(passages(stays)).contains(theirs + " hope WAITING null");
        assertThat(passages(stays) + passages(goes))
                .as("the older passage goes on, the other has ended, nobody is in twice")
                .containsOnlyOnce(shared + " hope WAITING");
        assertThat(inside(both)).containsExactly(stays);
        assertThat(inside(together)).as("points of both").containsExactly(stays);
        assertThat(feed(both)).containsExactly("left " + goes + " merge");
        assertThat(feed(together)).containsExactly("entered " + stays + " merge");
        assertThat(told(stays))
                .as("who was in and is in was told nothing; who came, by merge")
                .containsExactly("entered " + together + " merge");
        assertThat(told(goes)).isEmpty();

        open(key, "'anonymousId':'" + unique + "'");
        pump.drain();
        assertThat(inside(opened)).as("the device is the one's who stays").containsExactly(stays);
        assertThat(passages(goes)).as("nothing enters for the other").doesNotContain("WAITING");

        merge.undo(goes, "two cousins", "staff:2");
        pump.drain();
        assertThat(inside(opened)).as("and the other's again").containsExactly(goes);
        List<String> after = rows();
        assertThat(after.stream().filter(row -> !before.contains(row))).isEmpty();
        assertThat(before.stream().filter(row -> !after.contains(row))).isEmpty();
        assertThat(passages(stays) + passages(goes)).isEqualTo(journeys);
        assertThat(said(goes)).containsEntry("wechat", true).containsEntry("inbox", false);
        assertThat(said(stays))
                .as("who had said nothing is asked again")
                .containsEntry("wechat", false)
                .containsEntry("inbox", true);
        assertThat(suppressions.suppressed(List.of(stays))).isEmpty();
        assertThat(offer(stays)).as("the cap is each one's again").isInstanceOf(queued());
    }

    private static Class<SendOutcome.Queued> queued() {
        return SendOutcome.Queued.class;
    }

    private void two() {
        stays = member;
        goes = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        consent(goes, "sms", true);
        credit(stays, 300);
        credit(goes, 700);
        pump.drain();
    }

    private void credit(long who, long amount) {
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        who,
                        "points",
                        amount,
                        LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(300)), VENUE),
                        Explanation.of(Said.same("gift")),
                        "test"));
    }

    private void consent(long who, String channel, boolean granted) {
        consents.handle(
                new ChangeConsents.Command(
                        who,
                        List.of(new ChangeConsents.Choice(channel, "marketing", granted)),
                        "member"));
    }

    private SendOutcome offer(long who) {
        offered++;
        return outbox.offer(
                new MessageOffer(
                        UUID.nameUUIDFromBytes((unique + offered).getBytes(StandardCharsets.UTF_8)),
                        who,
                        "sms",
                        MessageOffer.MARKETING,
                        "steered-test",
                        Map.of(),
                        "test",
                        null));
    }

    private GraphDraft hope() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("hope", "await", Map.of("fact", "StudentVerified", "patience", "P7D")),
                        node("good", "exit", Map.of("goal", true)),
                        node("bad", "exit", Map.of())),
                List.of(
                        edge("in", "next", "hope"),
                        edge("hope", "fact", "good"),
                        edge("hope", "timeout", "bad")),
                null);
    }

    private long enteredJourney(long who) {
        member = who;
        long journey = published("TierChanged", ReEntry.ONCE, hope());
        tell("TierChanged", clock.instant(), Map.of());
        advanceAll();
        return journey;
    }

    /** Both are in; the one who goes was first. */
    private long journeyOfBoth() {
        member = goes;
        long journey =
                published(
                        new Content(
                                new Trigger("TierChanged", Map.of("toTier", unique)),
                                ReEntry.ONCE,
                                hope()));
        tell("TierChanged", clock.instant(), Map.of("toTier", unique));
        member = stays;
        tell("TierChanged", clock.instant().plusSeconds(5), Map.of("toTier", unique));
        advanceAll();
        return journey;
    }

    private long segment(Map<String, Object> condition) {
        var drafted =
                draftSegment.handle(
                        new DraftSegment.Command(
                                Said.same("carried " + UUID.randomUUID()), condition));
        long id = ((DraftSegment.Outcome.Drafted) drafted).segmentId();
        publishSegment.handle(new PublishSegment.Command(id));
        pump.drain();
        jdbc.sql("delete from audience.segment_change where segment_id = :id")
                .param("id", id)
                .update();
        return id;
    }

    /** A source of events, and a device that is known to be the one's who goes. */
    private String door() {
        var made =
                (KeepSources.Outcome.Made)
                        sources.make(new KeepSources.Command("app " + unique, "app", null, null));
        schemas.handle(
                new PublishSchema.Command(
                        event,
                        new Said("打开房门", "opened the room"),
                        json.readTree("{\"properties\": {\"room\": {\"type\": \"string\"}}}")));
        send(
                made.key(),
                Call.IDENTIFY,
                "{'messageId':'i','userId':'%s','anonymousId':'%s'}"
                        .formatted(PublicId.encode("mbr", goes), unique));
        pump.drain();
        return made.key();
    }

    private void open(String key, String who) {
        send(
                key,
                Call.TRACK,
                "{'messageId':'t',%s,'event':'%s','timestamp':'%s','properties':{'room':'7'}}"
                        .formatted(who, event, clock.instant()));
    }

    private void send(String key, Call call, String body) {
        var taken =
                (TakeEvents.Outcome.Taken)
                        take.handle(
                                new TakeEvents.Command(
                                        key,
                                        call,
                                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.bad()).isEmpty();
    }
}
