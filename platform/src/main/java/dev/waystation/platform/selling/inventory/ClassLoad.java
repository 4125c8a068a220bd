package dev.waystation.platform.selling.inventory;

/**
 * How full a class of a run is.
 *
 * @param takenOnFullestLeg seats sold or held there
 * @param takenSeatLegs seats times legs sold or held, of {@code seatCount * legCount}
 */
public record ClassLoad(
        String seatClass, int seatCount, int legCount, int takenOnFullestLeg, int takenSeatLegs) {

    /** Share of all seat-legs that is taken. */
    public double fill() {
        return seatCount == 0 ? 0 : (double) takenSeatLegs / ((double) seatCount * legCount);
    }
}
