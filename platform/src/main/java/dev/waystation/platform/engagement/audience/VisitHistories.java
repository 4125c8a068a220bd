package dev.waystation.platform.engagement.audience;

import java.time.LocalDate;
import java.util.List;

/**
 * The door to what members did, counted as of a day, for modules that forecast. A visit is a day
 * with a trip or an entry to a park, however many of them.
 */
public interface VisitHistories {

    /**
     * One member who came at least once until the day.
     *
     * @param knownDays days since the first visit
     * @param silentDays days since the last
     * @param visits days with a visit
     * @param lately such days among the last 90
     * @param spentMinor fares and spending of all visits
     * @param later visits after the day, until the later day
     * @param laterMinor what was spent at those
     */
    record History(
            long memberId,
            int knownDays,
            int silentDays,
            int visits,
            int lately,
            long spentMinor,
            int later,
            long laterMinor) {}

    /**
     * How much there is to learn from.
     *
     * @param members who came until the day
     * @param returned of those, on a second day
     * @param came of those, again after the day until the later day
     */
    record Extent(long members, long returned, long came) {}

    /** Members after a number, in the order of numbers: one statement, however many. */
    List<History> page(LocalDate day, LocalDate later, long after, int limit);

    Extent extent(LocalDate day, LocalDate later);
}
