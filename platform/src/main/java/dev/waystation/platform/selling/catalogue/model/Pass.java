package dev.waystation.platform.selling.catalogue.model;

/** A product that opens a park on many days. */
public record Pass(
        String code,
        String nameZh,
        String nameEn,
        int validDays,
        int priceMinor,
        String currency) {}
