package dev.waystation.platform.members.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion.State;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.store.RequestSignature;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A partner's system over HTTP, and a partner's program at our door. */
class PartnerLinkIT extends PartnerDesk {

    private static final String SECRET = "sealed-with-wax";

    @Autowired MockMvc mvc;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private HttpServer server = unstarted();

    @BeforeEach
    void start() {
        server = unstarted();
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Capability("L87")
    void requestsAreSignedAndASilentPartnerIsAskedUntilItAnswers() {
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        added(Partner.Link.HTTP, endpoint, SECRET);
        publish(1, LONG_AGO, Contract.Billing.POSTPAID, 1_000);
        long member = member();
        give(member, 400);
        String event = fresh();
        silent = true;
        byMember(Direction.OUT, event, member, "62220001", 400);
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.SENT);
        silent = false;
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.DONE);
        String reference = event(event).id().toString();
        assertThat(heard).containsExactly("POST /transfers", "GET /transfers/" + reference);
        assertThat(RequestSignature.of("another", "GET", "/transfers/1", "now", ""))
                .as("another secret signs otherwise")
                .isNotEqualTo(RequestSignature.of(SECRET, "GET", "/transfers/1", "now", ""));
    }

    @Test
    @Capability("L87")
    void aKeySpeaksForItsOwnPartnerAndARetryIsAnsweredTheSame() throws Exception {
        prepaid(10_000);
        String event = fresh();
        String body =
                """
                {"eventId": "%s", "member": "%s", "units": 500,
                 "occurredAt": "2026-11-15T15:30:00Z"}
                """
                        .formatted(event, id(member()));
        for (int i = 0; i < 2; i++) {
            mvc.perform(
                            post("/v1/partners/" + code + "/conversions")
                                    .with(key(7))
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content(body))
                    .andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.points").value(50));
        }
        mvc.perform(
                        post("/v1/partners/" + code + "/conversions")
                                .with(key(8))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("PARTNER_KEY_OF_ANOTHER"));
        carryOut.run();
        mvc.perform(get("/v1/partners/" + code + "/conversions/" + event).with(key(7)))
                .andExpect(jsonPath("$.state").value("done"));
    }

    private static RequestPostProcessor key(long id) {
        return SignIn.as(new Caller.ApiClient(id, "Test", Set.of("partners.exchange")));
    }

    /** Checks the signature as a partner would. */
    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String expected =
                RequestSignature.of(
                        SECRET,
                        exchange.getRequestMethod(),
                        path,
                        exchange.getRequestHeaders().getFirst("X-Signed-At"),
                        body);
        boolean signed = expected.equals(exchange.getRequestHeaders().getFirst("X-Signature"));
        heard.add(exchange.getRequestMethod() + " " + path);
        byte[] answer =
                "{\"state\": \"done\", \"reference\": \"b-1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(!signed ? 401 : silent ? 503 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
