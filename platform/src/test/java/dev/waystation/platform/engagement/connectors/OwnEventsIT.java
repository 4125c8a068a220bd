package dev.waystation.platform.engagement.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.passes.facts.PassUsed;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import dev.waystation.platform.selling.admission.facts.TicketCheckedIn;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Own sales and gates, and files, are sources among others. */
@PlatformIT
class OwnEventsIT {

    @Autowired private KeepVenues venues;
    @Autowired private List<Intake> intakes;
    @Autowired private Members members;
    @Autowired private FactLog facts;
    @Autowired private FactPump pump;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String resort = "resort-" + unique;

    @BeforeEach
    void aResort() {
        venues.keep(
                new Venue(
                        resort,
                        new Said("湖畔度假区", "Lakeside"),
                        "park",
                        Stream.of("inn", "diner", "east gate", "west gate", "online", "hall")
                                .map(code -> new Venue.Zone(code, Said.same(code)))
                                .toList()));
    }

    @Test
    @Capability("CDP-05")
    void ownSalesAndGatesLandOnceAtVenueAndZone() {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        long ticket = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        String station = "ST" + unique;
        List<Fact> heard =
                List.of(
                        new TicketIssued(
                                ticket,
                                ticket,
                                member,
                                1,
                                "second",
                                5_500,
                                clock.instant(),
                                clock.instant()),
                        new TicketCheckedIn(ticket, member, 1, station, "g1", clock.instant()),
                        new PassUsed(member, ticket, resort, clock.instant()));
        for (int twice = 0; twice < 2; twice++) {
            transaction.executeWithoutResult(_ -> heard.forEach(facts::append));
            pump.drain();
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select name || ' ' || venue || '/' || zone
                                        from events.event where user_id = :member order by 1
                                        """)
                                .param("member", PublicId.encode("mbr", member))
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly(
                        "pass.used " + resort + "/gate",
                        "ticket.checked_in railway/" + station,
                        "ticket.sold railway/tickets");
    }

    @Test
    @Capability("CDP-05")
    void aFileBringsEachRowOnceAndSaysWhatIsWrongWithTheOthers() {
        Intake files =
                intakes.stream()
                        .filter(each -> each.subject().equals("events"))
                        .findFirst()
                        .orElseThrow();
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        List<IntakeRow> rows =
                List.of(
                        row(1, member, "F1-" + unique, resort, "diner"),
                        row(2, member, "F2-" + unique, "nowhere", "diner"),
                        row(3, member, "F3-" + unique, resort, "moon"));
        for (int twice = 0; twice < 2; twice++) {
            List<Verdict> verdicts = files.apply(rows, new Intake.Run(1, "staff:1"));
            assertThat(verdicts.get(0)).isInstanceOf(Verdict.New.class);
            assertThat(verdicts.subList(1, 3)).allMatch(Verdict.Rejected.class::isInstance);
        }
        assertThat(rows()).containsExactly("file till.sold " + resort + "/diner");
    }

    private IntakeRow row(int line, long member, String number, String venue, String zone) {
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        return new IntakeRow(
                line,
                Map.of(
                        "member",
                        PublicId.encode("mbr", member),
                        "number",
                        number,
                        "event",
                        "till.sold",
                        "at",
                        at.minusDays(30).toString(),
                        "venue",
                        venue,
                        "zone",
                        zone,
                        "amount",
                        "5800"),
                UUID.randomUUID());
    }

    private List<String> rows() {
        return jdbc.sql(
                        """
                        select s.kind || ' ' || e.name || ' ' || e.venue || '/' || e.zone
                        from events.event e join events.source s on s.id = e.source_id
                        where e.venue = :venue order by 1
                        """)
                .param("venue", resort)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
