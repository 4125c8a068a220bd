package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.model.QuietPolicy;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.engagement.messaging.usecase.KeepRules;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One message in the venue's evening: whose night it is decides, and what the rules make of it. */
@PlatformIT
class QuietHoursIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String TEMPLATE = "quiet-test";

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired KeepRules rules;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private SendRules before;

    @BeforeEach
    void anEveningInTheVenue() {
        templates.publish(new Template.Draft(TEMPLATE, Said.same("t"), Said.same("t")));
        before = rules.read();
        set(QuietPolicy.CUSTOMARY);
        moveToNext(22, VenueZone.DEFAULT);
    }

    @AfterEach
    void putTheRulesBack() {
        rules.handle(before);
    }

    private void set(QuietPolicy quiet) {
        rules.handle(
                new SendRules(
                        LocalTime.of(21, 0),
                        LocalTime.of(8, 0),
                        before.caps(),
                        before.optOutWords(),
                        null,
                        quiet));
    }

    private void moveToNext(int hour, ZoneId zone) {
        ZonedDateTime here = clock.instant().atZone(zone);
        ZonedDateTime then = here.with(LocalTime.of(hour, 0));
        clock.moveTo((then.isAfter(here) ? then : then.plusDays(1)).toInstant());
    }

    private long member() {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        Stream.of("sms", "inbox")
                                .map(channel ->
                                        new ChangeConsents.Choice(channel, "marketing", true))
                                .toList(),
                        "member"));
        return member;
    }

    private void lives(long member, String zone) throws Exception {
        mvc.perform(
                        put("/v1/me/time-zone")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"zone\": \"%s\"}".formatted(zone))
                                .with(SignIn.member(member)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.zone").value(zone));
    }

    private SendOutcome offer(long member, String channel, String purpose, UUID reference) {
        return outbox.offer(
                new MessageOffer(
                        reference, member, channel, purpose, TEMPLATE, Map.of(), "test", null));
    }

    private SendOutcome marketing(long member) {
        return offer(member, "sms", "marketing", UUID.randomUUID());
    }

    private void deliverAll() {
        while (deliver.handle(clock.instant()) > 0) {
            // until nothing is due
        }
    }

    private String told(UUID reference) {
        return jdbc.sql(
                        """
                        select status || coalesce(' ' || reason, '') from messaging.message
                        where reference = :reference
                        """)
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    @Test
    @Capability("JRN-10")
    void whoseNightItIsDecidesAndTheRulesHoldDropOrLetExpire() throws Exception {
        long here = member();
        long abroad = member();
        lives(abroad, "Europe/Berlin");
        assertThat(marketing(here))
                .as("22:00 in the venue")
                .isInstanceOf(SendOutcome.Delayed.class);
        assertThat(marketing(abroad)).as("afternoon").isInstanceOf(SendOutcome.Queued.class);
        assertThat(((SendOutcome.Delayed) marketing(here)).until().atZone(VenueZone.DEFAULT))
                .satisfies(until -> assertThat(until.getHour()).isEqualTo(8));

        set(new QuietPolicy("drop", 0, false, List.of()));
        assertThat(reason(marketing(here))).isEqualTo(WithheldReason.QUIET_HOURS);
        assertThat(marketing(abroad)).isInstanceOf(SendOutcome.Queued.class);
        set(new QuietPolicy("expire", 3, false, List.of()));
        assertThat(reason(marketing(here))).isEqualTo(WithheldReason.QUIET_HOURS);

        // the venue's morning is the night of who lives abroad
        moveToNext(9, VenueZone.DEFAULT);
        set(QuietPolicy.CUSTOMARY);
        assertThat(marketing(member())).isInstanceOf(SendOutcome.Queued.class);
        long far = member();
        lives(far, "Europe/Berlin");
        assertThat(((SendOutcome.Delayed) marketing(far)).until().atZone(BERLIN).getHour())
                .isEqualTo(8);

        // channels have hours of their own, trip notices none
        moveToNext(22, VenueZone.DEFAULT);
        var never = LocalTime.MIDNIGHT;
        set(
                new QuietPolicy(
                        "hold",
                        0,
                        false,
                        List.of(new QuietPolicy.OfChannel("inbox", never, never, "hold", 0))));
        long reader = member();
        assertThat(offer(reader, "inbox", "marketing", UUID.randomUUID()))
                .isInstanceOf(SendOutcome.Queued.class);
        assertThat(marketing(reader)).isInstanceOf(SendOutcome.Delayed.class);
        consents.handle(
                new ChangeConsents.Command(
                        reader,
                        List.of(new ChangeConsents.Choice("sms", "service", true)),
                        "member"));
        assertThat(offer(reader, "sms", "service", UUID.randomUUID()))
                .isInstanceOf(SendOutcome.Queued.class);
    }

    @Test
    void aSlowQueueAsksOnceMoreByTheMembersClock() throws Exception {
        long abroad = member();
        lives(abroad, "Europe/Berlin");
        UUID held = UUID.randomUUID();
        offer(abroad, "sms", "marketing", held);
        moveToNext(23, BERLIN);
        deliverAll();
        assertThat(told(held)).as("queued by day, due by night").isEqualTo("delayed");
        moveToNext(8, BERLIN);
        deliverAll();
        assertThat(told(held)).isEqualTo("delivered");

        moveToNext(20, BERLIN);
        UUID late = UUID.randomUUID();
        offer(abroad, "sms", "marketing", late);
        moveToNext(23, BERLIN);
        set(new QuietPolicy("drop", 0, false, List.of()));
        deliverAll();
        assertThat(told(late)).isEqualTo("withheld QUIET_HOURS");
    }

    @Test
    void aZoneThatIsNoPlaceIsRefusedAndTakingItAwayLeadsBackToTheVenue() throws Exception {
        long member = member();
        for (String zone : List.of("+02:00", "CST", "Mars/Olympus")) {
            mvc.perform(
                            put("/v1/me/time-zone")
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{\"zone\": \"%s\"}".formatted(zone))
                                    .with(SignIn.member(member)))
                    .andExpect(status().isBadRequest());
        }
        lives(member, "Europe/Berlin");
        assertThat(marketing(member)).isInstanceOf(SendOutcome.Queued.class);
        mvc.perform(
                        put("/v1/me/time-zone")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"zone\": null}")
                                .with(SignIn.member(member)))
                .andExpect(status().isOk());
        assertThat(marketing(member)).isInstanceOf(SendOutcome.Delayed.class);
    }

    private static WithheldReason reason(SendOutcome outcome) {
        return ((SendOutcome.Withheld) outcome).reason();
    }
}
