package dev.waystation.platform.selling.catalogue.model;

import org.jspecify.annotations.Nullable;

/**
 * A train as lists show it.
 *
 * @param departs minutes after midnight
 * @param dates up to 31 dates it runs, separated by commas; null without any
 * @param runId the run on the date asked for, 0 without a date
 */
public record ListedTrain(
        long trainId,
        String code,
        String fromCode,
        String fromZh,
        String fromEn,
        String toCode,
        String toZh,
        String toEn,
        int departs,
        int arrives,
        int stops,
        boolean daily,
        @Nullable String dates,
        long runId) {}
