package dev.waystation.platform.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Statements;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.engagement.messaging.usecase.KeepPeopleOut;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A member's page among millions: all of it, and by nothing but look-ups. */
@PlatformIT
class MemberProfileIT {

    /** Of page, timeline, points, benefits, orders and messages together. */
    private static final int MOST_STATEMENTS = 64;

    /** What has no more rows than an operator sets by hand. */
    private static final List<String> SMALL = List.of("rules");

    @Autowired Members members;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;
    @Autowired WorldClock clock;
    @Autowired ChangeConsents consents;
    @Autowired KeepPeopleOut keepOut;
    @Autowired Templates templates;
    @Autowired Outbox outbox;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    @Capability("CDP-10")
    void thePageHoldsEverythingAndReachabilityIsTheGatesOwnWord() throws Exception {
        byDay();
        long member = member();
        String page = ask(parts(member).getFirst());
        assertThat(JsonPath.<Map<String, Object>>read(page, "$"))
                .containsKeys("phone", "city", "tier", "tags", "segments", "fields", "year");
        assertThat(JsonPath.<List<String>>read(page, "$.reach[*].channel"))
                .containsExactlyElementsOf(Medium.ALL);
        assertThat(closed(page, "sms")).isEmpty();
        assertThat(closed(page, "inbox")).containsExactly("OPTED_OUT");
        assertThat(closed(page, "wechat")).containsExactly("NO_CONSENT");
        assertThat(closed(page, "push")).as("as the app's inbox").containsExactly("OPTED_OUT");

        keepOut.add(new KeepPeopleOut.Command(member, "sms", "a lawyer wrote", "admin"));
        page = ask(parts(member).getFirst());
        assertThat(closed(page, "sms")).containsExactly("SUPPRESSED");
        assertThat(
                        JsonPath.<List<String>>read(
                                page, "$.reach[?(@.channel=='sms')].marketing.why.sentence.zh"))
                .allMatch(sentence -> sentence.contains("地址已停用"));
        for (String channel : List.of("sms", "inbox", "wechat")) {
            assertThat(outbox.offer(offer(member, channel)))
                    .as(channel)
                    .isInstanceOf(SendOutcome.Withheld.class)
                    .extracting(said -> ((SendOutcome.Withheld) said).reason().name())
                    .isEqualTo(closed(page, channel).getFirst());
        }
    }

    @Test
    @Capability("CDP-10")
    void everyPartOfThePageIsALookUpHoweverManyMembersThereAre() throws Exception {
        long member = member();
        points(member);
        pump.drain();
        Map<String, Integer> statements = new TreeMap<>();
        for (String part : parts(member)) {
            for (String sql : Statements.of(() -> ask(part))) {
                statements.merge(sql, 1, Integer::sum);
                assertThat(Statements.readWhole(jdbc, transaction, sql))
                        .as(part + ": " + sql)
                        .isSubsetOf(SMALL);
            }
        }
        assertThat(statements.values().stream().mapToInt(each -> each).sum())
                .as("%s", statements)
                .isBetween(20, MOST_STATEMENTS);
        // The control: the check tells a page that looks through everybody.
        assertThat(
                        Statements.readWhole(
                                jdbc,
                                transaction,
                                "select id from membership.member where city_code = ?"))
                .containsExactly("member");
    }

    private void byDay() {
        ZonedDateTime here = clock.instant().atZone(VenueZone.DEFAULT);
        ZonedDateTime noon = here.with(LocalTime.NOON);
        clock.moveTo((noon.isAfter(here) ? noon : noon.plusDays(1)).toInstant());
    }

    /** Agrees to text messages, wants nothing in the app. */
    private long member() {
        long member = members.register(People.born(LocalDate.of(1980, 6, 1))).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(
                                new ChangeConsents.Choice("sms", "marketing", true),
                                new ChangeConsents.Choice("inbox", "marketing", false)),
                        "member"));
        return member;
    }

    private MessageOffer offer(long member, String channel) {
        templates.publish(
                new Template.Draft(
                        "profile-test", new Said("提醒", "Reminder"), new Said("您好", "Hello")));
        return new MessageOffer(
                UUID.randomUUID(),
                member,
                channel,
                MessageOffer.MARKETING,
                "profile-test",
                Map.of(),
                "test",
                null);
    }

    /** Why no advertising goes over a channel; nothing when it goes. */
    private static List<String> closed(String page, String channel) {
        return JsonPath.<List<String>>read(
                        page, "$.reach[?(@.channel=='%s')].marketing.reason".formatted(channel))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void points(long member) {
        points.post(
                new PointsCommand.Credit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        1_250,
                        LocalDate.now(clock).plusYears(1),
                        Explanation.of(new Said("为一次行程", "for a trip")),
                        "travel"));
    }

    private static List<String> parts(long member) {
        String id = PublicId.encode("mbr", member);
        String page = "/v1/members/" + id;
        return List.of(
                page,
                page + "/timeline?limit=50",
                page + "/points",
                page + "/benefits",
                "/v1/orders?member=" + id,
                "/v1/messages?member=" + id);
    }

    private String ask(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.role("administrator")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
