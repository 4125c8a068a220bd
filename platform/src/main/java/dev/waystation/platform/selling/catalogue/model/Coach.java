package dev.waystation.platform.selling.catalogue.model;

/** Rows of one class in one car. */
public record Coach(
        String rollingStock,
        String car,
        String seatClass,
        int firstRow,
        int lastRow,
        String letters) {}
