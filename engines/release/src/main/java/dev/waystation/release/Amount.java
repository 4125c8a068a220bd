package dev.waystation.release;

/** How many seats a step moves. */
public sealed interface Amount {

    /**
     * The number of seats.
     *
     * @param available what there is to take from
     * @param capacity seats of the class
     */
    int of(int available, int capacity);

    /** A number of seats. */
    record Seats(int count) implements Amount {
        @Override
        public int of(int available, int capacity) {
            return count;
        }
    }

    /** Thousandths of the capacity, rounded down: nothing is opened that does not exist. */
    record ShareOfCapacity(int permille) implements Amount {
        @Override
        public int of(int available, int capacity) {
            return (int) ((long) capacity * permille / 1000);
        }
    }

    /** Whatever is left. */
    record Everything() implements Amount {
        @Override
        public int of(int available, int capacity) {
            return available;
        }
    }
}
