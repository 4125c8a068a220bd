package dev.waystation.platform.selling.booking;

/** Why a ticket is not changed, in the order in which the reasons are looked for. */
public enum ChangeRefusal {
    TICKET_NOT_FOUND,
    TICKET_ALREADY_REFUNDED,
    TICKET_ALREADY_CHANGED,
    TICKET_IS_NOT_PAID,
    TICKET_IS_USED,
    TRAIN_HAS_DEPARTED,
    CLASS_IS_NOT_CHANGED,
    CHANGE_IS_TOO_LATE,
    CHANGES_ARE_USED_UP,
    AWARD_CHANGES_ARE_USED_UP,
    CHANGE_WAITS_FOR_PAYMENT,
    CHANGE_STARTS_ELSEWHERE,
    CHANGE_LEADS_ELSEWHERE,
    CHANGE_LEADS_ELSEWHERE_TOO_LATE,
    CHANGE_TAKES_NO_COUPON
}
