package dev.waystation.platform.engagement.webhooks.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.webhooks.model.Delivery;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.vault.WebhookSignature;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What happens here is told to a receiver, signed, until it says that it heard. */
@PlatformIT
class WebhooksIT {

    private record Heard(String id, boolean genuine, String body) {}

    @Autowired private KeepEndpoints endpoints;
    @Autowired private SendDeliveries send;
    @Autowired private Members members;
    @Autowired private FactPump pump;
    @Autowired private MachineTime machine;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private String secret = "";
    private long endpoint;
    private HttpServer server = unstarted();

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aReceiver() {
        pump.drain();
        server.createContext(
                "/",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    String id = String.valueOf(headers.getFirst(WebhookSignature.ID));
                    boolean genuine =
                            WebhookSignature.verify(
                                            secret,
                                            id,
                                            headers.getFirst(WebhookSignature.TIMESTAMP),
                                            headers.getFirst(WebhookSignature.SIGNATURE),
                                            body,
                                            machine.now())
                                    == WebhookSignature.Verdict.VALID;
                    heard.add(new Heard(id, genuine, body));
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        server.start();
        var made =
                endpoints.add(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/hook",
                        List.of("membership.MemberRegistered"));
        secret = made.secret();
        endpoint = made.endpoint().id();
    }

    @AfterEach
    void noReceiver() {
        server.stop(0);
        endpoints.setState(endpoint, "paused");
    }

    @Test
    void aFactIsToldOnceSignedAndAsACloudEvent() {
        long member = register();
        send.handle();
        send.handle();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().genuine()).isTrue();
        assertThat(heard.getFirst().body())
                .contains("\"specversion\":\"1.0\"")
                .contains("\"type\":\"membership.MemberRegistered\"")
                .contains("\"subject\":\"" + PublicId.encode("mbr", member) + "\"");
        assertThat(delivery().state()).isEqualTo("delivered");
    }

    @Test
    void aReceiverThatFailsIsTriedAgainLaterAndLater() {
        answer = 503;
        register();
        send.handle();
        send.handle();
        assertThat(heard).as("not due yet").hasSize(1);
        due();
        send.handle();
        answer = 204;
        due();
        send.handle();
        assertThat(heard).hasSize(3);
        assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
        assertThat(delivery().state()).isEqualTo("delivered");
        assertThat(endpoints.attempts(delivery().id()))
                .extracting(Delivery.Attempt::status)
                .containsExactly(503, 503, 204);
    }

    @Test
    @Capability("CH-06")
    void whatWasGivenUpIsSentOnceMoreOnAPersonsWord() throws Exception {
        answer = 500;
        register();
        for (int i = 0; i < 10; i++) {
            due();
            send.handle();
        }
        assertThat(delivery().state()).isEqualTo("failed");
        assertThat(heard).hasSize(10);
        answer = 200;
        assertThat(endpoints.again(delivery().id())).isTrue();
        send.handle();
        assertThat(delivery().state()).isEqualTo("delivered");
        assertThat(heard.getLast().id()).isEqualTo(heard.getFirst().id());
        assertThat(heard).allMatch(Heard::genuine);
        assertSecretIsNowhere();
    }

    /** After the answer that made it, no page and no row shows the secret. */
    private void assertSecretIsNowhere() throws Exception {
        String id = PublicId.encode("whk", endpoint);
        for (String page : List.of("/v1/webhooks", "/v1/webhooks/" + id + "/deliveries")) {
            String answer =
                    mvc.perform(get(page).with(SignIn.role("administrator")))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString();
            assertThat(answer).contains("\"id\"").doesNotContain(secret);
        }
        assertThat(
                        jdbc.sql(
                                        "select count(*) from webhooks.endpoint e where e::text like :text")
                                .param("text", "%" + secret.substring("whsec_".length()) + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aReceiverThatIsGoneIsLeftAlone() {
        answer = 410;
        register();
        send.handle();
        register();
        due();
        send.handle();
        assertThat(heard).hasSize(1);
    }

    @Test
    void onlyHttpsOrThisMachine() {
        for (String url :
                List.of("http://example.com/a", "ftp://localhost/a", "file:///etc", "x")) {
            assertThatThrownBy(() -> endpoints.add(url, List.of("membership.MemberRegistered")))
                    .isInstanceOf(Malformed.class);
        }
    }

    private long register() {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        pump.drain();
        return member;
    }

    private Delivery delivery() {
        return endpoints.deliveries(endpoint, Long.MAX_VALUE, 1).getFirst();
    }

    private void due() {
        jdbc.sql(
                        "update webhooks.delivery set due_at = '2000-01-01Z'"
                                + " where endpoint_id = :endpoint and state = 'pending'")
                .param("endpoint", endpoint)
                .update();
    }
}
