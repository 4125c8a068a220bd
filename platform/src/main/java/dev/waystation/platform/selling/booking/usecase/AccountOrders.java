package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.members.accounts.OrdersOnAccount;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.store.TenderStore;
import java.util.List;
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
    public Map<String, Long> net(List<String> orders) {
        return tenders
                .onAccount(orders.stream().map(each -> OrderId.of(each).value()).toList())
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                each -> new OrderId(each.getKey()).text(), Map.Entry::getValue));
    }
}
