package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.selling.booking.usecase.OpenChange;
import dev.waystation.platform.selling.catalogue.Run;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Changes of tickets, and the rules in force for them. */
public class Changer {

    private final OpenChange openChange;
    private final Tickets tickets;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Changer(
            OpenChange openChange,
            Tickets tickets,
            Settings settings,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.openChange = openChange;
        this.tickets = tickets;
        this.settings = settings;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    OpenChange.Outcome ask(Ticket ticket, Run to, String seatClass, int from, int until) {
        return openChange.handle(
                new ChangeRequest(
                        UUID.randomUUID(),
                        ticket.id(),
                        to.id().value(),
                        from,
                        until,
                        seatClass,
                        List.of(),
                        "staff:1"));
    }

    OpenChange.Outcome ask(Ticket ticket, Run to, String seatClass) {
        return ask(ticket, to, seatClass, 0, 2);
    }

    public Order opened(Ticket ticket, Run to, String seatClass) {
        return opened(ask(ticket, to, seatClass));
    }

    static Order opened(OpenChange.Outcome outcome) {
        assertThat(outcome).isInstanceOf(OpenChange.Outcome.Opened.class);
        return ((OpenChange.Outcome.Opened) outcome).order();
    }

    static List<Order> placed(List<OpenChange.Outcome> answers) {
        return answers.stream()
                .filter(OpenChange.Outcome.Opened.class::isInstance)
                .map(Changer::opened)
                .toList();
    }

    /** The code; its rule is among the reasons, as the one that is not met. */
    static ChangeRefusal refusal(OpenChange.Outcome outcome) {
        assertThat(outcome).isInstanceOf(OpenChange.Outcome.Refused.class);
        OpenChange.Outcome.Refused refused = (OpenChange.Outcome.Refused) outcome;
        assertThat(refused.why().reasons())
                .anyMatch(each -> !each.held() && each.code().equals(refused.code().name()));
        return refused.code();
    }

    Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id()).orElseThrow();
    }

    /** How many tickets of the row let somebody travel. */
    int valid(Ticket first) {
        return jdbc.sql(
                        """
                        select count(*) from booking.ticket
                         where (ticket_id = :id or chain = :id) and status = 'issued'
                        """)
                .param("id", first.id().value())
                .query(Integer.class)
                .single();
    }

    /** One change, until departure, anywhere, the usual fees. */
    public void rules() {
        rules(1, 0, true, 0, "RETURNED_LESS_REFUND_FEE", 150);
    }

    void rules(
            int changes,
            int until,
            boolean destination,
            int destinationUntil,
            String cheaper,
            int permille) {
        write(
                "changes",
                """
                {"changes":%d,"awardChanges":1,"untilMinutes":%d,"destination":%b,
                 "destinationUntilMinutes":%d,"upgradeFree":true,"coupons":true,"cheaper":"%s",
                 "fees":[{"minutesBefore":2880,"permille":0},{"minutesBefore":0,"permille":%d}]}
                """
                        .formatted(
                                changes, until, destination, destinationUntil, cheaper, permille));
    }

    void awardsAreTakenBack(boolean yes) {
        write("refunds", "{\"refundOrder\":\"RATIO\",\"awardRefundable\":%b}".formatted(yes));
    }

    private void write(String subject, String json) {
        transaction.executeWithoutResult(
                _ -> settings.write(subject, JsonMapper.shared().readTree(json), "test"));
    }
}
