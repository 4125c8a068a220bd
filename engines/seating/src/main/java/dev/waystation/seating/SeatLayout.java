package dev.waystation.seating;

import java.util.List;

/**
 * Where the seats of one class stand. Seats are numbered 0..n-1 in walking order, so that the seats
 * of a car, of a row and of a bench (seats of a row with no aisle between) are neighbours in
 * number.
 *
 * <p>A layout is data and immutable; every run with the same rolling stock may use the same one.
 */
public final class SeatLayout {

    /**
     * A seat as a timetable names it: car "05", row "12", position 'A' (window) to 'F' (window).
     */
    public record Seat(String car, String row, char position) {}

    private final int[] car;
    private final int[] row;
    private final int[] bench;

    private SeatLayout(int[] car, int[] row, int[] bench) {
        this.car = car;
        this.row = row;
        this.bench = bench;
    }

    /**
     * A layout from named seats in walking order; the aisle lies between positions C and D, as on
     * every Chinese high-speed train.
     */
    public static SeatLayout of(List<Seat> seats) {
        int[] car = new int[seats.size()];
        int[] row = new int[seats.size()];
        int[] bench = new int[seats.size()];
        for (int i = 1; i < seats.size(); i++) {
            Seat here = seats.get(i);
            Seat before = seats.get(i - 1);
            boolean newCar = !here.car().equals(before.car());
            boolean newRow = newCar || !here.row().equals(before.row());
            boolean newBench = newRow || (here.position() > 'C') != (before.position() > 'C');
            car[i] = car[i - 1] + (newCar ? 1 : 0);
            row[i] = row[i - 1] + (newRow ? 1 : 0);
            bench[i] = bench[i - 1] + (newBench ? 1 : 0);
        }
        return new SeatLayout(car, row, bench);
    }

    /** Cars of equal size with rows A B C | D F; the last car may be shorter. */
    public static SeatLayout rowsOfFive(int seats, int seatsPerCar) {
        return of(
                java.util.stream.IntStream.range(0, seats)
                        .mapToObj(i ->
                                new Seat(
                                        String.valueOf(1 + i / seatsPerCar),
                                        String.valueOf(1 + i % seatsPerCar / 5),
                                        "ABCDF".charAt(i % seatsPerCar % 5)))
                        .toList());
    }

    /** Capacity without places: standing room, a time slot, a ride. */
    public static SeatLayout unnumbered(int units) {
        return new SeatLayout(new int[units], ascending(units), ascending(units));
    }

    private static int[] ascending(int units) {
        return java.util.stream.IntStream.range(0, units).toArray();
    }

    public int seats() {
        return car.length;
    }

    public boolean sameCar(int seat, int other) {
        return car[seat] == car[other];
    }

    public boolean sameRow(int seat, int other) {
        return row[seat] == row[other];
    }

    public boolean sameBench(int seat, int other) {
        return bench[seat] == bench[other];
    }

    int group(Togetherness step, int seat) {
        return switch (step) {
            case SIDE_BY_SIDE -> bench[seat];
            case SAME_ROW -> row[seat];
            case SAME_CAR -> car[seat];
            case ALONE, ANYWHERE -> 0;
        };
    }
}
