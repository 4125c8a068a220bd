package dev.waystation.release;

/** Which trips along a route a selector means. Written as text in plans: see {@link #parse}. */
public sealed interface TripPattern {

    boolean matches(int fromCall, int toCall, Route route);

    /** The text from which {@link #parse} makes the same pattern again. */
    String text();

    /** Every trip: {@code any}. */
    record EveryTrip() implements TripPattern {
        @Override
        public boolean matches(int fromCall, int toCall, Route route) {
            return true;
        }

        @Override
        public String text() {
            return "any";
        }
    }

    /** From the first call to the last: {@code through}. */
    record ThroughTrip() implements TripPattern {
        @Override
        public boolean matches(int fromCall, int toCall, Route route) {
            return fromCall == 0 && toCall == route.callCount() - 1;
        }

        @Override
        public String text() {
            return "through";
        }
    }

    /** The first leg alone: {@code first-leg}. */
    record FirstLegTrip() implements TripPattern {
        @Override
        public boolean matches(int fromCall, int toCall, Route route) {
            return fromCall == 0 && toCall == 1;
        }

        @Override
        public String text() {
            return "first-leg";
        }
    }

    /** One origin and one destination: {@code 2-5}. */
    record ExactTrip(int fromCall, int toCall) implements TripPattern {
        @Override
        public boolean matches(int from, int to, Route route) {
            return from == fromCall && to == toCall;
        }

        @Override
        public String text() {
            return fromCall + "-" + toCall;
        }
    }

    /** Trips of a distance or more: {@code km>=300}. */
    record LongTrip(int atLeastKm) implements TripPattern {
        @Override
        public boolean matches(int fromCall, int toCall, Route route) {
            return route.distanceKm(fromCall, toCall) >= atLeastKm;
        }

        @Override
        public String text() {
            return "km>=" + atLeastKm;
        }
    }

    /** Trips shorter than a distance: {@code km<300}. */
    record ShortTrip(int belowKm) implements TripPattern {
        @Override
        public boolean matches(int fromCall, int toCall, Route route) {
            return route.distanceKm(fromCall, toCall) < belowKm;
        }

        @Override
        public String text() {
            return "km<" + belowKm;
        }
    }

    /** Reads {@code any}, {@code through}, {@code first-leg}, {@code 2-5}, {@code km>=300}. */
    static TripPattern parse(String text) {
        try {
            return switch (text) {
                case "any" -> new EveryTrip();
                case "through" -> new ThroughTrip();
                case "first-leg" -> new FirstLegTrip();
                default -> parseNumbers(text);
            };
        } catch (NumberFormatException notANumber) {
            throw unreadable(text);
        }
    }

    private static TripPattern parseNumbers(String text) {
        if (text.startsWith("km>=")) {
            return new LongTrip(Integer.parseInt(text.substring(4)));
        }
        if (text.startsWith("km<")) {
            return new ShortTrip(Integer.parseInt(text.substring(3)));
        }
        int dash = text.indexOf('-');
        if (dash < 1) {
            throw unreadable(text);
        }
        return new ExactTrip(
                Integer.parseInt(text.substring(0, dash)),
                Integer.parseInt(text.substring(dash + 1)));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "trips (" + text + ") must be any, through, first-leg, 2-5, km>=300 or km<300");
    }
}
