package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.ListMessages;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox and the texts over HTTP. */
@RestController
class MessageController {

    private final ListMessages list;
    private final Templates templates;

    MessageController(ListMessages list, Templates templates) {
        this.list = list;
        this.templates = templates;
    }

    /** One message as staff see it; the text stands in both languages. */
    record MessageView(
            String id,
            String memberId,
            String memberMasked,
            String channel,
            String purpose,
            Said title,
            Said body,
            String status,
            @Nullable String reason,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            String source,
            Explanation why) {}

    @GetMapping("/v1/messages")
    @Permission("messages.read")
    Page<MessageView> messages(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return list.handle(
                        new ListMessages.Query(
                                blankIsAbsent(status),
                                blankIsAbsent(channel),
                                member == null ? null : PublicId.decode("mbr", member),
                                Cursor.parse(cursor, 2),
                                Cursor.limit(limit)))
                .map(MessageController::view);
    }

    @GetMapping("/v1/message-templates")
    @Permission({"messages.read", "journeys.read"})
    List<Template> templates() {
        return templates.all();
    }

    private static MessageView view(ListMessages.Line line) {
        var message = line.message();
        return new MessageView(
                PublicId.encode("msg", message.messageId()),
                PublicId.encode("mbr", message.memberId()),
                line.memberMasked(),
                message.channel(),
                message.purpose(),
                line.title(),
                line.body(),
                message.status(),
                message.reason(),
                message.offeredAt(),
                message.dueAt(),
                message.closedAt(),
                message.source(),
                line.why());
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
