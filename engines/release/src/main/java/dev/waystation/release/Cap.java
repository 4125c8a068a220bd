package dev.waystation.release;

/** A plain maximum: on no leg do members hold more than {@code seats} seats at once. */
public record Cap(String code, Selector members, int seats) {

    public Cap {
        if (seats < 0) {
            throw new IllegalArgumentException("cap " + code + " (" + seats + ") is below 0");
        }
    }
}
