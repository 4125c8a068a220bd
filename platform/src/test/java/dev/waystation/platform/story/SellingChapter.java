package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Members buy; a seat sold for one part of the way is sold again for the next. */
final class SellingChapter implements Chapter {

    private final Stage stage;

    SellingChapter(Stage stage) {
        this.stage = stage;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step(
                        "a person of 64 registers as a member",
                        () -> stage.elder().register().id()),
                new Step(
                        "she searches Huanggang to Guangzhou, holds a seat, pays, gets a ticket",
                        this::buys),
                new Step("two travellers on the same trip never share a seat", this::neverShared),
                new Step(
                        "a seat sold Huanggang to Wuhan is sold again Wuhan to Guangzhou",
                        this::soldAgain),
                new Step(
                        "the whole way finds that seat taken: a full train refuses with reasons",
                        this::wholeWay));
    }

    /** The train of the story. */
    static Trip theTrip(Stage stage) {
        return stage.trip("HGG", "CAN", stage.today().plusDays(3));
    }

    private String buys() {
        JsonNode order = stage.elder().buy(theTrip(stage), "second");
        assertThat(order.at("/tickets/0/code").asString("")).isNotBlank();
        return seat(order) + " " + order.at("/amount/minor") + " fen";
    }

    private String neverShared() {
        String hers = seat(stage.elder().visitor().get("/v1/orders").body().at("/items/0"));
        String his = seat(stage.young().register().buy(theTrip(stage), "second"));
        assertThat(his).isNotEqualTo(hers);
        return hers + " and " + his;
    }

    private String soldAgain() {
        LocalDate date = stage.today().plusDays(5);
        int before = stage.trip("HGG", "CAN", date).left("business");
        String first = seat(stage.young().buy(stage.trip("HGG", "WUH", date), "business"));
        String second = seat(stage.elder().buy(stage.trip("WUH", "CAN", date), "business"));
        assertThat(second).as("the same seat, sold for the next part of the way").isEqualTo(first);
        int after = stage.trip("HGG", "CAN", date).left("business");
        assertThat(after).as("two tickets took one seat from the whole way").isEqualTo(before - 1);
        return first + " twice; the whole way went from " + before + " to " + after;
    }

    private String wholeWay() {
        Trip trip = stage.trip("HGG", "CAN", stage.today().plusDays(5));
        int left = trip.left("business");
        Person group = stage.stranger().register().with(9);
        Person other = stage.stranger().register().with(9);
        JsonNode held = group.order(trip, "business", 9).body();
        Visitor.Answer tooMany = other.order(trip, "business", left - 9 + 1);
        Refused.with(stage, tooMany, 409, "MORE_PASSENGERS_THAN_SEATS");
        JsonNode rest = other.order(trip, "business", left - 9).body();
        List<String> seats = new ArrayList<>(seats(held));
        seats.addAll(seats(rest));
        String taken = seat(stage.elder().visitor().get("/v1/orders").body().at("/items/0"));
        assertThat(seats).hasSize(left).doesNotHaveDuplicates().doesNotContain(taken);
        Visitor.Answer again = other.order(trip, "business", 1);
        Refused.with(stage, again, 409, "TRAVELLER_HAS_OVERLAPPING_TRIP");
        Visitor.Answer full = stage.stranger().register().order(trip, "business", 1);
        Refused.with(stage, full, 409, "LEG_IS_FULL");
        return left + " seats sold, none of them " + taken + "; then " + full.code();
    }

    static String seat(JsonNode order) {
        return seats(order).getFirst();
    }

    static List<String> seats(JsonNode order) {
        List<String> seats = new ArrayList<>();
        order.path("tickets")
                .forEach(ticket ->
                        seats.add(
                                ticket.at("/seat/car").asString()
                                        + "-"
                                        + ticket.at("/seat/label").asString()));
        assertThat(seats).as(order.toString()).isNotEmpty();
        return seats;
    }
}
