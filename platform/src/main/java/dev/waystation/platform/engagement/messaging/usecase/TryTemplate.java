package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a published text to one member before it goes to many, with the values of the preview. It
 * passes the gate like any advertising, so that what keeps it from arriving is seen here.
 */
@Service
public class TryTemplate {

    /** Which text, to whom, over which channel, and whose hand it is. */
    public record Command(String template, long memberId, String channel, String by) {}

    /**
     * What became of it.
     *
     * @param outcome queued, delayed or withheld
     * @param until for a delayed one, when it leaves
     */
    public record Tried(String outcome, @Nullable Instant until, Explanation why) {}

    private static final Explanation BECAUSE =
            Explanation.of(new Said("员工在群发前发的测试", "A test that staff sent before a launch"));

    private final Templates templates;
    private final Outbox outbox;

    TryTemplate(Templates templates, Outbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    /** Empty where there is no such text. */
    @Transactional
    public Optional<Tried> handle(Command command) {
        return templates
                .latest(command.template())
                .map(template ->
                        outbox.offer(
                                new MessageOffer(
                                        IdempotencyReference.current(),
                                        command.memberId(),
                                        command.channel(),
                                        MessageOffer.MARKETING,
                                        template.code(),
                                        PreviewTemplate.usual(template),
                                        "test/" + command.by(),
                                        BECAUSE)))
                .map(TryTemplate::tried);
    }

    private static Tried tried(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Queued queued -> new Tried("queued", null, queued.why());
            case SendOutcome.Delayed later -> new Tried("delayed", later.until(), later.why());
            case SendOutcome.Withheld kept -> new Tried("withheld", null, kept.why());
        };
    }
}
