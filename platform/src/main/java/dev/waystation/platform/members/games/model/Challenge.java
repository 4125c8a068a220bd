package dev.waystation.platform.members.games.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;

/** Something to do so often, with so many rewards. */
public record Challenge(
        long id,
        Said name,
        Metric metric,
        int target,
        LocalDate firstDay,
        LocalDate lastDay,
        long rewardPoints,
        long stock,
        long left) {

    public Challenge {
        Malformed.require(target > 0, "target", target, "give one or more");
        Malformed.require(
                !lastDay.isBefore(firstDay),
                "lastDay",
                lastDay,
                "give a day on or after the first");
        Malformed.require(
                rewardPoints > 0, "rewardPoints", rewardPoints, "give at least one point");
        Malformed.require(stock > 0, "stock", stock, "give one or more");
    }

    /** A challenge and how far a member is. */
    public record Mine(Challenge challenge, long count, boolean done, boolean rewarded) {}
}
