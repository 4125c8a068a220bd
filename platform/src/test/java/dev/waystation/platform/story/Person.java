package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A member of the story and what members do by API. */
final class Person {

    private final Visitor visitor;
    private final String phone;
    private final String name;
    private final LocalDate born;
    private String id = "";

    Person(String base, String phone, String name, LocalDate born) {
        this.visitor = new Visitor(base);
        this.phone = phone;
        this.name = name;
        this.born = born;
    }

    Visitor visitor() {
        return visitor;
    }

    String id() {
        assertThat(id).as(name + " did not register").isNotEmpty();
        return id;
    }

    /** Registers, which signs in as well, and allows messages. */
    Person register() {
        askForCode();
        Visitor.Answer answer =
                visitor.post(
                        "/v1/members",
                        """
                        {"phone":"%s","code":"%s","name":"%s","document":%s,"birthDate":"%s",\
                        "gender":"female","city":"HGG"}\
                        """
                                .formatted(phone, sentCode(), name, document(name, born), born));
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
        if (!visitor.get("/v1/session").body().at("/caller/kind").asString("").equals("member")) {
            askForCode();
            visitor.post(
                    "/v1/member-session",
                    "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, sentCode()));
        }
        visitor.put(
                "/v1/me/consents",
                """
                {"choices":[{"channel":"sms","purpose":"marketing","granted":true},\
                {"channel":"sms","purpose":"service","granted":true}]}\
                """);
        id = visitor.get("/v1/me").body().path("id").asString();
        return this;
    }

    /** Adds invented companions until this member may book for so many. */
    Person with(int travellers) {
        for (int n = travellers().size(); n < travellers; n++) {
            LocalDate birthday = LocalDate.of(1980 + n, 5, 17);
            String companion = name + "的同伴" + Stage.ordinal(n);
            Visitor.Answer added =
                    visitor.post(
                            "/v1/me/travellers",
                            "{\"name\":\"%s\",\"document\":%s,\"birthDate\":\"%s\"}"
                                    .formatted(companion, document(companion, birthday), birthday));
            assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        }
        return this;
    }

    List<String> travellers() {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : Stage.items(visitor.get("/v1/me/travellers").body())) {
            ids.add(one.path("id").asString());
        }
        return ids;
    }

    /** Orders for the first so many travellers; nothing is paid yet. */
    Visitor.Answer order(Trip trip, String seatClass, int travellers) {
        return order(trip, seatClass, travellers, UUID.randomUUID().toString());
    }

    Visitor.Answer order(Trip trip, String seatClass, int travellers, String key) {
        String ids = String.join("\",\"", travellers().subList(0, travellers));
        return visitor.post(
                "/v1/orders",
                """
                {"runId":"%s","fromCall":%d,"toCall":%d,"seatClass":"%s","travellerIds":["%s"]}\
                """
                        .formatted(trip.runId(), trip.fromCall(), trip.toCall(), seatClass, ids),
                key);
    }

    /**
     * Orders for one, pays in the sandbox and waits for the ticket; asking twice changes nothing.
     */
    JsonNode buy(Trip trip, String seatClass) {
        String key = UUID.randomUUID().toString();
        Visitor.Answer placed = order(trip, seatClass, 1, key);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        String order = placed.body().path("id").asString();
        assertThat(order(trip, seatClass, 1, key).body().path("id").asString()).isEqualTo(order);
        approve(payment(order));
        Stage.await("payment of " + order, () -> status(order).equals("paid"));
        return show(order);
    }

    /** Opens the payment of an order. */
    String payment(String order) {
        return pay(order).body().path("intentId").asString();
    }

    Visitor.Answer pay(String order) {
        return visitor.post("/v1/orders/" + order + ":pay", "{}");
    }

    Visitor.Answer approve(String payment) {
        return visitor.post("/v1/sandbox-payments/" + payment + ":approve", "{}");
    }

    JsonNode show(String order) {
        return visitor.get("/v1/orders/" + order).body();
    }

    String status(String order) {
        return show(order).path("status").asString();
    }

    private void askForCode() {
        Visitor.Answer asked =
                visitor.post("/v1/member-session/code", "{\"phone\":\"" + phone + "\"}");
        assertThat(asked.status()).isLessThan(300);
    }

    private String sentCode() {
        return Stage.items(visitor.get("/v1/sandbox/codes").body()).stream()
                .filter(sent -> sent.path("phone").asString().equals(phone))
                .map(sent -> sent.path("code").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code was sent to " + phone));
    }

    private static String document(String name, LocalDate born) {
        return "{\"type\":\"identity_card\",\"number\":\"%s\"}"
                .formatted(Documents.identityCard(born, Math.floorMod(name.hashCode(), 1000)));
    }
}
