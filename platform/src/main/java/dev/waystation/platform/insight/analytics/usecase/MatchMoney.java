package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.model.MoneyMatch;
import dev.waystation.platform.insight.analytics.store.TimelineRows;
import dev.waystation.platform.selling.booking.OrderBooks;
import dev.waystation.platform.selling.payment.PaymentBooks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays orders, payments and the ledger of a day side by side and says where they differ. What
 * points and stored value pay of an order counts as paid, beside the money.
 */
@Service
public class MatchMoney {

    private final OrderBooks orders;
    private final PaymentBooks payments;
    private final TimelineRows ledger;

    MatchMoney(OrderBooks orders, PaymentBooks payments, TimelineRows ledger) {
        this.orders = orders;
        this.payments = payments;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MoneyMatch handle(LocalDate day) {
        Instant from = day.atStartOfDay(VenueZone.DEFAULT).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(VenueZone.DEFAULT).toInstant();
        List<PaymentBooks.Taken> captured = payments.captured(from, to);
        Map<UUID, OrderBooks.Line> sold = new LinkedHashMap<>();
        orders.settled(from, to).forEach(each -> sold.put(each.reference(), each));
        orders.of(captured.stream().map(PaymentBooks.Taken::orderRef).toList())
                .forEach(each -> sold.put(each.reference(), each));
        Map<UUID, PaymentBooks.Taken> taken =
                payments.of(List.copyOf(sold.keySet())).stream()
                        .collect(
                                Collectors.toMap(
                                        PaymentBooks.Taken::orderRef, Function.identity()));
        Map<Long, Long> booked =
                ledger.booked(sold.values().stream().map(each -> each.id().value()).toList());
        List<MoneyMatch.Line> lines =
                sold.values().stream()
                        .map(each ->
                                line(
                                        each,
                                        net(taken.get(each.reference())) + each.notCashMinor(),
                                        booked.getOrDefault(each.id().value(), 0L)))
                        .toList();
        List<MoneyMatch.Line> different = new ArrayList<>(lines);
        different.removeIf(line -> line.differences().isEmpty());
        return new MoneyMatch(
                day,
                lines.size(),
                (long) lines.size() - different.size(),
                lines.stream().mapToLong(MoneyMatch.Line::orderMinor).sum(),
                lines.stream().mapToLong(MoneyMatch.Line::paidMinor).sum(),
                lines.stream().mapToLong(MoneyMatch.Line::bookedMinor).sum(),
                captured.stream()
                        .filter(each -> !sold.containsKey(each.orderRef()))
                        .mapToLong(MatchMoney::net)
                        .sum(),
                different);
    }

    private static long net(PaymentBooks.@Nullable Taken taken) {
        return taken == null ? 0 : taken.capturedMinor() - taken.refundedMinor();
    }

    private static MoneyMatch.Line line(OrderBooks.Line order, long paid, long booked) {
        long worth = order.soldMinor() - order.returnedMinor();
        return new MoneyMatch.Line(
                order.id().text(),
                PublicId.encode("mbr", order.memberId()),
                order.at(),
                worth,
                paid,
                booked,
                MoneyMatch.judge(worth, paid, booked));
    }
}
