package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A hold that nobody pays for ends, and what becomes of money that comes after that. */
final class DeadlineChapter implements Chapter {

    private static final Duration LONGER_THAN_A_HOLD = Duration.ofMinutes(13);

    private final Stage stage;
    private LocalDate date = LocalDate.EPOCH;
    private int seats;
    private Bought lucky = Bought.NONE;
    private Bought unlucky = Bought.NONE;

    /** An order, its payment and whose it is. */
    private record Bought(Person person, String order, String payment) {
        static final Bought NONE = new Bought(new Person("", "", "", LocalDate.EPOCH), "", "");
    }

    DeadlineChapter(Stage stage) {
        this.stage = stage;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("two groups hold all business seats and do not pay", this::hold),
                new Step("the deadline passes: orders expire, all seats are back", this::expire),
                new Step("paid late with seats free: the tickets are issued", this::lateWithSeats),
                new Step("paid late on a full train: the money goes back", this::lateWithoutSeats));
    }

    private String hold() {
        date = stage.today().plusDays(6);
        seats = left();
        unlucky = hold("19900008806", "孙领队", 9);
        lucky = hold("19900008807", "周领队", seats - 9);
        assertThat(left()).isZero();
        return seats + " seats";
    }

    private String expire() {
        stage.moveTo(stage.now().plus(LONGER_THAN_A_HOLD));
        Stage.await("expiry", () -> lucky.person().status(lucky.order()).equals("expired"));
        assertThat(left()).isEqualTo(seats);
        Visitor.Answer tooLate = unlucky.person().pay(unlucky.order());
        return seats + " seats; " + Refused.with(stage, tooLate, 409, "ORDER_HAS_EXPIRED");
    }

    private String lateWithSeats() {
        lucky.person().approve(lucky.payment());
        Stage.await("tickets", () -> lucky.person().status(lucky.order()).equals("paid"));
        assertThat(left()).isEqualTo(9);
        return (seats - 9) + " tickets, 9 seats left";
    }

    private String lateWithoutSeats() {
        unlucky.person().order(trip(), "business", 9);
        assertThat(left()).isZero();
        unlucky.person().approve(unlucky.payment());
        Stage.await("the refund", () -> intent().refunded().equals(intent().amount()));
        assertThat(unlucky.person().status(unlucky.order())).isEqualTo("expired");
        Money back = intent().refunded();
        return back.minor() + " fen returned";
    }

    private Bought hold(String phone, String name, int travellers) {
        Person person =
                stage.person(phone, name, LocalDate.of(1985, 6, 1)).register().with(travellers);
        Visitor.Answer placed = person.order(trip(), "business", travellers);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        String order = placed.body().path("id").asString();
        return new Bought(person, order, person.payment(order));
    }

    private PaymentIntent intent() {
        long id = PublicId.decode(PaymentIntent.PREFIX, unlucky.payment());
        return stage.platform().bean(Payments.class).intent(id).orElseThrow();
    }

    private Trip trip() {
        return stage.trip("HGG", "CAN", date);
    }

    private int left() {
        return trip().left("business");
    }
}
