package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.selling.catalogue.RunId;

/** How many seats somebody could buy now. Reads never touch the database once a run is loaded. */
public interface SeatAvailability {

    /** The count for one trip, with the reason when it is 0. */
    Availability available(
            RunId run, String seatClass, int fromCall, int toCall, String passengerGroup);

    /** All trips of a run at once, for the board. */
    AvailabilityMatrix matrix(RunId run, String seatClass, String passengerGroup);
}
