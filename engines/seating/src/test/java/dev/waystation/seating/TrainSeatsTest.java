package dev.waystation.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.testkit.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainSeatsTest {

    private static final int WUHAN = 1;

    @Test
    @Capability("S1")
    void a_seat_sold_to_wuhan_is_sold_again_from_wuhan_and_a_third_overlapping_sale_is_refused() {
        TrainSeats seats = new TrainSeats(3, SeatLayout.rowsOfFive(1, 5));

        assertThat(seats.sell(0, WUHAN)).isEqualTo(sold(0));
        assertThat(seats.sell(WUHAN, 2)).isEqualTo(sold(0));

        assertThat(seats.sell(0, 2))
                .isEqualTo(new SaleOutcome.Refused(SaleRefusal.LEG_IS_FULL, 0, 2, 1, 0, 0));
    }

    @Test
    void free_legs_on_different_seats_make_no_seat_for_the_whole_way() {
        TrainSeats seats = new TrainSeats(3, SeatLayout.rowsOfFive(2, 5));
        seats.sellSeat(0, 0, 1);
        seats.sellSeat(1, 1, 2);

        assertThat(seats.sell(0, 2))
                .isEqualTo(
                        new SaleOutcome.Refused(
                                SaleRefusal.NO_SEAT_FOR_THE_WHOLE_WAY, 0, 2, 1, 0, -1));
    }

    @Test
    void the_smallest_gap_that_fits_is_filled_first() {
        TrainSeats seats = new TrainSeats(6, SeatLayout.rowsOfFive(3, 5));
        seats.sellSeat(1, 0, 1);
        seats.sellSeat(2, 0, 1);
        seats.sellSeat(2, 3, 5);

        assertThat(seats.sell(1, 3)).isEqualTo(sold(2));
        assertThat(seats.sell(1, 3)).isEqualTo(sold(1));
        assertThat(seats.sell(1, 3)).isEqualTo(sold(0));
    }

    @Test
    @Capability("S53")
    void a_party_sits_side_by_side_then_in_a_row_then_in_a_car_then_anywhere() {
        TrainSeats seats = new TrainSeats(2, SeatLayout.rowsOfFive(20, 10));
        // cars of two rows A B C | D F: seats 0-4 5-9, and 10-14 15-19
        List.of(1, 6, 7, 9, 11, 13, 15, 16, 17, 19).forEach(seat -> seats.sellSeat(seat, 0, 1));

        // free: 0 2|3 4 ; 5 |8 ; 10 12|14 ; 18
        assertThat(seats.sell(0, 1, 2)).isEqualTo(sold(Togetherness.SIDE_BY_SIDE, 3, 4));
        assertThat(seats.sell(0, 1, 3)).isEqualTo(sold(Togetherness.SAME_ROW, 10, 12, 14));
        assertThat(seats.sell(0, 1, 4)).isEqualTo(sold(Togetherness.SAME_CAR, 0, 2, 5, 8));
        seats.free(19, 0, 1);
        seats.free(4, 0, 1);
        seats.free(9, 0, 1);
        assertThat(seats.sell(0, 1, 4)).isEqualTo(sold(Togetherness.ANYWHERE, 4, 9, 18, 19));
    }

    @Test
    void a_party_larger_than_what_is_left_gets_nothing() {
        TrainSeats seats = new TrainSeats(2, SeatLayout.rowsOfFive(3, 5));
        seats.sell(0, 1);

        assertThat(seats.sell(0, 1, 3))
                .isEqualTo(
                        new SaleOutcome.Refused(
                                SaleRefusal.FEWER_SEATS_THAN_PASSENGERS, 0, 1, 3, 2, -1));
        assertThat(seats.free(0, 1)).isEqualTo(2);
    }

    @Test
    void a_named_seat_is_sold_once() {
        TrainSeats seats = new TrainSeats(4, SeatLayout.unnumbered(2));

        assertThat(seats.sellSeat(1, 0, 2)).isEqualTo(sold(1));
        assertThat(seats.sellSeat(1, 1, 3))
                .isEqualTo(new SaleOutcome.Refused(SaleRefusal.SEAT_IS_TAKEN, 1, 3, 1, 1, -1));
    }

    @Test
    void legs_are_given_back_once() {
        TrainSeats seats = new TrainSeats(4, SeatLayout.unnumbered(1));
        seats.sellSeat(0, 0, 2);

        assertThat(seats.free(0, 0, 2)).isEqualTo(new SeatChange.Changed(0, 0, 2));
        assertThat(seats.free(0, 0, 2))
                .isEqualTo(new SeatChange.Unchanged(SeatChange.Cause.NOT_SOLD, 0, 0, 2));
    }

    @Test
    void a_blocked_seat_is_neither_sold_nor_freed_and_comes_back_when_unblocked() {
        TrainSeats seats = new TrainSeats(3, SeatLayout.unnumbered(1));
        seats.block(0, 0, 2);

        assertThat(seats.sellSeat(0, 0, 1))
                .isEqualTo(new SaleOutcome.Refused(SaleRefusal.SEAT_IS_BLOCKED, 0, 1, 1, 0, 0));
        assertThat(seats.free(0, 0, 1))
                .isEqualTo(new SeatChange.Unchanged(SeatChange.Cause.NOT_SOLD, 0, 0, 1));
        assertThat(seats.leg(0)).isEqualTo(new LegFigures(0, 0, 1, 0));
        seats.unblock(0, 0, 2);
        assertThat(seats.sell(0, 2)).isEqualTo(sold(0));
    }

    @Test
    void sixty_four_legs_fit_and_the_sixty_fifth_is_refused_with_the_limit() {
        TrainSeats longest = new TrainSeats(65, SeatLayout.unnumbered(2));

        assertThat(longest.sell(0, 64)).isEqualTo(sold(0));
        assertThat(longest.sell(63, 64)).isEqualTo(sold(1));
        assertThat(longest.free(0, 63)).isEqualTo(1);
        assertThat(longest.countsAreExact()).isTrue();
        assertThatThrownBy(() -> new TrainSeats(66, SeatLayout.unnumbered(2)))
                .hasMessageContaining("at most 64 legs")
                .hasMessageContaining("got 66");
    }

    @Test
    @Capability("S3")
    void all_703_pairs_of_a_long_train_are_answered_in_one_copy_of_under_ten_microseconds() {
        TrainSeats seats = new TrainSeats(38, SeatLayout.rowsOfFive(1_200, 85));
        seats.sell(3, 20, 4);
        int[] all = new int[38 * 38];
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 20_000; i++) {
            long start = System.nanoTime();
            seats.copyFreeForAllPairs(all);
            quickest = Math.min(quickest, System.nanoTime() - start);
        }

        assertThat(all).isEqualTo(seats.recount());
        assertThat(java.util.Arrays.stream(all).filter(count -> count > 0)).hasSize(703);
        assertThat(quickest).isLessThan(10_000);
    }

    @Test
    void a_way_that_does_not_exist_is_a_mistake_of_the_caller() {
        TrainSeats seats = new TrainSeats(3, SeatLayout.unnumbered(1));

        assertThatThrownBy(() -> seats.sell(1, 1)).hasMessageContaining("calls 1 to 1");
        assertThatThrownBy(() -> seats.free(0, 3)).hasMessageContaining("3 calls");
    }

    private static SaleOutcome.Sold sold(int seat) {
        return sold(Togetherness.ALONE, seat);
    }

    private static SaleOutcome.Sold sold(Togetherness how, Integer... seats) {
        return new SaleOutcome.Sold(List.of(seats), how);
    }
}
