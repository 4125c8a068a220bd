package dev.waystation.condition;

/**
 * A place on earth kept no finer than a thousandth of a degree, about 110 m from north to south and
 * less from east to west away from the equator: enough to tell a venue from its neighbour, too
 * little to tell which door somebody uses.
 *
 * @param latitude thousandths of a degree, north positive, −90,000 to 90,000
 * @param longitude thousandths of a degree, east positive, −180,000 to 180,000
 */
public record Cell(int latitude, int longitude) {

    static final int ROWS = 90_000;
    static final int COLUMNS = 180_000;
    static final int STRIDE = 1_000_000;

    public Cell {
        if (Math.abs(latitude) > ROWS || Math.abs(longitude) > COLUMNS) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
    }

    /**
     * The cell whose middle is nearest.
     *
     * @param latitude degrees, −90 to 90
     * @param longitude degrees, −180 to 180
     * @throws IllegalArgumentException when that is no place on earth
     */
    public static Cell at(double latitude, double longitude) {
        return new Cell(thousandths(latitude), thousandths(longitude));
    }

    private static int thousandths(double degrees) {
        if (!(Math.abs(degrees) <= 180)) {
            throw new IllegalArgumentException("no angle on earth: " + degrees);
        }
        return Math.toIntExact(Math.round(degrees * 1_000));
    }

    /** The cell as one number, the way properties of events keep it. */
    public long code() {
        return (long) (latitude + ROWS) * STRIDE + longitude + COLUMNS;
    }

    /**
     * The cell of a number.
     *
     * @throws IllegalArgumentException when no cell has it
     */
    public static Cell of(long code) {
        return new Cell(
                Math.toIntExact(Math.floorDiv(code, STRIDE) - ROWS),
                Math.floorMod(code, STRIDE) - COLUMNS);
    }
}
