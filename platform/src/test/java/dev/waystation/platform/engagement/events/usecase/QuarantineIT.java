package dev.waystation.platform.engagement.events.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.events.EventTypes;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Schemas with versions; what does not fit waits and is replayed without a second effect. */
@PlatformIT
class QuarantineIT {

    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private PublishSchema publish;
    @Autowired private ReplayQuarantine replay;
    @Autowired private EventTypes types;
    @Autowired private JsonMapper json;
    @Autowired private PrepareDays prepare;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private final String event =
            "test.e" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private String key = "";
    private int source;

    @BeforeEach
    void aSource() {
        var made =
                (KeepSources.Outcome.Made)
                        sources.make(
                                new KeepSources.Command(
                                        "test " + UUID.randomUUID(), "server", null, null));
        key = made.key();
        source = made.source().id();
    }

    @Test
    @Capability("CDP-04")
    void aBadEventWaitsAndIsReplayedOnceItsSchemaIsMended() {
        publish("{'properties':{'nights':{'type':'integer','minimum':1}},'required':['nights']}");
        assertThat(send("good", "{'nights':2}").accepted()).isEqualTo(1);
        TakeEvents.Outcome.Taken bad = send("bad", "{'nights':'two'}");
        assertThat(bad.accepted()).isZero();
        assertThat(bad.bad()).hasSize(1);
        assertThat(bad.bad().getFirst().remedy().en()).contains("version 1 of " + event);
        assertThat(replayMine()).as("still bad").isEqualTo("0 0 1");

        publish("{'properties':{'nights':{'type':['integer','string']}}}");
        assertThat(replayMine()).isEqualTo("1 0 0");
        assertThat(versions()).containsExactly("bad 2", "good 1");

        assertThat(send("bad", "{'nights':'two'}").repeated()).as("sent once more").isEqualTo(1);
        waitAgain();
        assertThat(replayMine()).as("replayed once more").isEqualTo("0 1 0");
        assertThat(versions()).containsExactly("bad 2", "good 1");
    }

    @Test
    @Capability("CDP-04")
    void whatIsNoMessageAtAllWaitsAndHoldsUpNobody() {
        take.handle(
                new TakeEvents.Command(
                        key, null, "{\"batch\":[7]}".getBytes(StandardCharsets.UTF_8)));
        assertThat(replayMine()).as("still bad").isEqualTo("0 0 1");
        assertThat(replay.handle(null).stillBad()).isPositive();
    }

    @Test
    @Capability("CDP-04")
    void anOldVersionLivesUntilItIsRetired() {
        publish("{'properties':{'a':{'type':'string'}},'required':['a']}");
        publish("{'properties':{'b':{'type':'string'}},'required':['b']}");
        assertThat(send("old", "{'a':'x'}").accepted()).isEqualTo(1);
        assertThat(send("new", "{'b':'x'}").accepted()).isEqualTo(1);
        assertThat(publish.retire(event, 1)).isTrue();
        assertThat(send("late", "{'a':'x'}").bad()).hasSize(1);
        assertThat(versions()).containsExactly("new 2", "old 1");
        assertThat(types.known())
                .filteredOn(type -> type.name().equals(event))
                .singleElement()
                .satisfies(type ->
                        assertThat(type.properties()).extracting("name").containsExactly("b", "a"));
    }

    @Test
    void nothingWaitsLongerThanNinetyDays() {
        publish("{'properties':{'nights':{'type':'integer'}}}");
        send("younger", "{'nights':'two'}");
        send("older", "{'nights':'three'}");
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        update events.quarantine set received_at = :then
                        where source_id = :source and strpos(raw, 'older') > 0
                        """)
                .param("then", now.minus(Duration.ofDays(91)).atOffset(ZoneOffset.UTC))
                .param("source", source)
                .update();
        prepare.handle(now);
        assertThat(
                        jdbc.sql("select raw from events.quarantine where source_id = :source")
                                .param("source", source)
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .contains("younger");
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        assertThatThrownBy(() -> publish("{'properties':{'a':{'type':7}}}"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> publish("{'properties':{'a':{'pattern':'('}}}"))
                .isInstanceOf(Malformed.class);
    }

    private void publish(String schema) {
        publish.handle(
                new PublishSchema.Command(
                        event, Said.same(event), json.readTree(schema.replace('\'', '"'))));
    }

    private TakeEvents.Outcome.Taken send(String id, String properties) {
        String body =
                "{'messageId':'%s','userId':'u','event':'%s','properties':%s}"
                        .formatted(id, event, properties)
                        .replace('\'', '"');
        return (TakeEvents.Outcome.Taken)
                take.handle(
                        new TakeEvents.Command(
                                key, Call.TRACK, body.getBytes(StandardCharsets.UTF_8)));
    }

    private String replayMine() {
        var done = replay.handle(waitingId());
        return done.taken() + " " + done.repeated() + " " + done.stillBad();
    }

    private long waitingId() {
        return jdbc.sql("select id from events.quarantine where source_id = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private void waitAgain() {
        jdbc.sql("update events.quarantine set state = 'waiting' where source_id = :source")
                .param("source", source)
                .update();
    }

    private List<String> versions() {
        return jdbc.sql(
                        "select message_id || ' ' || schema_version from events.event"
                                + " where source_id = :source order by 1")
                .param("source", source)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
