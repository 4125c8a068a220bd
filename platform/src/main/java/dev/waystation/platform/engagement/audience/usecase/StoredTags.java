package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tags as the tables keep them. */
@Service
class StoredTags implements Tags {

    private final TagStore tags;
    private final ChangeTags change;

    StoredTags(TagStore tags, ChangeTags change) {
        this.tags = tags;
        this.change = change;
    }

    @Override
    public List<MemberTag> ofMember(long memberId) {
        return tags.ofMember(memberId);
    }

    @Override
    public Optional<Said> name(String code) {
        return tags.find(code).map(TagStore.Tag::name);
    }

    @Override
    public boolean isSetByHand(String code) {
        return tags.find(code).filter(tag -> tag.condition() == null).isPresent();
    }

    @Override
    @Transactional
    public void change(List<TagChange> changes) {
        change.handle(changes);
    }
}
