package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A hold that nobody pays for ends, and what becomes of money that comes after that. */
final class DeadlineChapter implements Chapter {

    private static final Duration LONGER_THAN_A_HOLD = Duration.ofMinutes(13);

    private final Stage stage;
    private LocalDate date = LocalDate.EPOCH;
    private int seats;
    private Crowd.@Nullable Held lucky;
    private Crowd.@Nullable Held unlucky;

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
        List<Crowd.Held> held = Crowd.takes(stage, "business", date);
        unlucky = held.getFirst();
        lucky = held.getLast();
        assertThat(held).as("two groups").hasSize(2);
        return seats + " seats";
    }

    private String expire() {
        stage.moveTo(stage.now().plus(LONGER_THAN_A_HOLD));
        Stage.await("expiry", () -> lucky().person().status(lucky().order()).equals("expired"));
        assertThat(left()).isEqualTo(seats);
        Visitor.Answer tooLate = unlucky().person().pay(unlucky().order());
        return seats + " seats; " + Refused.with(stage, tooLate, 409, "ORDER_HAS_EXPIRED");
    }

    private String lateWithSeats() {
        lucky().person().approve(lucky().payment());
        Stage.await("tickets", () -> lucky().person().status(lucky().order()).equals("paid"));
        assertThat(left()).isEqualTo(9);
        return (seats - 9) + " tickets, 9 seats left";
    }

    private String lateWithoutSeats() {
        Crowd.takes(stage, "business", date);
        unlucky().person().approve(unlucky().payment());
        Stage.await("the refund", () -> intent().refunded().equals(intent().amount()));
        assertThat(unlucky().person().status(unlucky().order())).isEqualTo("expired");
        return intent().refunded().minor() + " fen returned";
    }

    private PaymentIntent intent() {
        long id = PublicId.decode(PaymentIntent.PREFIX, unlucky().payment());
        return stage.platform().bean(Payments.class).intent(id).orElseThrow();
    }

    /** The smaller group, whose late money finds seats. */
    private Crowd.Held lucky() {
        return Objects.requireNonNull(lucky, "nobody held seats");
    }

    private Crowd.Held unlucky() {
        return Objects.requireNonNull(unlucky, "nobody held seats");
    }

    private int left() {
        return Crowd.left(stage, "business", date);
    }
}
