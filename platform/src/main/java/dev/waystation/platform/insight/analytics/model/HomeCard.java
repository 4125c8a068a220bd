package dev.waystation.platform.insight.analytics.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a home page.
 *
 * @param value a number, or money as minor units with currency
 * @param asOf when the newest fact in it happened
 * @param href the rows behind it
 * @param trend the last 14 days, today last
 */
public record HomeCard(
        String code,
        Said label,
        Object value,
        @Nullable Said unit,
        Instant asOf,
        String href,
        List<Long> trend,
        Said note) {}
