package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The elder travels: the gate, the points, and all that follows from the trip. */
final class TravelChapter implements Chapter {

    private final Stage stage;
    private String code = "";

    TravelChapter(Stage stage) {
        this.stage = stage;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("the gate admits the ticket before departure, once", this::admitted),
                new Step("codes of another station, altered or unreadable stay out", this::kept),
                new Step(
                        "the trip completes: 15 points a yuan, rounded once, in a lot that expires",
                        this::points),
                new Step("they count toward a tier", this::tier),
                new Step(
                        "facts flow on: tag, segment, journey, message through the consent gate",
                        this::facts));
    }

    private String admitted() {
        code = ticketOf(stage.elder());
        stage.moveTo(instant("/run/from/time").minus(Duration.ofMinutes(15)));
        JsonNode first = check(code, station());
        assertThat(first.path("decision").asString()).as(first.toString()).isEqualTo("admit");
        return refused(check(code, station()), "ALREADY_CHECKED_IN");
    }

    private String kept() {
        String unread = refused(check("not a code", station()), "CODE_IS_UNREADABLE");
        String forged = code.substring(0, code.length() - 6) + "AAAAAA";
        refused(check(forged, station()), "CODE_IS_FORGED");
        return refused(check(ticketOf(stage.young()), "CBQ"), "WRONG_STATION") + ", " + unread;
    }

    private String points() {
        stage.moveTo(instant("/run/to/time").plus(Duration.ofMinutes(10)));
        Stage.await("points", () -> !postings().isEmpty());
        long expected = Math.round(trip().at("/amount/minor").asLong() * 15 / 100.0);
        assertThat(expected).isPositive();
        // A challenge that these points complete adds its own reward at once.
        assertThat(postings().findValuesAsString("amount")).contains(String.valueOf(expected));
        JsonNode lot = elder().get("/v1/me/points").body().path("lots").path(0);
        assertThat(lot.path("lastDay").asString("")).isNotBlank();
        return expected + " points until " + lot.path("lastDay").asString();
    }

    private String tier() {
        JsonNode tier = elder().get("/v1/me/tier").body();
        assertThat(tier.path("why").isMissingNode()).as("a tier says why").isFalse();
        JsonNode gap = tier.at("/next/gaps/0");
        assertThat(gap.path("have").asLong()).as(tier.toString()).isPositive();
        return tier.at("/name/en").asString()
                + ", "
                + gap.path("have")
                + " of "
                + gap.path("needed");
    }

    private String facts() {
        String path = "/v1/members/" + stage.elder().id();
        Stage.await(
                "a message and a segment in the timeline",
                () -> {
                    String text = stage.staff().get(path + "/timeline?limit=100").body().toString();
                    return text.contains("message") && text.contains("segment");
                });
        JsonNode member = stage.staff().get(path).body();
        assertThat(member.path("tags").size()).isPositive();
        assertThat(member.path("segments").size()).isPositive();
        return "%d tags, %d segments"
                .formatted(member.path("tags").size(), member.path("segments").size());
    }

    /** Her first order, which is the last of the list. */
    private JsonNode trip() {
        return firstOrder(stage.elder());
    }

    private Instant instant(String pointer) {
        return Instant.parse(trip().at(pointer).asString());
    }

    private String station() {
        return trip().at("/run/from/station").asString();
    }

    private static String ticketOf(Person person) {
        return firstOrder(person).at("/tickets/0/code").asString();
    }

    private static JsonNode firstOrder(Person person) {
        return Stage.items(person.visitor().get("/v1/orders").body()).getLast();
    }

    private JsonNode postings() {
        return elder().get("/v1/me/points").body().at("/postings/items");
    }

    private Visitor elder() {
        return stage.elder().visitor();
    }

    private JsonNode check(String code, String station) {
        return stage.staff()
                .post(
                        "/v1/gate/check",
                        "{\"code\":\"%s\",\"gate\":\"A7\",\"stationCode\":\"%s\"}"
                                .formatted(code, station))
                .body();
    }

    private static String refused(JsonNode verdict, String code) {
        assertThat(verdict.path("decision").asString()).isEqualTo("refuse");
        assertThat(verdict.path("reasonCode").asString()).isEqualTo(code);
        assertThat(verdict.at("/sentence/zh").asString("")).containsPattern("\\p{IsHan}");
        assertThat(verdict.at("/sentence/en").asString("")).isNotBlank().isNotEqualTo(code);
        return code;
    }
}
