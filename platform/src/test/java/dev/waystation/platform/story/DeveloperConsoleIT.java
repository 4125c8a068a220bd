package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.engagement.webhooks.usecase.SendDeliveries;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Somebody connects another system: what went wrong, why, and once more. */
class DeveloperConsoleIT extends PhoneStory {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a receiver was sent. */
    private record Heard(Map<String, List<String>> headers, String body) {}

    @Test
    @Capability("X36")
    void aRefusedRequestShowsItsIdTheRuleBehindItAndItselfAsCurl() throws Exception {
        String key =
                phones.stage()
                        .staff()
                        .post(
                                "/v1/api-clients",
                                """
                                {"name":"partner shop","scopes":["members.read"]}
                                """)
                        .body()
                        .path("key")
                        .asString();
        HttpResponse<String> refused =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(phones.url() + "/v1/members/mbr_1x"))
                                        .header("Authorization", "Bearer " + key)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        String id = refused.headers().firstValue("X-Request-Id").orElseThrow();
        String code = JSON.readTree(refused.body()).path("code").asString();
        try (Window desk = console()) {
            desk.go("/console/developers").see(id);
            assertThat(desk.main()).contains("partner shop", "/v1/members/mbr_1x");
            desk.press("Copy as curl");
            assertThat(shown(desk))
                    .contains("curl -i -X GET", "/v1/members/mbr_1x", "$WAYSTATION_KEY")
                    .doesNotContain(key);
            desk.page().keyboard().press("Escape");
            desk.follow(code);
            assertThat(desk.page().url()).contains("tab=rules");
            assertThat(desk.role(AriaRole.ROW).count()).as("heading and rule").isEqualTo(2);
            assertThat(desk.main()).contains(code);
        }
    }

    @Test
    @Capability("X36")
    void aDeliveryThatFailedIsReplayedAndItsSignatureIsChecked() throws IOException {
        List<Heard> heard = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(heard);
        try (Window desk = console()) {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            desk.go("/console/developers?tab=webhooks").press("New webhook");
            desk.fill("Endpoint", url);
            Locator types = desk.page().locator(".ant-modal").getByRole(AriaRole.COMBOBOX);
            types.fill("membership.MemberRegistered");
            types.press("Enter");
            types.press("Escape");
            desk.press("Create").see("Store the signing secret now");
            String secret = desk.page().locator(".is-secret").innerText();
            desk.press("I have stored it");

            phones.stage().stranger().register();
            sendWhatIsDue();
            desk.page().locator("main button:has-text('" + url + "')").click();
            desk.press("Details").see("500");
            assertThat(heard).hasSize(1);
            desk.press("Replay").see("Queued once more");
            sendWhatIsDue();
            desk.see("delivered");
            assertThat(heard).hasSize(2);
            assertThat(header(heard.get(1), "webhook-id"))
                    .as("the same message")
                    .isEqualTo(header(heard.getFirst(), "webhook-id"));

            desk.press("Copy as curl");
            String curl = shown(desk);
            assertThat(curl).contains(url).doesNotContain(secret);
            String body = part(curl, "(?s)--data-raw '(.*)'$").replace("'\\''", "'");
            desk.go("/console/developers?tab=signature").fill("Signing secret", secret);
            desk.fill("webhook-id", part(curl, "webhook-id: ([^']+)"));
            desk.fill("webhook-timestamp", part(curl, "webhook-timestamp: ([^']+)"));
            desk.fill("webhook-signature", part(curl, "webhook-signature: ([^']+)"));
            desk.fill("Body, letter for letter", body);
            desk.press("Check").see("The signature holds");
            desk.fill("Body, letter for letter", body + " ").press("Check");
            desk.see("The signature does not hold");
            desk.see("Should be");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @Capability("X36")
    void aMessageThatWasNotTakenSaysWhyAndIsReplayedOnceItIsMended() {
        RunningPlatform platform = phones.stage().platform();
        var made =
                (KeepSources.Outcome.Made)
                        platform.bean(KeepSources.class)
                                .make(new KeepSources.Command("hotel desk", "server", null, null));
        publish("integer");
        platform.bean(TakeEvents.class)
                .handle(
                        new TakeEvents.Command(
                                made.key(),
                                Call.TRACK,
                                """
                                {"messageId":"stay-1","userId":"u","event":"hotel.stayed",
                                 "properties":{"nights":"two"}}
                                """
                                        .getBytes(StandardCharsets.UTF_8)));
        try (Window desk = console()) {
            desk.go("/console/developers?tab=quarantine").see("hotel desk");
            assertThat(desk.main()).contains("nights", "version 1 of hotel.stayed");
            desk.press("Replay").see("1 still do not fit");
            publish("string");
            desk.press("Replay all").see("1 taken");
            desk.see("Everything was taken");
        }
    }

    private void publish(String type) {
        phones.stage()
                .platform()
                .bean(PublishSchema.class)
                .handle(
                        new PublishSchema.Command(
                                "hotel.stayed",
                                Said.same("stayed"),
                                JSON.readTree(
                                        "{\"properties\":{\"nights\":{\"type\":\""
                                                + type
                                                + "\"}}}")));
    }

    private void sendWhatIsDue() {
        phones.stage().platform().bean(FactPump.class).drain();
        phones.stage().platform().bean(SendDeliveries.class).handle();
    }

    /** Fails the first time, as a receiver does whose database is down. */
    private static HttpServer receiver(List<Heard> heard) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                call -> {
                    String body =
                            new String(
                                    call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    heard.add(new Heard(Map.copyOf(call.getRequestHeaders()), body));
                    call.sendResponseHeaders(heard.size() == 1 ? 500 : 204, -1);
                    call.close();
                });
        server.start();
        return server;
    }

    private static String header(Heard heard, String name) {
        return heard.headers().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(each -> each.getValue().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private static String shown(Window desk) {
        Locator line = desk.page().locator(".ant-modal pre").last();
        line.waitFor();
        desk.settle();
        return line.innerText().strip();
    }

    private static String part(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private Window console() {
        Window desk = browsing.open(phones.url(), Browsing.Look.desk("en", "light"), "");
        desk.go("/console/").fill("Login", "admin");
        desk.fill("Password", phones.stage().platform().password()).press("Sign in");
        desk.named(AriaRole.LINK, "Developers").waitFor();
        return desk;
    }
}
