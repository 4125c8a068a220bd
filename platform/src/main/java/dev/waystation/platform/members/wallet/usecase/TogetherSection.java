package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberLinks;
import dev.waystation.platform.members.membership.MemberSection;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/**
 * What somebody has who was a member more than once: each account by itself, because a merge moves
 * nothing, and the sum.
 */
@Component
class TogetherSection implements MemberSection {

    /** One of the accounts of a person. */
    record AccountPart(String memberId, long spendable) {}

    /** A currency over all accounts of a person. */
    record BalanceTogether(String currency, long spendable, List<AccountPart> accounts) {}

    private final MemberLinks links;
    private final Points points;

    TogetherSection(MemberLinks links, Points points) {
        this.links = links;
        this.points = points;
    }

    @Override
    public String name() {
        return "together";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<BalanceTogether>>() {}.getType();
    }

    /** Empty for whoever was a member once only. */
    @Override
    public Object of(long memberId) {
        List<Long> same = links.samePerson(memberId);
        return same.size() == 1
                ? List.of()
                : List.of(over(same, Points.POINTS), over(same, Points.QUALIFYING));
    }

    private BalanceTogether over(List<Long> members, String currency) {
        List<AccountPart> parts =
                members.stream()
                        .map(each -> points.balance(each, currency))
                        .map(TogetherSection::part)
                        .toList();
        return new BalanceTogether(
                currency, parts.stream().mapToLong(AccountPart::spendable).sum(), parts);
    }

    private static AccountPart part(Balance balance) {
        return new AccountPart(PublicId.encode("mbr", balance.memberId()), balance.spendable());
    }
}
