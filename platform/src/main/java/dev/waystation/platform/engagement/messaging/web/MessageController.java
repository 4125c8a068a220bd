package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.MailBlock;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.ListMessages;
import dev.waystation.platform.engagement.messaging.usecase.PreviewTemplate;
import dev.waystation.platform.engagement.messaging.usecase.TryTemplate;
import dev.waystation.platform.engagement.messaging.usecase.WriteMail;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox and the texts over HTTP. */
@RestController
class MessageController {

    private final ListMessages list;
    private final Templates templates;
    private final PreviewTemplate preview;
    private final TryTemplate tryOut;
    private final WriteMail mails;

    MessageController(
            ListMessages list,
            Templates templates,
            PreviewTemplate preview,
            TryTemplate tryOut,
            WriteMail mails) {
        this.tryOut = tryOut;
        this.preview = preview;
        this.mails = mails;
        this.list = list;
        this.templates = templates;
    }

    @GetMapping("/v1/messages")
    @Permission("messages.read")
    Page<ListMessages.MessageView> messages(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return list.handle(
                new ListMessages.Query(
                        blankIsAbsent(status),
                        blankIsAbsent(channel),
                        blankIsAbsent(reason),
                        member == null ? null : PublicId.decode("mbr", member),
                        Cursor.parse(cursor, 2),
                        Cursor.limit(limit)));
    }

    @GetMapping("/v1/message-templates")
    @Permission({"messages.read", "journeys.read"})
    List<Template> templates() {
        return templates.all();
    }

    /**
     * A text as somebody writes it.
     *
     * @param blocks the parts of a mail; then the body is made of them
     */
    record TemplateDraft(
            String code, Said title, @Nullable Said body, @Nullable List<MailBlock> blocks) {}

    /** A text to be looked at, and for which channel and purpose. */
    record TemplateTrial(
            Said title,
            @Nullable Said body,
            @Nullable List<MailBlock> blocks,
            String channel,
            String purpose) {}

    /** Publishes a new version; messages that wait keep the one they were written with. */
    @PostMapping("/v1/message-templates")
    @Permission("journeys.write")
    Template publishTemplate(@RequestBody TemplateDraft body) {
        List<MailBlock> blocks = body.blocks();
        templates.publish(
                blocks == null || blocks.isEmpty()
                        ? new Template.Draft(body.code(), body.title(), words(body.body()))
                        : mails.publish(body.code(), body.title(), blocks));
        return templates
                .latest(body.code())
                .orElseThrow(() -> Refusal.notFound("template " + body.code()));
    }

    @PostMapping("/v1/message-templates:preview")
    @Permission({"messages.read", "journeys.read"})
    PreviewTemplate.Preview previewTemplate(@RequestBody TemplateTrial body) {
        List<MailBlock> blocks = body.blocks();
        Template.Draft draft =
                blocks == null || blocks.isEmpty()
                        ? new Template.Draft("preview", body.title(), words(body.body()))
                        : mails.look("preview", body.title(), blocks);
        return preview.handle(new PreviewTemplate.Command(draft, body.channel(), body.purpose()));
    }

    private static Said words(@Nullable Said body) {
        return body == null ? Said.same("") : body;
    }

    /** To whom, and over which channel. */
    record TryOut(String member, String channel) {}

    /** Sends it to one member, through the gate like everything else. */
    @PostMapping("/v1/message-templates/{code}:try")
    @Permission("journeys.write")
    TryTemplate.Tried tryTemplate(
            @PathVariable String code, @RequestBody TryOut body, Caller caller) {
        return tryOut.handle(
                        new TryTemplate.Command(
                                code,
                                PublicId.decode("mbr", body.member()),
                                body.channel(),
                                caller.key()))
                .orElseThrow(() -> Refusal.notFound("template " + code));
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
