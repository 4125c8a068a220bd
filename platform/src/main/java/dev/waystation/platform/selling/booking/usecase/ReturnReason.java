package dev.waystation.platform.selling.booking.usecase;

/** Why captured money of an order goes back in full, as the payment's refund records it. */
enum ReturnReason {
    PAID_TOO_LATE_NO_SEAT_LEFT,
    PAID_TOO_LATE_TRAVELLER_IS_ELSEWHERE,
    PAID_TOO_LATE_TRAIN_HAS_DEPARTED,
    PAID_TOO_LATE_COUPON_IS_GONE,
    PAID_TOO_LATE_STUDENT_JOURNEYS_USED,
    PAID_TOO_LATE_CHANGE_HAS_ENDED,
    CHANGED_TICKET_IS_USED,
    CHANGED_TRAVELLER_IS_ELSEWHERE,
    CHANGED_STUDENT_JOURNEYS_USED,
    POINTS_OR_CARD_DO_NOT_SUFFICE,
    ORDER_WAS_CANCELLED
}
