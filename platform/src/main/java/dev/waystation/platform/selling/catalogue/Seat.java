package dev.waystation.platform.selling.catalogue;

/**
 * @param index 0-based place in the plan
 * @param car two digits as painted on the car; empty for standing room
 * @param label as printed on the ticket: row and position, "12A"; "S001" for standing room
 * @param position 'A' to 'F' (A and F at a window, C and D on the aisle); '-' for standing room
 */
public record Seat(int index, String car, String label, char position) {

    /** The label without its position: seats of one row share it. */
    public String row() {
        return position == '-' ? label : label.substring(0, label.length() - 1);
    }
}
