package dev.waystation.platform.engagement.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.ReadyMappings;
import dev.waystation.platform.engagement.events.usecase.ReplayQuarantine;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.vault.WebhookSignature;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Every kind of source brings events to a venue and a zone, and each event once. */
@PlatformIT
class ConnectorsIT {

    @Autowired private MockMvc mvc;
    @Autowired private KeepSources sources;
    @Autowired private KeepVenues venues;
    @Autowired private ReadyMappings ready;
    @Autowired private ReplayQuarantine replay;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;
    @Autowired private MachineTime machine;
    @Autowired private Clock clock;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String resort = "resort-" + unique;

    @BeforeEach
    void aResort() {
        venues.keep(
                new Venue(
                        resort,
                        new Said("湖畔度假区", "Lakeside"),
                        "park",
                        Stream.of("inn", "diner", "east gate", "west gate", "online", "hall")
                                .map(code -> new Venue.Zone(code, Said.same(code)))
                                .toList()));
    }

    @Test
    @Capability("CDP-05")
    void hotelsAgenciesTillsKiosksAndGatesSpeakTheirOwnWordsAndLandOnceAtVenueAndZone()
            throws Exception {
        signed(
                "hotel",
                "inn",
                """
                {"type":"guest.checked_in","timestamp":"%s","data":{"stayId":"S-%s",
                "nights":2,"roomType":"lake","guest":{"phone":"13800000000"}}}
                """);
        signed(
                "ota",
                "online",
                """
                {"status":"PAID","statusTime":"%s","orderNo":"O-%s","channel":"trip","quantity":3,
                "totalCents":29700,"contact":{"mobile":"13800000001"},"gateCode":"east gate"}
                """);
        signed(
                "till",
                "diner",
                """
                {"type":"sale","soldAt":"%s","receiptNo":"R-%s","totalMinor":5800,"tillId":"T1"}
                """);
        signed(
                "kiosk",
                "hall",
                """
                {"action":"ticket_collected","at":"%s","sessionId":"K-%s","language":"zh"}
                """);
        signed(
                "gate",
                "east gate",
                """
                {"result":"OPEN","passedAt":"%s","passageId":"P-%s","turnstile":"W1"}
                """);
        assertThat(rows())
                .containsExactly(
                        "gate gate.entered " + resort + "/west gate",
                        "hotel stay.began " + resort + "/inn",
                        "kiosk kiosk.ticket_collected " + resort + "/hall",
                        "ota agency.order_paid " + resort + "/east gate",
                        "till till.sold " + resort + "/diner");
    }

    @Test
    @Capability("CDP-05")
    void wechatCallsBackSignedAndAFollowerLandsOnceAtVenueAndZone() throws Exception {
        KeepSources.Outcome.Made made = source("wechat", "online");
        String token = sources.hookSecret(made.source().id()).orElseThrow();
        assertThat(token).matches("[0-9a-f]{32}");
        String address = "/v1/event-hooks/" + id(made) + "/wechat";
        String moment = String.valueOf(machine.now().getEpochSecond());
        String query =
                "?timestamp=%s&nonce=n1&signature=%s".formatted(moment, sha1(token, moment, "n1"));
        mvc.perform(get(address + query + "&echostr=hello"))
                .andExpect(status().isOk())
                .andExpect(content().string("hello"));
        String follow =
                """
                <xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o-%s]]></FromUserName>
                <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>
                <Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[qrscene_gate]]></EventKey></xml>
                """
                        .formatted(unique, clock.instant().getEpochSecond());
        for (int twice = 0; twice < 2; twice++) {
            mvc.perform(post(address + query).contentType("text/xml").content(follow))
                    .andExpect(status().isOk())
                    .andExpect(content().string("success"));
        }
        mvc.perform(
                        post(address + query.replace("n1", "n2"))
                                .contentType("text/xml")
                                .content(follow))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("HOOK_NOT_SIGNED"));
        assertThat(rows()).containsExactly("wechat wechat.followed " + resort + "/online");
    }

    @Test
    @Capability("CDP-05")
    void anUnknownVenueWaitsWithARemedyAndLandsOnceItIsListed() throws Exception {
        KeepSources.Outcome.Made made = source("hotel", "inn");
        String body =
                """
                {"type":"guest.checked_out","timestamp":"%s","data":{"stayId":"S-%s","property":"new-%s"}}
                """
                        .formatted(clock.instant(), unique, unique);
        hook(made, "msg_1", body)
                .andExpect(jsonPath("$.quarantined[0].field").value("context.venue"))
                .andExpect(jsonPath("$.quarantined[0].remedy.zh").isNotEmpty());
        venues.keep(new Venue("new-" + unique, Said.same("new"), "park", List.of()));
        replay.handle(null);
        replay.handle(null);
        assertThat(
                        jdbc.sql("select count(*) from events.event where venue = :venue")
                                .param("venue", "new-" + unique)
                                .query(Integer.class)
                                .single())
                .isOne();
        assertThatThrownBy(() ->
                        sources.make(
                                new KeepSources.Command("x" + unique, "till", "nowhere", "hall")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        sources.make(new KeepSources.Command("x" + unique, "till", null, "hall")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    @Capability("CDP-05")
    void aSourceShowsWhatCameAndWhatWaits() throws Exception {
        KeepSources.Outcome.Made made = source("till", "diner");
        for (int twice = 0; twice < 2; twice++) {
            hook(
                    made,
                    "a",
                    "{\"type\":\"sale\",\"soldAt\":\"%s\",\"receiptNo\":\"1\"}"
                            .formatted(clock.instant()));
        }
        hook(made, "b", "{\"type\":\"sale\",\"soldAt\":\"yesterday\",\"receiptNo\":\"2\"}");
        pump.drain();
        var figures = Objects.requireNonNull(sources.figures().get(made.source().id()));
        assertThat(figures.taken()).isOne();
        assertThat(figures.waiting()).isOne();
        assertThat(figures.lastAt()).isEqualTo(clock.instant());
    }

    /** Sends twice under two delivery ids, for a system that retries makes new ones. */
    private void signed(String kind, String zone, String body) throws Exception {
        KeepSources.Outcome.Made made = source(kind, zone);
        String written = body.formatted(clock.instant(), unique);
        hook(made, "msg_1", written).andExpect(jsonPath("$.accepted").value(1));
        hook(made, "msg_2", written)
                .andExpect(jsonPath("$.accepted").value(0))
                .andExpect(jsonPath("$.repeated").value(1));
        mvc.perform(
                        post("/v1/event-hooks/" + id(made))
                                .header("webhook-id", "msg_3")
                                .header("webhook-timestamp", machine.now().getEpochSecond())
                                .header("webhook-signature", "v1,AAAA")
                                .content(written))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions hook(KeepSources.Outcome.Made made, String message, String body)
            throws Exception {
        String secret = secrets.computeIfAbsent(made.source().id(), this::secret);
        long now = machine.now().getEpochSecond();
        return mvc.perform(
                        post("/v1/event-hooks/" + id(made))
                                .header("webhook-id", message)
                                .header("webhook-timestamp", now)
                                .header(
                                        "webhook-signature",
                                        WebhookSignature.sign(secret, message, now, body))
                                .contentType("application/json")
                                .content(body))
                .andExpect(status().isAccepted());
    }

    private final Map<Integer, String> secrets = new HashMap<>();

    private String secret(int source) {
        return sources.hookSecret(source).orElseThrow();
    }

    private KeepSources.Outcome.Made source(String kind, String zone) {
        return (KeepSources.Outcome.Made)
                sources.make(
                        new KeepSources.Command(
                                kind + " " + UUID.randomUUID(),
                                kind,
                                resort,
                                zone,
                                Map.of("W1", "west gate"),
                                ready.all().get(kind)));
    }

    private static String id(KeepSources.Outcome.Made made) {
        return PublicId.encode("src", made.source().id());
    }

    private List<String> rows() {
        return jdbc.sql(
                        """
                        select s.kind || ' ' || e.name || ' ' || e.venue || '/' || e.zone
                        from events.event e join events.source s on s.id = e.source_id
                        where e.venue = :venue order by 1
                        """)
                .param("venue", resort)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String sha1(String... words) throws Exception {
        String sorted = Stream.of(words).sorted().reduce("", String::concat);
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-1")
                                .digest(sorted.getBytes(StandardCharsets.UTF_8)));
    }
}
