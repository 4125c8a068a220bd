package dev.waystation.platform.selling.booking.usecase;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Deadlines of this operator. */
@Component
class BookingTerms {

    private final Duration payWithin;
    private final Duration settleWithin;
    private final Duration gateOpens;

    /**
     * @param settleMinutes how long seats outlive the order's deadline, so that a payment of the
     *     last second still finds them
     */
    BookingTerms(
            @Value("${waystation.booking.pay-within-minutes:10}") int payMinutes,
            @Value("${waystation.booking.settle-within-minutes:2}") int settleMinutes,
            @Value("${waystation.booking.gate-opens-minutes:120}") int gateOpensMinutes) {
        this.payWithin = Duration.ofMinutes(payMinutes);
        this.settleWithin = Duration.ofMinutes(settleMinutes);
        this.gateOpens = Duration.ofMinutes(gateOpensMinutes);
    }

    Duration payWithin() {
        return payWithin;
    }

    Duration settleWithin() {
        return settleWithin;
    }

    /** How long before departure a ticket opens gates. */
    Duration gateOpens() {
        return gateOpens;
    }
}
