package dev.waystation.platform.selling.catalogue;

/**
 * @param seatClass business, first, second or standing
 */
public record ClassOffer(String seatClass, int seatCount) {}
