package dev.waystation.platform.selling.admission;

/**
 * Why a gate stays shut, in the order in which the reasons are looked for: what is wrong with the
 * code comes before what is wrong with the ticket, and a second use comes last.
 */
public enum GateRefusal {
    CODE_IS_UNREADABLE,
    CODE_KEY_IS_UNKNOWN,
    CODE_IS_FORGED,
    CODE_HAS_NO_TICKET,
    TICKET_WAS_REFUNDED,
    TICKET_WAS_CHANGED,
    WRONG_STATION,
    GATE_NOT_OPEN_YET,
    GATE_IS_CLOSED,
    ALREADY_CHECKED_IN
}
