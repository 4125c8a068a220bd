package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Offers a text to everybody in a segment, through the same gate as any other message. */
@Component
class OfferToSegment implements JobWork {

    static final String KIND = "outreach.offer";

    private static final int PAGE = 500;
    private static final Explanation BECAUSE =
            Explanation.of(
                    new Said("员工向您所在的分群发送企业微信群发", "Staff wrote by WeCom to a segment you are in"));

    private final Segments segments;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    OfferToSegment(Segments segments, Outbox outbox, PlatformTransactionManager transactions) {
        this.segments = segments;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Parameters(String source, long segment, String template) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** References are made from the task, so whoever was offered it is not offered it again. */
    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public Object run(JsonNode parameters, JobProgress progress) {
        String source = parameters.path("source").asString("");
        String template = parameters.path("template").asString("");
        long segment = parameters.path("segment").asLong(0);
        long offered = 0;
        List<Long> page = segments.members(segment, 0, PAGE);
        while (!page.isEmpty() && !progress.cancelled()) {
            List<MessageOffer> offers =
                    page.stream().map(member -> offer(source, template, member)).toList();
            transaction.executeWithoutResult(_ -> outbox.offerAll(offers));
            offered += page.size();
            page = segments.members(segment, page.getLast(), PAGE);
        }
        return Map.of("offered", offered);
    }

    private static MessageOffer offer(String source, String template, long member) {
        return new MessageOffer(
                UUID.nameUUIDFromBytes((source + "/" + member).getBytes(StandardCharsets.UTF_8)),
                member,
                "wecom",
                MessageOffer.MARKETING,
                template,
                Map.of(),
                source,
                BECAUSE);
    }
}
