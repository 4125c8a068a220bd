package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A benefit bought for so many people.
 *
 * @param accountId the enterprise's account, where it has one
 */
public record EnterprisePack(
        long id,
        @Nullable Long accountId,
        String buyer,
        String benefit,
        int seats,
        int assigned,
        int quota,
        Period period,
        LocalDate from,
        LocalDate until) {

    /** How many can still be handed out. */
    public int left() {
        return seats - assigned;
    }

    public EnterprisePack {
        Malformed.require(!buyer.isBlank(), "buyer", buyer, "name the company");
        Malformed.require(seats > 0, "seats", seats, "buy at least one");
        Malformed.require(quota > 0, "quota", quota, "give at least one use");
        Malformed.require(!until.isBefore(from), "until", until, "give a day on or after `from`");
    }
}
