package dev.waystation.condition;

/**
 * All places within a distance of a point, on a sphere of the earth's mean radius (at most 0.6 %
 * off the ellipsoid).
 *
 * <p>The haversine formula gives the distance of two points from the differences of their
 * coordinates. Here it is turned round: for a latitude it gives how far east and west the circle
 * reaches there. So a place is inside when one whole number is not above another, and the same
 * numbers decide in memory and in a database, down to the last place on the rim.
 *
 * @param latitude of the middle, millionths of a degree
 * @param longitude of the middle, millionths of a degree
 * @param metres the radius, {@value #LEAST} to {@value #MOST}
 */
public record Circle(long latitude, long longitude, int metres) {

    /** Below this a circle is finer than the places it is asked about. */
    public static final int LEAST = 100;

    public static final int MOST = 100_000;

    private static final double EARTH = 6_371_008.8;
    private static final long MICRO = 1_000_000;
    private static final long HALF_TURN = 180 * MICRO;

    public Circle {
        if (Math.abs(latitude) > 90 * MICRO
                || Math.abs(longitude) > HALF_TURN
                || metres < LEAST
                || metres > MOST) {
            throw new IllegalArgumentException(
                    "no circle on earth: " + latitude + ", " + longitude + ", " + metres + " m");
        }
    }

    /**
     * A circle around a point in degrees.
     *
     * @throws IllegalArgumentException when the point is not on earth or the radius out of range
     */
    public static Circle around(double latitude, double longitude, int metres) {
        return new Circle(Math.round(latitude * MICRO), Math.round(longitude * MICRO), metres);
    }

    /** Whether the middle of a cell lies inside, the rim included; no allocation, constant time. */
    public boolean holds(Cell cell) {
        long apart = Math.abs(cell.longitude() * 1_000L - longitude);
        return Math.min(apart, 2 * HALF_TURN - apart) <= reach(cell.latitude());
    }

    /** The southernmost row of cells that may have any inside, in thousandths of a degree. */
    int firstRow() {
        return (int) Math.max(-Cell.ROWS, Math.floorDiv(latitude - height(), 1_000L));
    }

    /** The northernmost row. */
    int lastRow() {
        return (int) Math.min(Cell.ROWS, Math.ceilDiv(latitude + height(), 1_000L));
    }

    private long height() {
        return (long) Math.ceil(Math.toDegrees(metres / EARTH) * MICRO);
    }

    /**
     * How far from the middle's longitude the circle reaches in a row of cells, in millionths of a
     * degree either way; −1 where it does not touch the row.
     */
    long reach(int row) {
        double here = Math.toRadians(latitude / (double) MICRO);
        double there = Math.toRadians(row / 1_000.0);
        double left = hav(metres / EARTH) - hav(there - here);
        if (left < 0) {
            return -1;
        }
        double across = left / (Math.cos(here) * Math.cos(there));
        // around a pole every longitude is inside
        return across < 1
                ? (long) (Math.toDegrees(2 * Math.asin(Math.sqrt(across))) * MICRO)
                : HALF_TURN;
    }

    private static double hav(double angle) {
        double half = Math.sin(angle / 2);
        return half * half;
    }

    double degreesNorth() {
        return latitude / (double) MICRO;
    }

    double degreesEast() {
        return longitude / (double) MICRO;
    }
}
