package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Questions and orders that cannot be served: each has its own code and its own sentence. */
final class WrongInputChapter implements Chapter {

    private final Stage stage;

    WrongInputChapter(Stage stage) {
        this.stage = stage;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("wrong dates are refused: no date, and a day that is over", this::dates),
                new Step("unknown cities and stops are refused", this::places),
                new Step("a train that has left cannot be bought", this::pastTrain));
    }

    private String dates() {
        String noDay = search("HGG", "CAN", "2026-02-30", 400, "MALFORMED");
        String over = stage.today().minusDays(1).toString();
        return noDay + ", " + search("HGG", "CAN", over, 422, "DATE_IS_OVER");
    }

    private String places() {
        String tomorrow = stage.today().plusDays(1).toString();
        String city = search("HGG", "ATLANTIS", tomorrow, 422, "CITY_IS_UNKNOWN");
        Trip trip = stage.trip("HGG", "CAN", stage.today().plusDays(1));
        Trip beyond = new Trip(trip.runId(), 0, 40, trip.shown());
        Visitor.Answer answer = stage.young().order(beyond, "second", 1);
        return city + ", " + Refused.with(stage, answer, 422, "STOP_NOT_SERVED");
    }

    private String pastTrain() {
        JsonNode ridden =
                Stage.items(stage.elder().visitor().get("/v1/orders").body()).getLast().path("run");
        assertThat(ridden.path("trainCode").asString()).isEqualTo("G1158");
        Trip past = new Trip(ridden.path("runId").asString(), 0, 6, ridden);
        Visitor.Answer answer = stage.young().order(past, "second", 1);
        return Refused.with(stage, answer, 409, "TRAIN_HAS_DEPARTED");
    }

    private String search(String from, String to, String date, int status, String code) {
        return Refused.asking(
                stage,
                "/v1/journeys?from=%s&to=%s&date=%s".formatted(from, to, date),
                status,
                code);
    }
}
