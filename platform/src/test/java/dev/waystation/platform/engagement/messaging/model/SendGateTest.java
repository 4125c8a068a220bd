package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendGateTest {

    private static final Instant DAY = Instant.parse("2026-12-01T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Instant NIGHT = Instant.parse("2026-12-01T14:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-12-02T00:00:00Z");
    private static final Template TEXT =
            new Template("thanks", 1, Said.same("t"), Said.same("{day}"), Set.of("day"));

    private final SendGate gate = new SendGate(SendRules.CUSTOMARY);

    private static Candidate candidate(
            String purpose, boolean granted, boolean asked, boolean address, int sent) {
        return new Candidate(
                true,
                TEXT,
                Map.of("day", "1"),
                purpose,
                new Consent("sms", purpose, granted, asked ? DAY : null, "member"),
                address,
                false,
                null,
                sent == 0 ? List.of() : List.of(new Candidate.Sent("service", "sms", TODAY, sent)));
    }

    private WithheldReason refusal(Candidate candidate) {
        return ((SendGate.Verdict.Stays) gate.judge(candidate, DAY)).reason();
    }

    @Test
    void aMessageLeavesWhenEveryCheckHolds() {
        SendGate.Verdict verdict = gate.judge(candidate("marketing", true, true, true, 0), DAY);
        assertThat(verdict).isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(verdict.why().reasons())
                .extracting(Reason::code)
                .containsExactly(
                        "MEMBER_IS_KNOWN",
                        "TEMPLATE_IS_PUBLISHED",
                        "VALUES_ARE_COMPLETE",
                        "CONSENT_IS_GIVEN",
                        "NOT_OPTED_OUT",
                        "HAS_ADDRESS",
                        "NOT_SUPPRESSED",
                        "QUIET_HOURS",
                        "UNDER_THE_CAP");
    }

    @Test
    void neverAskedAndOptedOutAreDifferentRefusals() {
        assertThat(refusal(candidate("marketing", false, false, true, 0)))
                .isEqualTo(WithheldReason.NO_CONSENT);
        assertThat(refusal(candidate("marketing", false, true, true, 0)))
                .isEqualTo(WithheldReason.OPTED_OUT);
    }

    @Test
    void theFirstFailureDecidesAndIsTheLastReason() {
        var verdict = gate.judge(candidate("marketing", false, true, false, 99), NIGHT);
        assertThat(verdict.why().reasons().getLast().code()).isEqualTo("NOT_OPTED_OUT");
        assertThat(verdict.why().reasons().getLast().held()).isFalse();
    }

    @Test
    void theCapCountsWhatWasSentAndAddressComesBeforeIt() {
        assertThat(refusal(candidate("service", true, true, true, SendGate.CAP)))
                .isEqualTo(WithheldReason.FREQUENCY_CAP);
        assertThat(refusal(candidate("service", true, true, false, SendGate.CAP)))
                .isEqualTo(WithheldReason.NO_ADDRESS);
        assertThat(gate.judge(candidate("service", true, true, true, SendGate.CAP - 1), DAY))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
    }

    @Test
    void aSuppressedAddressAndAMessageThatWouldComeTooLateStay() {
        Consent yes = new Consent("sms", "marketing", true, DAY, "member");
        Map<String, String> day = Map.of("day", "1");
        assertThat(
                        refusal(
                                new Candidate(
                                        true,
                                        TEXT,
                                        day,
                                        "marketing",
                                        yes,
                                        true,
                                        true,
                                        null,
                                        List.of())))
                .isEqualTo(WithheldReason.SUPPRESSED);
        Candidate lateAtNight =
                new Candidate(true, TEXT, day, "marketing", yes, true, false, MORNING, List.of());
        assertThat(gate.judge(lateAtNight, DAY)).isInstanceOf(SendGate.Verdict.Leaves.class);
        assertThat(((SendGate.Verdict.Stays) gate.judge(lateAtNight, NIGHT)).reason())
                .as("quiet until the very minute it grows stale")
                .isEqualTo(WithheldReason.STALE);
    }

    @Test
    void aCapCountsItsOwnPurposeChannelAndLocalDays() {
        var daily =
                new SendGate(
                        new SendRules(
                                SendRules.CUSTOMARY.quietFrom(),
                                SendRules.CUSTOMARY.quietUntil(),
                                List.of(new SendRules.Cap("marketing", "sms", 1, 1)),
                                List.of("T"),
                                null));
        assertThat(sentOn(daily, TODAY, "marketing", "sms", DAY)).isFalse();
        assertThat(sentOn(daily, TODAY, "service", "sms", DAY)).isTrue();
        assertThat(sentOn(daily, TODAY, "marketing", "wechat", DAY)).isTrue();
        assertThat(sentOn(daily, TODAY.minusDays(1), "marketing", "sms", DAY)).isTrue();
        assertThat(sentOn(daily, TODAY, "marketing", "sms", NIGHT))
                .as("it would leave tomorrow, and counts there")
                .isTrue();
    }

    private static boolean sentOn(
            SendGate gate, LocalDate day, String purpose, String channel, Instant now) {
        var candidate =
                new Candidate(
                        true,
                        TEXT,
                        Map.of("day", "1"),
                        "marketing",
                        new Consent("sms", "marketing", true, DAY, "member"),
                        true,
                        false,
                        null,
                        List.of(new Candidate.Sent(purpose, channel, day, 1)));
        return !(gate.judge(candidate, now) instanceof SendGate.Verdict.Stays);
    }

    @Test
    void wordsThatMeanNoAreReadWhateverTheirCase() {
        assertThat(List.of("T", " td ", "退订。", "stop!")).allMatch(SendRules.CUSTOMARY::meansNo);
        assertThat(List.of("Thanks", "不退订", "")).noneMatch(SendRules.CUSTOMARY::meansNo);
    }

    @Test
    void quietHoursDelayUnlessTheMemberIsWaiting() {
        assertThat(gate.judge(candidate("marketing", true, true, true, 0), NIGHT))
                .isInstanceOfSatisfying(
                        SendGate.Verdict.Waits.class,
                        waits -> assertThat(waits.until()).isEqualTo(MORNING));
        assertThat(gate.judge(candidate("transactional", false, false, true, 99), NIGHT))
                .isInstanceOf(SendGate.Verdict.Leaves.class);
    }

    @Test
    void anErasedMemberAnUnknownTextAndAMissingValueAreHeldBack() {
        Consent yes = new Consent("sms", "service", true, DAY, "member");
        assertThat(
                        refusal(
                                new Candidate(
                                        false, TEXT, Map.of(), "service", yes, true, false, null,
                                        List.of())))
                .isEqualTo(WithheldReason.UNKNOWN_MEMBER);
        assertThat(
                        refusal(
                                new Candidate(
                                        true, null, Map.of(), "service", yes, true, false, null,
                                        List.of())))
                .isEqualTo(WithheldReason.TEMPLATE_IS_NOT_PUBLISHED);
        assertThat(
                        refusal(
                                new Candidate(
                                        true, TEXT, Map.of(), "service", yes, true, false, null,
                                        List.of())))
                .isEqualTo(WithheldReason.VALUE_IS_MISSING);
    }
}
