package dev.waystation.platform.engagement.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.usecase.DefineTag;
import dev.waystation.platform.engagement.journey.model.EdgeDraft;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.usecase.MakeCalls;
import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.engagement.webhooks.usecase.KeepEndpoints;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.vault.WebhookSignature;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Attributes to write, and a system of the operator that is asked and answers as it is told. */
abstract class ActingStage extends JourneyStage {

    static final String FLAG = "acted_on";
    static final String NUMBER = "acted_score";

    @Autowired DefineTag define;
    @Autowired KeepEndpoints endpoints;
    @Autowired MakeCalls calls;
    @Autowired MachineTime machine;

    /** A question as the system heard it. */
    record Heard(String id, boolean genuine, String body) {}

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile String answer = "{\"risk\": {\"score\": 72, \"note\": \"calm\"}}";
    String address = "";
    private String secret = "";
    private long endpoint;
    private HttpServer server = unstarted();

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aSystemThatAnswersAndAttributes() {
        define.handle(new DefineTag.Command(FLAG, Said.same(FLAG), "care"));
        define.handle(
                new DefineTag.Command(
                        NUMBER, Said.same(NUMBER), "care", TagKind.NUMBER, List.of()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
        KeepEndpoints.Made made =
                endpoints.add(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/ask",
                        List.of(Calls.TYPE));
        secret = made.secret();
        endpoint = made.endpoint().id();
        address = PublicId.encode("whk", endpoint);
    }

    @AfterEach
    void itFallsSilent() {
        server.stop(0);
        endpoints.setState(endpoint, "paused");
    }

    /** What happens between a question and its answer. */
    void beforeAnswering() {}

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = String.valueOf(exchange.getRequestHeaders().getFirst(WebhookSignature.ID));
        boolean genuine =
                WebhookSignature.verify(
                                secret,
                                id,
                                exchange.getRequestHeaders().getFirst(WebhookSignature.TIMESTAMP),
                                exchange.getRequestHeaders().getFirst(WebhookSignature.SIGNATURE),
                                body,
                                machine.now())
                        == WebhookSignature.Verdict.VALID;
        heard.add(new Heard(id, genuine, body));
        beforeAnswering();
        byte[] said = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    /** Asks whoever is to be asked now; answers how often this system was. */
    int askAll() {
        int before = heard.size();
        while (calls.handle(clock.instant()) > 0) {
            // until nobody is left; other tests may have left some
        }
        return heard.size() - before;
    }

    NodeDraft ask(String id) {
        return node(
                id,
                "call",
                Map.of(
                        "address",
                        address,
                        "patience",
                        "PT10M",
                        "takes",
                        List.of(
                                Map.of(
                                        "name",
                                        "score",
                                        "pointer",
                                        "/risk/score",
                                        "kind",
                                        "whole"))));
    }

    /** Whoever is answered about with 70 or more gets the score as an attribute. */
    GraphDraft askAndBranch() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        ask("ask"),
                        node(
                                "high",
                                "branch",
                                Map.of(
                                        "arms",
                                        List.of(
                                                Map.of(
                                                        "key",
                                                        "yes",
                                                        "condition",
                                                        Map.of(
                                                                "entry.answerScore",
                                                                Map.of("$gte", 70)))))),
                        node("write", "attribute", Map.of("tag", NUMBER, "from", "answerScore")),
                        node("risky", "exit", Map.of("goal", true)),
                        node("calm", "exit", Map.of()),
                        node("no", "exit", Map.of("reason", "no")),
                        node("late", "exit", Map.of("reason", "late"))),
                List.of(
                        edge("in", "next", "ask"),
                        edge("ask", "next", "high"),
                        edge("ask", "failed", "no"),
                        edge("ask", "timeout", "late"),
                        edge("high", "yes", "write"),
                        edge("high", "otherwise", "calm"),
                        edge("write", "next", "risky")),
                null);
    }

    static List<EdgeDraft> row(String... nodes) {
        return IntStream.range(1, nodes.length)
                .mapToObj(i -> edge(nodes[i - 1], "next", nodes[i]))
                .toList();
    }
}
