package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.members.membership.MemberSection;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The tags on a member's page. */
@Component
class TagSection implements MemberSection {

    private final Tags tags;

    TagSection(Tags tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<MemberTag>>() {}.getType();
    }

    @Override
    public Object of(long memberId) {
        return tags.ofMember(memberId);
    }
}
