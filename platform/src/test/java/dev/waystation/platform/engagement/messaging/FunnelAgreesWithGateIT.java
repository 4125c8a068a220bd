package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.usecase.FillList;
import dev.waystation.platform.engagement.channels.usecase.KeepReach;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.engagement.messaging.usecase.FunnelAudience;
import dev.waystation.platform.engagement.messaging.usecase.FunnelPeople;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.platform.members.membership.usecase.KeepMailAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the funnel says of a launch is what the gate does then, over every channel there is: also
 * those whose addresses come and go, and those that share their yes and no with another one.
 */
@PlatformIT
class FunnelAgreesWithGateIT {

    private static final String TEMPLATE = "funnel-and-gate";
    private static final List<String> SEEN = List.of("push", "miniapp", "wecom");

    @Autowired private FunnelAudience funnel;
    @Autowired private FunnelPeople people;
    @Autowired private FillList lists;
    @Autowired private Outbox outbox;
    @Autowired private Templates templates;
    @Autowired private Members members;
    @Autowired private ChangeConsents consents;
    @Autowired private KeepMailAddress mail;
    @Autowired private KeepReach reach;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;

    static List<String> channels() {
        return Medium.ALL;
    }

    @ParameterizedTest
    @MethodSource("channels")
    void everybodyStandsBehindTheBarOfWhatTheGateSays(String channel) {
        List<Long> all = new ArrayList<>();
        for (int each = 0; each < 12; each++) {
            all.add(somebody(channel, each % 3, each / 3));
        }
        pump.drain();
        FunnelAudience.Command asked = new FunnelAudience.Command(list(all), channel);
        Map<String, List<Long>> bars = new TreeMap<>();
        for (FunnelAudience.Step step : funnel.handle(asked).steps()) {
            if (step.count() != 0 && !step.code().equals("MATCHED")) {
                bars.put(step.code(), people.handle(asked, step.code(), 0, 100));
                assertThat(bars.get(step.code()))
                        .as(step.code())
                        .hasSize((int) Math.abs(step.count()));
            }
        }
        Map<String, List<Long>> gate = new TreeMap<>();
        all.forEach(member ->
                gate.computeIfAbsent(said(member, channel), _ -> new ArrayList<>()).add(member));
        assertThat(bars).isEqualTo(gate);
        assertThat(gate.keySet())
                .contains("NO_CONSENT", "OPTED_OUT", "WILL_RECEIVE")
                .hasSize(mayLackAnAddress(channel) ? 4 : 3);
    }

    @Test
    void whoTakesADeviceOverTakesItFromTheOtherAndTheFunnelOfBothKnows() {
        long first = somebody("push", 2, 0);
        long second = somebody("push", 2, 0);
        long list = list(List.of(first, second));
        String device = UUID.randomUUID().toString();
        reach.seen(first, "push", device);
        assertThat(reached(list)).containsExactly(first);
        reach.seen(second, "push", device);
        assertThat(reached(list)).containsExactly(second);
    }

    private List<Long> reached(long list) {
        pump.drain();
        return people.handle(new FunnelAudience.Command(list, "push"), "WILL_RECEIVE", 0, 100);
    }

    /**
     * @param answer 0 never asked, 1 said no, 2 said yes
     * @param address 0 none, 1 given, 2 given and taken away again, 3 given and not seen for a year
     */
    private long somebody(String channel, int answer, int address) {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        if (answer > 0) {
            String medium = Medium.of(channel);
            consents.handle(
                    new ChangeConsents.Command(
                            member,
                            List.of(new ChangeConsents.Choice(medium, "marketing", answer == 2)),
                            "member"));
        }
        if (address > 0 && channel.equals("email")) {
            mail.handle(member, "m" + member + "@example.com");
            if (address == 2) {
                mail.handle(member, "");
            }
        }
        if (address > 0 && SEEN.contains(channel)) {
            String device = channel + "-" + UUID.randomUUID();
            reach.seen(member, channel, device);
            if (address == 2) {
                reach.seen(somebody(channel, 0, 0), channel, device);
            }
            if (address == 3) {
                jdbc.sql(
                                """
                                update channels.address set seen_at = seen_at - interval '1 year'
                                where member_id = :member
                                """)
                        .param("member", member)
                        .update();
            }
        }
        return member;
    }

    private static boolean mayLackAnAddress(String channel) {
        return channel.equals("email") || SEEN.contains(channel);
    }

    private long list(List<Long> all) {
        pump.drain();
        return ((FillList.Outcome.Filled)
                        lists.handle(
                                new FillList.Command(
                                        Said.same("funnel " + UUID.randomUUID()),
                                        all.stream()
                                                .map(id -> PublicId.encode("mbr", id))
                                                .iterator())))
                .segmentId();
    }

    private String said(long member, String channel) {
        templates.publish(
                new Template.Draft(TEMPLATE, new Said("标题", "Title"), new Said("正文", "Text")));
        return switch (outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        channel,
                        MessageOffer.MARKETING,
                        TEMPLATE,
                        Map.of(),
                        "test",
                        null))) {
            case SendOutcome.Withheld withheld -> withheld.reason().name();
            default -> "WILL_RECEIVE";
        };
    }
}
