package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.facts.PassEnding;
import dev.waystation.platform.members.passes.facts.PassExtended;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells holders of annual passes that a closure gave days back, and when renewing begins. */
@Service
public class TellPassHolders {

    private static final String INBOX = "inbox";

    private static final Template.Draft EXTENDED =
            new Template.Draft(
                    "pass-extended",
                    new Said("年卡已顺延", "Your pass was extended"),
                    new Said(
                            "您的年卡顺延 {days} 天，有效至 {until}。",
                            "Your annual pass was extended by {days} days and is good until {until}."));

    private static final Template.Draft ENDING =
            new Template.Draft(
                    "pass-ending",
                    new Said("年卡即将到期", "Your pass ends soon"),
                    new Said(
                            "您的年卡有效至 {until}，{renew} 前续费可接着原到期日计算。",
                            "Your annual pass is good until {until}; renewed by {renew} it goes on from there."));

    private final Outbox outbox;
    private final Templates templates;

    TellPassHolders(Outbox outbox, Templates templates) {
        this.outbox = outbox;
        this.templates = templates;
    }

    /** Something the member paid for changed, so it needs no consent. */
    @Transactional
    public void extended(PassExtended fact) {
        offer(
                EXTENDED,
                fact.memberId(),
                MessageOffer.TRANSACTIONAL,
                fact.passId() + " " + fact.until(),
                Map.of("days", Integer.toString(fact.days()), "until", fact.until().toString()));
    }

    @Transactional
    public void ending(PassEnding fact) {
        offer(
                ENDING,
                fact.memberId(),
                MessageOffer.SERVICE,
                fact.passId() + " " + fact.until(),
                Map.of("until", fact.until().toString(), "renew", fact.renewUntil().toString()));
    }

    private void offer(
            Template.Draft text,
            long member,
            String purpose,
            String about,
            Map<String, String> values) {
        if (!templates.isPublished(text.code())) {
            templates.publish(text);
        }
        outbox.offer(
                new MessageOffer(
                        UUID.nameUUIDFromBytes(
                                (text.code() + " " + about).getBytes(StandardCharsets.UTF_8)),
                        member,
                        INBOX,
                        purpose,
                        text.code(),
                        values,
                        "passes/" + text.code(),
                        null));
    }
}
