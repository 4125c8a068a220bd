package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;

/** A run as its row says it. */
public record PictureRun(
        long runId, long trainId, long patternId, LocalDate serviceDate, boolean onSale) {}
