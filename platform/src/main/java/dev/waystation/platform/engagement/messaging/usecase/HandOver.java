package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.SendingLane;
import dev.waystation.platform.engagement.messaging.model.Wording;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the text of a message and gives it to the first account that takes it. Only a message that
 * has certainly not left goes on to the next account.
 */
@Component
class HandOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private static final String BY_STAFF = "wecom";

    private final TemplateRows templates;
    private final Recipients recipients;
    private final SendingLanes lanes;
    private final PersonalLinks links;
    private final MailSheets pages;
    private final JsonMapper json;

    HandOver(
            TemplateRows templates,
            Recipients recipients,
            SendingLanes lanes,
            PersonalLinks links,
            MailSheets pages,
            JsonMapper json) {
        this.templates = templates;
        this.recipients = recipients;
        this.lanes = lanes;
        this.links = links;
        this.pages = pages;
        this.json = json;
    }

    /** What was said, by which account. */
    record Said(Receipt receipt, @Nullable String account, @Nullable ContactAddress to) {}

    /** Outside any transaction: a vendor may take its time, or never answer. */
    Said send(KeptMessage message, Instant now) {
        Optional<Template> text =
                templates.version(message.templateCode(), message.templateVersion());
        Optional<ContactAddress> address = recipients.address(message);
        if (text.isEmpty() || address.isEmpty()) {
            return new Said(new Receipt.Refused("NOTHING_TO_SEND_WITH"), null, null);
        }
        Letter letter = letter(message, text.get(), address.get());
        Said last = new Said(new Receipt.Refused("NOBODY_CARRIES_THIS_CHANNEL"), null, null);
        for (ChannelAdapter account : lanes.serving(message.channel(), message.purpose())) {
            SendingLane lane = lanes.lane(account);
            Receipt receipt =
                    lane.enter(now)
                            ? through(lane, account, letter, now)
                            : new Receipt.NotNow(lane.patience(now));
            boolean stays =
                    receipt instanceof Receipt.NotNow || receipt instanceof Receipt.CannotCarry;
            if (!stays) {
                return new Said(receipt, account.account(), letter.to());
            }
            // another day is better than never: who can't carry it does not outweigh who is busy
            if (!(last.receipt() instanceof Receipt.NotNow)) {
                last = new Said(receipt, account.account(), letter.to());
            }
        }
        return last;
    }

    private static Receipt through(
            SendingLane lane, ChannelAdapter account, Letter letter, Instant now) {
        Receipt receipt = new Receipt.Unknown(letter.reference().toString());
        try {
            receipt = account.send(letter);
        } catch (RuntimeException broken) {
            LOG.warn("Message {} may or may not have left", letter.reference(), broken);
        } finally {
            boolean silent =
                    receipt instanceof Receipt.NotNow || receipt instanceof Receipt.Unknown;
            lane.leave(now, !silent);
        }
        return receipt;
    }

    Letter letter(KeptMessage message, Template text, ContactAddress to) {
        Map<String, String> values = json.readValue(message.valuesJson(), VALUES);
        Locale language = Wording.language(values);
        var way = new Wording.Way(message.channel(), message.purpose());
        return new Letter(
                message.reference(),
                message.memberId(),
                message.purpose(),
                message.source(),
                to,
                text.title().in(language),
                // a task of staff says the same to all, so its links know no reader
                message.channel().equals(BY_STAFF)
                        ? Wording.body(text, language, values, way)
                        : links.personal(
                                Wording.body(text, language, values, way),
                                message.memberId(),
                                message.messageId()),
                text.code(),
                values,
                links.personal(
                        pages.of(message, text, language, values),
                        message.memberId(),
                        message.messageId()));
    }
}
