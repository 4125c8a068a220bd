package dev.waystation.platform.engagement.outreach;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.channels.WecomCalls;
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
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A company in WeCom that is connected, and members its staff knows. */
abstract class WecomStage {

    static final String TEMPLATE = "wecom-test";
    static final Duration GATHERED = Duration.ofMinutes(3);
    static final Duration PULLED = Duration.ofMinutes(11);

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WecomCalls calls;
    @Autowired ReconcileContacts reconcile;
    @Autowired HandToStaff hand;
    @Autowired FollowTasks follow;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    PretendWecom wecom;
    String account;

    @BeforeEach
    void connect() throws Exception {
        // by day: the gate holds advertising back at night
        int hour = clock.instant().atZone(VenueZone.DEFAULT).getHour();
        clock.advance(Duration.ofHours(hour < 10 ? 10 - hour : hour > 12 ? 34 - hour : 0));
        templates.publish(
                new Template.Draft(
                        TEMPLATE, new Said("周末活动", "Weekend"), new Said("周末见", "See you")));
        while (deliver.handle(clock.instant()) > 0) {
            // what other tests left goes where it goes
        }
        wecom = new PretendWecom();
        account = "wecom-" + UUID.randomUUID().toString().substring(0, 8);
        keep(true);
    }

    private void keep(boolean active) throws Exception {
        mvc.perform(
                        put("/v1/channel-accounts/" + account)
                                .contentType("application/json")
                                .content(
                                        """
                                        {"vendor": "wecom", "endpoint": "%s", "keyId": "corp",
                                         "secret": "secret", "position": 1, "active": %s,
                                         "purposes": ["marketing", "service", "transactional"]}
                                        """
                                                .formatted(wecom.address(), active))
                                .with(SignIn.staff("clients.manage")))
                .andExpect(status().isOk());
    }

    @AfterEach
    void disconnect() throws Exception {
        keep(false);
        jdbc.sql("delete from channels.account").update();
        wecom.close();
    }

    /** A member whom somebody of the staff knows, and who said yes. */
    long known(String staff) {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        calls.met(member, external(member));
        wecom.knows(staff, external(member), "", 1_700_000_000L + member);
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("wechat", "marketing", true)),
                        "test"));
        return member;
    }

    List<Long> known(String staff, int count) {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(known(staff));
        }
        reconcile.handle(clock.instant());
        return found;
    }

    static String external(long member) {
        return "wm-customer-" + member;
    }

    UUID offer(long member, String source) {
        return offer(member, source, "marketing");
    }

    UUID offer(long member, String source, String purpose) {
        UUID reference = UUID.randomUUID();
        outbox.offer(
                new MessageOffer(
                        reference, member, "wecom", purpose, TEMPLATE, Map.of(), source, null));
        return reference;
    }

    void deliver() {
        while (deliver.handle(clock.instant()) > 0) {
            // until all of them are gathered
        }
    }

    void handOver() {
        clock.advance(GATHERED);
        hand.handle(clock.instant());
    }

    void pull() {
        clock.advance(PULLED);
        follow.handle(clock.instant());
    }

    String fate(UUID reference) {
        return jdbc.sql(
                        """
                        select status || coalesce(' ' || reason, '') from messaging.message
                        where reference = :reference
                        """)
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    List<String> states(String source) {
        return jdbc.sql(
                        """
                        select p.state from outreach.part p
                        join outreach.task t on t.task_id = p.task_id
                        where t.source = :source order by p.staff, p.part_id
                        """)
                .param("source", source)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
