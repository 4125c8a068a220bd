package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.TagStretch;
import dev.waystation.platform.engagement.audience.store.TagHistory;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where tags come from: their rules by version, and each stretch a member carried one. */
@Service
public class TellTags {

    private static final int LATEST = 200;

    /** A version of a rule in words. */
    public record RuleView(int version, Said rule, String by, String reason, Instant at) {}

    private final TagHistory history;
    private final ReadConditions read;

    TellTags(TagHistory history, ReadConditions read) {
        this.history = history;
        this.read = read;
    }

    @Transactional(readOnly = true)
    public List<RuleView> rules(String code) {
        return history.rules(code).stream()
                .map(rule ->
                        new RuleView(
                                rule.version(),
                                read.say(read.stored(rule.condition())),
                                rule.by(),
                                rule.reason(),
                                rule.at()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<TagStretch> history(long memberId) {
        return history.ofMember(memberId, LATEST);
    }
}
