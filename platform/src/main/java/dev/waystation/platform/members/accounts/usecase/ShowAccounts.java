package dev.waystation.platform.members.accounts.usecase;

import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.accounts.OrdersOnAccount;
import dev.waystation.platform.members.accounts.model.ClosedMonth;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.model.MonthHead;
import dev.waystation.platform.members.accounts.model.MonthStatement;
import dev.waystation.platform.members.accounts.store.AccountStore;
import dev.waystation.platform.members.accounts.store.EntryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, their people and their months as staff reads them. */
@Service
public class ShowAccounts {

    /** An account with everybody on it and its months, the newest first. */
    public record View(EnterpriseAccount account, List<Employee> employees, List<Head> months) {}

    /**
     * A month in a line.
     *
     * @param ties with the orders; a closed one did when it was closed
     */
    public record Head(MonthHead sums, boolean ties, boolean closed) {}

    /** A month of an account; {@code closed} is null while it is open. */
    public record Month(MonthStatement statement, @Nullable ClosedMonth closed) {}

    private final AccountStore accounts;
    private final EntryStore entries;
    private final ObjectProvider<OrdersOnAccount> orders;
    private final Clock clock;

    ShowAccounts(
            AccountStore accounts,
            EntryStore entries,
            ObjectProvider<OrdersOnAccount> orders,
            Clock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.orders = orders;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<EnterpriseAccount> all() {
        return accounts.all();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<View> view(long id) {
        return accounts.find(id)
                .map(account -> new View(account, accounts.employees(id, thisMonth()), heads(id)));
    }

    private List<Head> heads(long id) {
        Set<LocalDate> closed = closed(id);
        return entries.heads(id).stream()
                .map(each ->
                        closed.contains(each.month())
                                ? new Head(each, true, true)
                                : new Head(
                                        each,
                                        each.addsUp() && differences(id, each.month()).isEmpty(),
                                        false))
                .toList();
    }

    Set<LocalDate> closed(long id) {
        return entries.closed(id).stream().map(ClosedMonth::month).collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    public boolean knows(long id) {
        return accounts.find(id).isPresent();
    }

    /** One snapshot: journal and orders are compared as of the same instant. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Month one(long id, LocalDate month) {
        return month(id, month);
    }

    Month month(long id, LocalDate month) {
        return new Month(
                MonthStatement.of(
                        month,
                        entries.before(id, month),
                        entries.ofMonth(id, month),
                        differences(id, month)),
                entries.closed(id).stream()
                        .filter(each -> each.month().equals(month))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * Both ways: an order may be missing in the journal, and a line may belong to no order. An
     * order of the last minute of a month may be charged in the next; of each the whole journal
     * counts.
     */
    private List<MonthStatement.Difference> differences(long id, LocalDate month) {
        OrdersOnAccount booking = orders.getIfAvailable();
        Map<String, Long> theirs =
                new HashMap<>(booking == null ? Map.of() : booking.netOf(id, month));
        Map<String, Long> journal = entries.byOrder(id, month, theirs.keySet());
        Set<String> elsewhere = new HashSet<>(journal.keySet());
        elsewhere.removeAll(theirs.keySet());
        if (booking != null && !elsewhere.isEmpty()) {
            theirs.putAll(booking.net(id, elsewhere));
        }
        Set<String> both = new TreeSet<>(journal.keySet());
        both.addAll(theirs.keySet());
        return both.stream()
                .map(each ->
                        new MonthStatement.Difference(
                                each,
                                journal.getOrDefault(each, 0L),
                                theirs.getOrDefault(each, 0L)))
                .filter(each -> each.journal() != each.booking())
                .toList();
    }

    LocalDate thisMonth() {
        return LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT).withDayOfMonth(1);
    }
}
