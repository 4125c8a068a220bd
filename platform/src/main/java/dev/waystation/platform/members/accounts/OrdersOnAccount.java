package dev.waystation.platform.members.accounts;

import java.util.List;
import java.util.Map;

/** What orders say an account paid of them; whoever keeps orders answers, statements compare. */
public interface OrdersOnAccount {

    /** By the public ids of orders: what the account paid less what came back. */
    Map<String, Long> net(List<String> orders);
}
