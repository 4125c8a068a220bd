package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Members, masked. */
@Component
@Order(1)
class FindPeople implements Finder {

    private static final int MOST_NAMED = 8;

    private final MemberSearch members;

    FindPeople(MemberSearch members) {
        this.members = members;
    }

    @Override
    public List<FindAnything.Found> find(String text, Caller caller) {
        if (!caller.may(Set.of("members.read"))) {
            return List.of();
        }
        return Stream.concat(
                        members.find(text).stream().map(FindPeople::found),
                        members.named(text).stream().limit(MOST_NAMED).map(FindPeople::named))
                .toList();
    }

    private static FindAnything.Found named(MemberSearch.Named found) {
        MemberCard card = found.card();
        return new FindAnything.Found(
                "member",
                Said.same(card.maskedName()),
                new Said(
                        card.maskedPhone() + " · " + found.why().zh(),
                        card.maskedPhone() + " · " + found.why().en()),
                "/members/" + PublicId.encode("mbr", card.memberId()));
    }

    private static FindAnything.Found found(MemberCard card) {
        return new FindAnything.Found(
                "member",
                Said.same(card.maskedName()),
                Said.same(card.maskedPhone()),
                "/members/" + PublicId.encode("mbr", card.memberId()));
    }
}
