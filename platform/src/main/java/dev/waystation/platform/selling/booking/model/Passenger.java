package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Money;

/**
 * One line of an order before it has a seat.
 *
 * @param person blind key of the document; the same for the same person whoever buys
 */
public record Passenger(long travellerId, String person, String group, Money fare) {}
