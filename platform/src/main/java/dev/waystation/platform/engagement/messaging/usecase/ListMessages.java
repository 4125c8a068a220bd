package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.engagement.messaging.model.Wording;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as staff see it: what was, or would have been, said to whom. */
@Service
public class ListMessages {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** What to look for; absent parts do not narrow the list. */
    public record Query(
            @Nullable String status,
            @Nullable String channel,
            @Nullable String reason,
            @Nullable Long memberId,
            Optional<Cursor> after,
            int limit) {}

    /**
     * One message as staff see it; the text stands in both languages.
     *
     * @param explanationId under which the answer to "Why did I get this?" is kept
     */
    public record MessageView(
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
            Explanation why,
            String explanationId) {}

    private final MessageRows messages;
    private final TemplateRows templates;
    private final Members members;
    private final JsonMapper json;

    ListMessages(MessageRows messages, TemplateRows templates, Members members, JsonMapper json) {
        this.messages = messages;
        this.templates = templates;
        this.members = members;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Page<MessageView> handle(Query query) {
        List<KeptMessage> rows =
                messages.page(
                        query.status(),
                        query.channel(),
                        query.reason(),
                        query.memberId(),
                        query.after()
                                .map(cursor ->
                                        Instant.EPOCH.plus(cursor.number(0), ChronoUnit.MICROS))
                                .orElse(END_OF_TIME),
                        query.after().map(cursor -> cursor.number(1)).orElse(Long.MAX_VALUE),
                        query.limit() + 1);
        var texts = new HashMap<String, Optional<Template>>();
        var names = new HashMap<Long, String>();
        return Page.cut(rows, query.limit(), ListMessages::cursor)
                .map(row ->
                        view(
                                row,
                                texts.computeIfAbsent(
                                        row.templateCode() + row.templateVersion(),
                                        _ ->
                                                templates.version(
                                                        row.templateCode(), row.templateVersion())),
                                names.computeIfAbsent(row.memberId(), this::maskedName)));
    }

    private static Cursor cursor(KeptMessage row) {
        Instant at = row.offeredAt();
        return Cursor.after(
                at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000, row.messageId());
    }

    private MessageView view(KeptMessage row, Optional<Template> template, String name) {
        Map<String, String> values = json.readValue(row.valuesJson(), VALUES);
        var way = new Wording.Way(row.channel(), row.purpose());
        Said title = template.map(Template::title).orElse(Said.same(row.templateCode()));
        Said body =
                template.filter(text ->
                                text.placeholders().stream()
                                        .noneMatch(each -> TemplateText.isMissing(values, each)))
                        .map(text ->
                                new Said(
                                        Wording.body(text, Locale.CHINESE, values, way),
                                        Wording.body(text, Locale.ENGLISH, values, way)))
                        .orElse(new Said("", ""));
        return new MessageView(
                PublicId.encode("msg", row.messageId()),
                PublicId.encode("mbr", row.memberId()),
                name,
                row.channel(),
                row.purpose(),
                title,
                body,
                row.status(),
                row.reason(),
                row.offeredAt(),
                row.dueAt(),
                row.closedAt(),
                row.source(),
                json.readValue(row.whyJson(), Explanation.class),
                row.explanationId());
    }

    private String maskedName(long memberId) {
        return members.card(memberId).map(MemberCard::maskedName).orElse("");
    }
}
