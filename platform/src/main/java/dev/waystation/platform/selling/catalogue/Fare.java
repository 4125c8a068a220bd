package dev.waystation.platform.selling.catalogue;

/**
 * @param minor price in the currency's smallest unit
 * @param generated computed from the distance by our own rate, not published by an operator
 */
public record Fare(long minor, String currency, int distanceKm, boolean generated) {}
