package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Groups that hold whatever is left of a class on the whole way of the story's train. */
final class Crowd {

    private static final int MOST_AT_ONCE = 9;

    private Crowd() {}

    /** An order, its payment and whose it is. */
    record Held(Person person, String order, String payment) {}

    static List<Held> takes(Stage stage, String seatClass, LocalDate date) {
        List<Held> held = new ArrayList<>();
        for (int left = left(stage, seatClass, date); left > 0; ) {
            int travellers = Math.min(left, MOST_AT_ONCE);
            held.add(holds(stage, seatClass, date, travellers));
            left -= travellers;
        }
        assertThat(left(stage, seatClass, date)).isZero();
        return held;
    }

    static int left(Stage stage, String seatClass, LocalDate date) {
        return stage.trip("HGG", "CAN", date).left(seatClass);
    }

    private static Held holds(Stage stage, String seatClass, LocalDate date, int travellers) {
        Person leader = stage.stranger().register().with(travellers);
        Visitor.Answer placed = leader.order(stage.trip("HGG", "CAN", date), seatClass, travellers);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        String order = placed.body().path("id").asString();
        return new Held(leader, order, leader.payment(order));
    }
}
