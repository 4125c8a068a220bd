package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Consent;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a night makes of a message: by whose clock, over which channel, for which purpose. */
class QuietPolicyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 22:00 in Shanghai, 15:00 in Berlin. */
    private static final Instant EVENING = Instant.parse("2026-12-01T14:00:00Z");

    /** 10:00 in Shanghai, 03:00 in Berlin. */
    private static final Instant BEFORE_NOON = Instant.parse("2026-12-02T02:00:00Z");

    private static final Template TEXT =
            new Template("thanks", 1, Said.same("t"), Said.same("t"), Set.of());

    private static SendRules rules(QuietPolicy quiet) {
        SendRules usual = SendRules.CUSTOMARY;
        return new SendRules(
                usual.quietFrom(),
                usual.quietUntil(),
                usual.caps(),
                usual.optOutWords(),
                null,
                quiet);
    }

    private static SendGate.Verdict judge(
            QuietPolicy quiet, String purpose, String channel, ZoneId zone, Instant now) {
        var candidate =
                new Candidate(
                        true,
                        TEXT,
                        Map.of(),
                        purpose,
                        new Consent(channel, purpose, true, EVENING, "member"),
                        true,
                        false,
                        null,
                        List.of(),
                        zone);
        return new SendGate(rules(quiet)).judge(candidate, now);
    }

    private static SendGate.Verdict marketing(QuietPolicy quiet, ZoneId zone, Instant now) {
        return judge(quiet, "marketing", "sms", zone, now);
    }

    private static QuietPolicy policy(String action, int mostHours) {
        return new QuietPolicy(action, mostHours, false, List.of());
    }

    @Test
    void theNightIsTheMembersOwn() {
        QuietPolicy hold = QuietPolicy.CUSTOMARY;
        assertThat(marketing(hold, BERLIN, EVENING)).isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(((SendGate.Verdict.Waits) marketing(hold, SHANGHAI, EVENING)).until())
                .isEqualTo("2026-12-02T00:00:00Z");
        assertThat(marketing(hold, SHANGHAI, BEFORE_NOON))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(((SendGate.Verdict.Waits) marketing(hold, BERLIN, BEFORE_NOON)).until())
                .as("eight in Berlin")
                .isEqualTo("2026-12-02T07:00:00Z");
    }

    @Test
    void aMessageIsHeldDroppedOrExpiresAsTheRulesSay() {
        assertThat(reason(marketing(policy("drop", 0), SHANGHAI, EVENING)))
                .isEqualTo(WithheldReason.QUIET_HOURS);
        assertThat(marketing(policy("drop", 0), SHANGHAI, BEFORE_NOON))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(reason(marketing(policy("expire", 9), SHANGHAI, EVENING)))
                .as("ten hours to wait")
                .isEqualTo(WithheldReason.QUIET_HOURS);
        assertThat(marketing(policy("expire", 10), SHANGHAI, EVENING))
                .isInstanceOf(SendGate.Verdict.Waits.class);
        assertThat(marketing(policy("expire", 9), SHANGHAI, EVENING).why().reasons().getLast())
                .satisfies(last -> {
                    assertThat(last.code()).isEqualTo("WORTH_THE_WAIT");
                    assertThat(last.held()).isFalse();
                });
    }

    @Test
    void aChannelMayHaveHoursOfItsOwnOrNone() {
        var never = LocalTime.MIDNIGHT;
        var quiet =
                new QuietPolicy(
                        "hold",
                        0,
                        false,
                        List.of(
                                new QuietPolicy.OfChannel("inbox", never, never, "hold", 0),
                                new QuietPolicy.OfChannel(
                                        "push",
                                        LocalTime.of(22, 30),
                                        LocalTime.of(7, 0),
                                        "drop",
                                        0)));
        assertThat(judge(quiet, "marketing", "inbox", SHANGHAI, EVENING))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(judge(quiet, "marketing", "push", SHANGHAI, EVENING))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(reason(judge(quiet, "marketing", "push", SHANGHAI, EVENING.plusSeconds(3_600))))
                .isEqualTo(WithheldReason.QUIET_HOURS);
        assertThat(judge(quiet, "marketing", "sms", SHANGHAI, EVENING))
                .isInstanceOf(SendGate.Verdict.Waits.class);
    }

    @Test
    void tripNoticesLeaveAtAnyHourUnlessTheRulesSayOtherwise() {
        assertThat(judge(policy("drop", 0), "service", "sms", SHANGHAI, EVENING))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
        var strict = new QuietPolicy("hold", 0, true, List.of());
        assertThat(judge(strict, "service", "sms", SHANGHAI, EVENING))
                .isInstanceOf(SendGate.Verdict.Waits.class);
        assertThat(judge(strict, "transactional", "sms", SHANGHAI, EVENING))
                .as("he waits for it himself")
                .isInstanceOf(SendGate.Verdict.Leaves.class);
    }

    @Test
    void aNightThatWintertimeMakesLongerEndsAtEightAllTheSame() {
        Instant saturday = Instant.parse("2026-10-24T20:00:00Z"); // 22:00 in summer time
        assertThat(
                        ((SendGate.Verdict.Waits)
                                        marketing(QuietPolicy.CUSTOMARY, BERLIN, saturday))
                                .until())
                .isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void rulesThatSayNothingAreRefused() {
        assertThatThrownBy(() -> policy("shout", 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> policy("expire", 0)).isInstanceOf(Malformed.class);
    }

    private static WithheldReason reason(SendGate.Verdict verdict) {
        return ((SendGate.Verdict.Stays) verdict).reason();
    }
}
