package dev.waystation.platform.selling.awards.model;

import java.time.Instant;

/** Terms in force, or once in force. */
public record AwardOffer(long id, AwardTerms terms, boolean open, String madeBy, Instant madeAt) {

    /** Of the id as people see it. */
    public static final String PREFIX = "awd";
}
