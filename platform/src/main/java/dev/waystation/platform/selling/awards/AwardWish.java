package dev.waystation.platform.selling.awards;

import dev.waystation.platform.selling.catalogue.RunId;
import java.util.UUID;

/**
 * One seat for points on exactly the trip that is offered.
 *
 * @param orderRef the order that takes it; an order takes one seat, however often it asks
 */
public record AwardWish(
        UUID orderRef, long memberId, RunId run, int fromCall, int toCall, String seatClass) {}
