package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.ReceiptRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages a member finds in the app, newest first; what has expired is gone. */
@Service
public class ShowInbox {

    private static final int MOST = 100;
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    /** One message, and where the reasons for it are. */
    public record Item(
            String id, Said title, Said body, Instant at, boolean read, String explanationId) {}

    /** The inbox and how many in it are new. */
    public record Inbox(List<Item> items, long unread) {}

    private final ReceiptRows receipts;
    private final TemplateRows templates;
    private final PersonalLinks links;
    private final LearnHours learn;
    private final Clock clock;
    private final JsonMapper json;

    ShowInbox(
            ReceiptRows receipts,
            TemplateRows templates,
            PersonalLinks links,
            LearnHours learn,
            Clock clock,
            JsonMapper json) {
        this.receipts = receipts;
        this.templates = templates;
        this.links = links;
        this.learn = learn;
        this.clock = clock;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Inbox handle(long memberId) {
        List<Item> items =
                receipts.inbox(memberId, clock.instant(), MOST).stream()
                        .flatMap(this::item)
                        .toList();
        return new Inbox(items, items.stream().filter(item -> !item.read()).count());
    }

    /** Whether it was new. */
    @Transactional
    public boolean read(long memberId, long messageId) {
        Instant now = clock.instant();
        boolean isNew = receipts.read(memberId, messageId, now);
        if (isNew) {
            learn.opened(memberId, now);
        }
        return isNew;
    }

    private Stream<Item> item(KeptMessage row) {
        Optional<Template> text = templates.version(row.templateCode(), row.templateVersion());
        Map<String, String> values = json.readValue(row.valuesJson(), VALUES);
        return text.stream()
                .map(template ->
                        new Item(
                                PublicId.encode("msg", row.messageId()),
                                template.title(),
                                new Said(
                                        text(template.body().zh(), values, row),
                                        text(template.body().en(), values, row)),
                                row.offeredAt(),
                                row.status().equals("read"),
                                row.explanationId()));
    }

    private String text(String body, Map<String, String> values, KeptMessage row) {
        return links.personal(TemplateText.fill(body, values), row.memberId(), row.messageId());
    }
}
