package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.channels.SeedWecom;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.engagement.outreach.usecase.FollowTasks;
import dev.waystation.platform.engagement.outreach.usecase.HandToStaff;
import dev.waystation.platform.engagement.outreach.usecase.ReconcileContacts;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has no company in WeCom sees with the sandbox what tasks of staff are like. */
@PlatformIT
class SandboxCompanyIT {

    private static final String TEXT = "sandbox-test";

    @Autowired SeedWecom seed;
    @Autowired ReconcileContacts reconcile;
    @Autowired HandToStaff hand;
    @Autowired FollowTasks follow;
    @Autowired DeliverDueMessages deliver;
    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired Members members;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void connect() {
        int hour = clock.instant().atZone(VenueZone.DEFAULT).getHour();
        clock.advance(Duration.ofHours(hour < 10 ? 10 - hour : hour > 12 ? 34 - hour : 0));
        while (deliver.handle(clock.instant()) > 0) {
            // what other tests left goes where it goes
        }
        Stream.generate(() -> People.born(LocalDate.of(1990, 1, 1)))
                .limit(Math.max(0, 12 - members.count()))
                .forEach(members::register);
        templates.publish(
                new Template.Draft(TEXT, Said.same("sandbox"), new Said("周末见", "See you")));
        seed.connect();
        reconcile.handle(clock.instant());
    }

    @AfterEach
    void disconnect() {
        jdbc.sql("delete from channels.account").update();
    }

    @Test
    @Capability("CH-05")
    void itsStaffSendsAnHourLaterAndEveryCustomerHasAResult() {
        String source = "sandbox/" + UUID.randomUUID();
        for (long member : customers()) {
            outbox.offer(
                    new MessageOffer(
                            UUID.randomUUID(),
                            member,
                            "wecom",
                            "transactional",
                            TEXT,
                            Map.of(),
                            source,
                            null));
        }
        while (deliver.handle(clock.instant()) > 0) {
            // until all of them are gathered
        }
        clock.advance(Duration.ofMinutes(3));
        hand.handle(clock.instant());
        clock.advance(Duration.ofMinutes(11));
        follow.handle(clock.instant());
        assertThat(fates(source)).as("asked, not sent").containsOnlyKeys("accepted");
        int asked = fates(source).getOrDefault("accepted", 0);

        clock.advance(Duration.ofHours(1));
        follow.handle(clock.instant());
        assertThat(fates(source)).doesNotContainKey("accepted").containsKey("delivered");
        assertThat(fates(source).values().stream().mapToInt(each -> each).sum()).isEqualTo(asked);
    }

    private List<Long> customers() {
        return jdbc.sql(
                        """
                        select distinct member_id from outreach.customer
                        where account = 'wecom-sandbox' and member_id is not null
                        order by member_id limit 12
                        """)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private Map<String, Integer> fates(String source) {
        return jdbc
                .sql(
                        """
                        select status, count(*) as many from messaging.message
                        where source = :source and status <> 'withheld' group by status
                        """)
                .param("source", source)
                .query((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
