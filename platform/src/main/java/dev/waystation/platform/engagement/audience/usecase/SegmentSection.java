package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.MemberSegment;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.members.membership.MemberSection;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The segments on a member's page. */
@Component
class SegmentSection implements MemberSection {

    private final Segments segments;

    SegmentSection(Segments segments) {
        this.segments = segments;
    }

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<MemberSegment>>() {}.getType();
    }

    @Override
    public Object of(long memberId) {
        return segments.ofMember(memberId);
    }
}
