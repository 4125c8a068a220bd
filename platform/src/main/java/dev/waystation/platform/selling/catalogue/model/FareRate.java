package dev.waystation.platform.selling.catalogue.model;

import dev.waystation.platform.selling.catalogue.Fare;

/** The price of a kilometre in one class of one category of trains. */
public record FareRate(
        String category,
        String seatClass,
        int minorPerKilometre,
        int minimumMinor,
        int stepMinor,
        String currency,
        boolean generated) {

    /** Distance times rate, rounded once to the nearest step (half up), never below the minimum. */
    public Fare fare(int kilometres) {
        long exact = (long) kilometres * minorPerKilometre;
        long stepped = (exact + stepMinor / 2) / stepMinor * stepMinor;
        return new Fare(Math.max(minimumMinor, stepped), currency, kilometres, generated);
    }
}
