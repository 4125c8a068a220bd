package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.membership.MemberSection;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The balances on a member's page. */
@Component
class BalanceSection implements MemberSection {

    private final Points points;

    BalanceSection(Points points) {
        this.points = points;
    }

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<Balance>>() {}.getType();
    }

    @Override
    public Object of(long memberId) {
        return List.of(
                points.balance(memberId, Points.POINTS),
                points.balance(memberId, Points.QUALIFYING));
    }
}
