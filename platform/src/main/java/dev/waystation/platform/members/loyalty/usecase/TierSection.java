package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.membership.MemberSection;
import java.lang.reflect.Type;
import org.springframework.stereotype.Component;

/** The tier on a member's page. */
@Component
class TierSection implements MemberSection {

    private final ShowTier show;

    TierSection(ShowTier show) {
        this.show = show;
    }

    @Override
    public String name() {
        return "tier";
    }

    @Override
    public Type shape() {
        return ShowTier.View.class;
    }

    @Override
    public Object of(long memberId) {
        return show.handle(memberId);
    }
}
