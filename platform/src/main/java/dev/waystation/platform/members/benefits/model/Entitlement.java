package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;

/** Something a member may use so often in a period, from a day until another. */
public record Entitlement(
        long memberId,
        long id,
        String benefit,
        Said name,
        String source,
        int quota,
        Period period,
        LocalDate from,
        LocalDate until,
        boolean recalled) {}
