package dev.waystation.platform.selling.booking.model;

import dev.waystation.ledger.Tenders.RefundOrder;

/**
 * How a mixed payment comes back.
 *
 * @param refundOrder which tender a refund goes to; points are paid with first, cash last
 * @param awardRefundable whether a ticket that points paid alone is taken back at all
 */
public record TenderRules(RefundOrder refundOrder, boolean awardRefundable) {

    public static final TenderRules USUAL = new TenderRules(RefundOrder.RATIO, true);
}
