package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.selling.booking.ChangeRefusal;
import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.ChangeCase;
import dev.waystation.platform.selling.booking.model.ChangePrice;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.RefundFeeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a change would cost now, or why it is refused; holds no seat and changes nothing. */
@Service
public class QuoteChange {

    private final OrderStore orders;
    private final CheckChange check;
    private final DraftChange drafts;
    private final ChangeWords words;
    private final RefundFeeStore refundFees;
    private final Clock clock;

    QuoteChange(
            OrderStore orders,
            CheckChange check,
            DraftChange drafts,
            ChangeWords words,
            RefundFeeStore refundFees,
            Clock clock) {
        this.orders = orders;
        this.check = check;
        this.drafts = drafts;
        this.words = words;
        this.refundFees = refundFees;
        this.clock = clock;
    }

    /** The answer to a wish for a change. */
    public sealed interface Outcome {

        /**
         * @param upgrade a better class on the same train and way
         * @param why how the amounts came about
         */
        record Priced(Draft.Ready draft, ChangePrice price, boolean upgrade, Explanation why)
                implements Outcome {}

        /** A rule of changing stands against it. */
        record Refused(ChangeRefusal code, Map<String, Object> values, Explanation why)
                implements Outcome {}

        /** The new trip can't be booked. */
        record NotBookable(OrderPlacement.Refused why) implements Outcome {}
    }

    /**
     * Whether the ticket can be changed at all, with what city it leads from and to.
     *
     * @param elsewhere whether it may now lead to another city
     * @param coupons whether a coupon may pay of the difference
     */
    public record Possible(
            ChangeCase rules,
            String fromCity,
            String toCity,
            boolean elsewhere,
            boolean coupons,
            Money feeNow) {}

    public Possible possible(Ticket ticket) {
        Optional<CheckChange.Ends> ends = check.ends(ticket.trip());
        return new Possible(
                check.ticket(ticket),
                ends.map(each -> each.from().cityCode()).orElse(""),
                ends.map(each -> each.to().cityCode()).orElse(""),
                check.elsewhere(ticket),
                words.rules().coupons(),
                words.rules().fee(ticket.fare(), before(ticket)));
    }

    @Transactional
    public Outcome handle(Ticket ticket, ChangeRequest request) {
        return look(orders.order(ticket.orderId()).orElseThrow(), ticket, request);
    }

    /** The same in the transaction that goes on to open the change. */
    Outcome look(Order order, Ticket ticket, ChangeRequest request) {
        ChangeCase rules = check.wish(ticket, request);
        Optional<ChangeCase.Line> broken = rules.broken();
        if (broken.isPresent()) {
            return new Outcome.Refused(broken.get().code(), broken.get().values(), rules.why());
        }
        return switch (drafts.draft(order, ticket, request)) {
            case Draft.Refused no ->
                    new Outcome.NotBookable(
                            new OrderPlacement.Refused(
                                    no.code(), no.values(), null, null, no.why()));
            case Draft.Ready ready -> priced(ticket, request, ready);
        };
    }

    private Outcome priced(Ticket ticket, ChangeRequest request, Draft.Ready ready) {
        boolean upgrade =
                request.runId() == ticket.trip().runId()
                        && request.fromCall() == ticket.trip().fromCall()
                        && request.toCall() == ticket.trip().toCall()
                        && ready.amount().compareTo(ticket.fare()) > 0;
        ChangePrice price =
                ChangePrice.of(
                        words.rules(),
                        refundFees.current(),
                        ticket.fare(),
                        ready.amount(),
                        before(ticket),
                        upgrade,
                        words.returnable(ticket));
        return new Outcome.Priced(
                ready, price, upgrade, words.why(price, before(ticket), upgrade, ticket));
    }

    private Duration before(Ticket ticket) {
        return Duration.between(clock.instant(), ticket.trip().from().at());
    }
}
