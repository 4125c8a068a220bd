package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members as lists show them: masked. */
@Component
class MemberRows {

    /** One line. */
    record Row(
            String id,
            String name,
            String phone,
            @Nullable String city,
            @Nullable Instant registeredAt) {}

    private final Members members;

    MemberRows(Members members) {
        this.members = members;
    }

    Row row(long memberId) {
        String id = PublicId.encode("mbr", memberId);
        Optional<MemberCard> card = members.card(memberId);
        return card.map(found ->
                        new Row(
                                id,
                                found.maskedName(),
                                found.maskedPhone(),
                                found.cityCode(),
                                found.joinedAt()))
                .orElseGet(() -> new Row(id, "", "", null, null));
    }
}
