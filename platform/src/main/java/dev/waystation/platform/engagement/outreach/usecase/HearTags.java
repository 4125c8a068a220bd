package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.outreach.model.TagMatch;
import dev.waystation.platform.engagement.outreach.store.TagChangeRows;
import dev.waystation.platform.engagement.outreach.store.TagMatchRows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hears of tags set and taken away here, and wants WeCom told; what came from there is no news. */
@Service
public class HearTags {

    private final TagMatchRows matches;
    private final TagChangeRows changes;
    private final WecomCalls wecom;

    HearTags(TagMatchRows matches, TagChangeRows changes, WecomCalls wecom) {
        this.matches = matches;
        this.changes = changes;
        this.wecom = wecom;
    }

    /** One change, and who or what made it. */
    public record Heard(long memberId, String tag, boolean adds, String cause, Instant at) {}

    @Transactional
    public void handle(List<Heard> heard) {
        Set<String> matched =
                wecom.accounts().stream()
                        .flatMap(account -> matches.all(account).stream())
                        .map(TagMatch::tag)
                        .collect(Collectors.toSet());
        heard.stream()
                .filter(each -> matched.contains(each.tag()))
                .filter(each -> !each.cause().equals(MergeTags.BY))
                .forEach(each ->
                        changes.enqueue(
                                List.of(each.memberId()), each.tag(), each.adds(), each.at()));
    }
}
