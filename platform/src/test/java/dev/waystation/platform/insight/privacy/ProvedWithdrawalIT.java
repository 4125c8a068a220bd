package dev.waystation.platform.insight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.MessagingRefusal;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.KeepPeopleOut;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.privacy.model.Line;
import dev.waystation.platform.insight.privacy.usecase.ExportPerson;
import dev.waystation.platform.insight.privacy.usecase.ProveConsent;
import dev.waystation.platform.insight.privacy.usecase.ReportMonth;
import dev.waystation.platform.insight.privacy.usecase.SignDocuments;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Withdrawals;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A no is heard at once, can be shown to anybody, and stands behind a figure of the month. */
@PlatformIT
class ProvedWithdrawalIT {

    @Autowired private Members members;
    @Autowired private ChangeConsents consents;
    @Autowired private Withdrawals withdrawals;
    @Autowired private ProveConsent prove;
    @Autowired private SignDocuments sign;
    @Autowired private ReportMonth report;
    @Autowired private ExportPerson export;
    @Autowired private KeepPeopleOut people;
    @Autowired private Templates templates;
    @Autowired private Outbox outbox;
    @Autowired private FactPump pump;
    @Autowired private Clock clock;

    private final String text = "news-" + UUID.randomUUID().toString();
    private long member;

    @BeforeEach
    void somebodyWhoAgreed() {
        member = members.register(People.born(LocalDate.of(1985, 2, 2))).value();
        say(true);
        templates.publish(
                new Template.Draft(
                        text, new Said("新线", "New line"), new Said("新线开了。", "It is open.")));
        pump.drain();
    }

    @Test
    void aNoIsHeardBeforeItIsAnsweredAndItsProofSaysThatNothingLeftSince() {
        assertThat(withheld()).as("the control: a yes lets it go").isFalse();

        withdrawals.withdraw(member, "inbox", "marketing", "staff:1");
        assertThat(withheld()).as("before any fact was read").isTrue();
        pump.drain();

        ProveConsent.Proof proof = prove.handle(member, "inbox", "marketing").orElseThrow();
        assertThat(proof.line().granted()).isFalse();
        assertThat(proof.left()).isZero();
        assertThat(proof.heldBack()).isPositive();
        assertThat(proof.document()).contains("withdrawn", "staff:1", "\"sentSince\":0");
        assertThat(proof.publicKey()).isNotBlank();
        assertThat(sign.isGenuine(proof.document(), proof.signature())).isTrue();
        assertThat(
                        sign.isGenuine(
                                proof.document().replace("withdrawn", "granted"),
                                proof.signature()))
                .as("an altered proof is none")
                .isFalse();
        assertThat(sign.isGenuine("no document", proof.signature())).isFalse();
    }

    @Test
    void everyFigureOfTheMonthIsTheCountOfTheRowsItLeadsTo() {
        YearMonth month = YearMonth.from(clock.instant().atZone(VenueZone.DEFAULT));
        Map<String, Long> before = report.counts(month);
        say(false);
        assertThat(export.handle(member, "staff:1", "asked at the counter")).isPresent();
        pump.drain();

        Map<String, Long> after = report.counts(month);
        for (String figure : List.of(Line.WITHDRAWN, Line.EXPORTED)) {
            assertThat(after.getOrDefault(figure, 0L))
                    .as(figure)
                    .isEqualTo(before.getOrDefault(figure, 0L) + 1);
            List<Line> newest = report.rows(month, figure, Optional.empty(), 1).items();
            assertThat(newest).hasSize(1);
            assertThat(newest.getFirst().memberId()).isEqualTo(member);
        }
        assertThat(report.rows(month, Line.EXPORTED, Optional.empty(), 1).items().getFirst())
                .extracting(Line::request)
                .as("leads to the request")
                .isNotNull();
    }

    @Test
    void whoIsKeptOutIsWrittenToByNobodyUntilSomebodyLiftsItWithAReason() {
        var wish = new KeepPeopleOut.Command(member, "inbox", "asked to be left alone", "staff:1");
        assertThat(people.add(wish)).isEmpty();
        assertThat(people.add(wish)).contains(MessagingRefusal.ALREADY_KEPT_OUT);
        assertThat(withheld()).isTrue();
        assertThat(people.page("inbox", Optional.of(member), Optional.empty(), 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.by()).isEqualTo("staff:1");
                    assertThat(row.since()).isNotNull();
                });

        assertThat(people.lift(wish)).isEmpty();
        assertThat(people.lift(wish)).contains(MessagingRefusal.NOT_KEPT_OUT);
        assertThat(withheld()).isFalse();
    }

    private void say(boolean yes) {
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("inbox", "marketing", yes)),
                        "member"));
    }

    private boolean withheld() {
        return outbox.offer(
                        new MessageOffer(
                                UUID.randomUUID(),
                                member,
                                "inbox",
                                MessageOffer.MARKETING,
                                text,
                                Map.of(),
                                "test",
                                null))
                instanceof SendOutcome.Withheld;
    }
}
