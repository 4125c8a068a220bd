package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tags as the tables keep them. */
@Service
class StoredTags implements Tags {

    private final TagStore tags;

    StoredTags(TagStore tags) {
        this.tags = tags;
    }

    @Override
    public List<MemberTag> ofMember(long memberId) {
        return tags.ofMember(memberId);
    }

    @Override
    public Optional<Said> name(String tag) {
        return tags.definitions().stream()
                .filter(each -> each.key().equals(tag))
                .findFirst()
                .map(Definition::name);
    }

    @Override
    public Optional<Explanation> explanation(String explanationId) {
        String[] parts = explanationId.split(":");
        if (parts.length != 3 || !parts[0].equals("tag") || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return tags.explanation(Long.parseLong(parts[1]), parts[2]);
    }
}
