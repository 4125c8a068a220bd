package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.release.Quotas;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many seats somebody could buy now. Reads never touch the database once a run is loaded. */
public interface SeatAvailability {

    /** The count for one trip, with the reason when it is 0. */
    Availability available(
            RunId run, String seatClass, int fromCall, int toCall, String passengerGroup);

    /** All trips of a run at once, for the board. */
    AvailabilityMatrix matrix(RunId run, String seatClass, String passengerGroup);

    /** How full the classes of some runs are; unknown runs are left out. */
    Map<RunId, List<ClassLoad>> loads(List<RunId> runs);

    /** A copy of the limits of a run with what was sold under them, for a what-if run. */
    Optional<Quotas> quotas(RunId run, String seatClass);
}
