package dev.waystation.platform.selling.booking.web;

import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.usecase.CancelOrder.CancelRefusal;
import dev.waystation.platform.selling.booking.usecase.PayOrder.PayRefusal;
import dev.waystation.platform.selling.booking.usecase.RefundTicket.RefundRefusal;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import org.springframework.http.HttpStatus;

/** Refusals of booking as problems. */
final class OrderProblems {

    private OrderProblems() {}

    /** Where seats were the cause, the caller sees inventory's own code and explanation. */
    static RefusalProblem of(OrderPlacement.Refused refused) {
        HoldOutcome.Refused seats = refused.seats();
        ReserveOutcome.Refused coupon = refused.coupon();
        if (coupon != null) {
            return Refusal.of(coupon.code().name(), HttpStatus.CONFLICT, refused.values())
                    .because(coupon.why());
        }
        if (refused.why() != null) {
            return Refusal.of(refused.code().name(), status(refused.code()), refused.values())
                    .because(refused.why());
        }
        return seats == null
                ? Refusal.of(refused.code().name(), status(refused.code()), refused.values())
                : Refusal.of(seats.code().name(), HttpStatus.CONFLICT, refused.values())
                        .because(seats.why());
    }

    private static HttpStatus status(OrderRefusal code) {
        return switch (code) {
            case TRAIN_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case STOP_NOT_SERVED,
                    CLASS_NOT_OFFERED,
                    TRAVELLER_NOT_FOUND,
                    SAME_PERSON_TWICE,
                    NO_FARE ->
                    HttpStatus.UNPROCESSABLE_CONTENT;
            case TRAIN_HAS_DEPARTED,
                    TRAVELLER_HAS_OVERLAPPING_TRIP,
                    STUDENT_FARE_OFF_THE_WAY,
                    STUDENT_JOURNEYS_USED_UP,
                    COUPON_NOT_USABLE,
                    SEATS_NOT_AVAILABLE ->
                    HttpStatus.CONFLICT;
        };
    }

    static HttpStatus status(PayRefusal code) {
        return switch (code) {
            case ORDER_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case ORDER_IS_PAID,
                    ORDER_IS_CANCELLED,
                    ORDER_HAS_EXPIRED,
                    PAYMENT_HAS_BEGUN,
                    ORDER_TAKES_FEWER_POINTS,
                    ORDER_NEEDS_FIRST_USE_POINTS,
                    ORDER_NEEDS_MORE_POINTS,
                    ORDER_STORED_VALUE_TOO_LOW,
                    ORDER_POINTS_DO_NOT_SUFFICE,
                    POOL_NOT_FOUND,
                    POOL_IS_FROZEN,
                    POOL_OWNER_ONLY,
                    POOL_NOT_ACTIVE_YET,
                    POOL_LIMIT_REACHED,
                    POOL_IS_TOO_LOW,
                    ACCOUNT_NOT_YOURS,
                    ACCOUNT_IS_SUSPENDED,
                    ACCOUNT_CREDIT_REACHED,
                    ACCOUNT_MONTH_LIMIT_REACHED ->
                    HttpStatus.CONFLICT;
            case NO_PAYMENT_GATEWAY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    static HttpStatus status(CancelRefusal code) {
        return switch (code) {
            case ORDER_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case ORDER_HAS_EXPIRED, ORDER_IS_PAID -> HttpStatus.CONFLICT;
        };
    }

    static HttpStatus status(RefundRefusal code) {
        return switch (code) {
            case TICKET_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case TICKET_ALREADY_REFUNDED,
                    TICKET_ALREADY_CHANGED,
                    TICKET_IS_NOT_PAID,
                    TICKET_IS_USED,
                    TRAIN_HAS_DEPARTED,
                    AWARD_TICKET_IS_NOT_REFUNDED ->
                    HttpStatus.CONFLICT;
        };
    }
}
