package dev.waystation.platform.members.partners.model;

import java.time.LocalDate;

/** Points a partner has paid in advance; drawn from a day on, the oldest pack first. */
public record Pack(int number, LocalDate startsOn, long points, long drawn, long priceMinor) {

    public long left() {
        return points - drawn;
    }
}
