package dev.waystation.platform.selling.admission.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of one gate.
 *
 * @param ticketId null when the code led to no ticket
 */
public record GateCheck(
        Instant at,
        String gate,
        String stationCode,
        @Nullable Long ticketId,
        boolean admitted,
        String reasonCode,
        Said sentence) {}
