package dev.waystation.seating;

/** The seats of one leg: {@code sold + blocked + free} is the number of seats, always. */
public record LegFigures(int leg, int sold, int blocked, int free) {

    public int seats() {
        return sold + blocked + free;
    }
}
