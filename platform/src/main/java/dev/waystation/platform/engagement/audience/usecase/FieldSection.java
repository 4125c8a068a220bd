package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.members.membership.MemberSection;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The fields on a member's page. */
@Component
class FieldSection implements MemberSection {

    private final ShowFields show;

    FieldSection(ShowFields show) {
        this.show = show;
    }

    @Override
    public String name() {
        return "fields";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<ShowFields.Value>>() {}.getType();
    }

    @Override
    public Object of(long memberId) {
        return show.of(memberId);
    }
}
