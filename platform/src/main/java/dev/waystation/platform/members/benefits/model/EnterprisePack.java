package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;

/** A benefit bought for so many people. */
public record EnterprisePack(
        long id,
        String buyer,
        String benefit,
        int seats,
        int assigned,
        int quota,
        Period period,
        LocalDate from,
        LocalDate until) {

    public EnterprisePack {
        Malformed.require(!buyer.isBlank(), "buyer", buyer, "name the company");
        Malformed.require(seats > 0, "seats", seats, "buy at least one");
        Malformed.require(quota > 0, "quota", quota, "give at least one use");
        Malformed.require(!until.isBefore(from), "until", until, "give a day on or after `from`");
    }
}
