package dev.waystation.platform.demo;

import dev.waystation.platform.members.accounts.AccountOffer;
import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Employees who book on the account of their enterprise, by the doors real people use. */
@Component
class Colleagues {

    private static final int LOOKED_AT = 60;
    private static final int EMPLOYEES = 4;
    private static final int OLDEST = 55;
    private static final int YOUNGEST = 28;
    private static final int DAYS_AHEAD = 3;

    private final Accounts accounts;
    private final Members members;
    private final Timetables timetables;
    private final Orders orders;
    private final Clock clock;

    Colleagues(
            Accounts accounts, Members members, Timetables timetables, Orders orders, Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.timetables = timetables;
        this.orders = orders;
        this.clock = clock;
    }

    /** People of working age. */
    List<Long> found() {
        LocalDate today = LocalDate.now(clock);
        return members.profiles(0, LOOKED_AT).stream()
                .filter(each ->
                        each.birthDate().isAfter(today.minusYears(OLDEST))
                                && each.birthDate().isBefore(today.minusYears(YOUNGEST)))
                .map(MemberProfile::memberId)
                .limit(EMPLOYEES)
                .toList();
    }

    /** One journey in some days, on account. */
    void travel(long member) {
        LocalDate day = LocalDate.now(clock).plusDays(DAYS_AHEAD);
        List<Run> runs = timetables.runsOn(day);
        List<AccountOffer> offers = accounts.ofMember(member);
        if (runs.isEmpty() || offers.isEmpty()) {
            return;
        }
        Run run = runs.get((int) (member % runs.size()));
        OrderPlacement placed =
                orders.place(
                        new OrderRequest(
                                UUID.nameUUIDFromBytes(
                                        ("colleague " + member).getBytes(StandardCharsets.UTF_8)),
                                member,
                                run.id().value(),
                                0,
                                run.calls().size() - 1,
                                run.classes().getLast().seatClass(),
                                List.of(members.travellers(member).getFirst().travellerId())));
        if (placed instanceof OrderPlacement.Placed(var order)
                && orders.payOnAccount(order.id(), offers.getFirst().accountId())) {
            orders.settle(order.id());
        }
    }
}
