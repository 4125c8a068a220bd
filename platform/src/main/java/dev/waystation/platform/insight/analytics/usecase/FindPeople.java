package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Members, masked. */
@Component
@Order(1)
class FindPeople implements Finder {

    private final MemberSearch members;

    FindPeople(MemberSearch members) {
        this.members = members;
    }

    @Override
    public List<FindAnything.Found> find(String text, Caller caller) {
        return caller.may(Set.of("members.read"))
                ? members.find(text).stream().map(FindPeople::found).toList()
                : List.of();
    }

    private static FindAnything.Found found(MemberCard card) {
        return new FindAnything.Found(
                "member",
                Said.same(card.maskedName()),
                Said.same(card.maskedPhone()),
                "/members/" + PublicId.encode("mbr", card.memberId()));
    }
}
