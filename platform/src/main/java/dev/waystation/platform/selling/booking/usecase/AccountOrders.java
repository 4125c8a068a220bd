package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.accounts.OrdersOnAccount;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.store.TenderStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What orders say of accounts, for statements to compare their journal with. */
@Service
class AccountOrders implements OrdersOnAccount {

    private final TenderStore tenders;

    AccountOrders(TenderStore tenders) {
        this.tenders = tenders;
    }

    @Override
    public Map<String, Long> net(long accountId, Collection<String> orders) {
        return byText(
                tenders.onAccount(
                        accountId, orders.stream().map(each -> OrderId.of(each).value()).toList()));
    }

    @Override
    public Map<String, Long> netOf(long accountId, LocalDate month) {
        return byText(
                tenders.onAccount(
                        accountId,
                        month.atStartOfDay(VenueZone.DEFAULT).toInstant(),
                        month.plusMonths(1).atStartOfDay(VenueZone.DEFAULT).toInstant()));
    }

    private static Map<String, Long> byText(Map<Long, Long> orders) {
        return orders.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                each -> new OrderId(each.getKey()).text(), Map.Entry::getValue));
    }
}
