package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.model.Entitlement;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.store.EntitlementStore;
import dev.waystation.platform.members.benefits.store.RewardStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mall and what members may use, for screens. */
@Service
public class ShowRewards {

    private final RewardStore rewards;
    private final EntitlementStore entitlements;
    private final Clock clock;

    ShowRewards(RewardStore rewards, EntitlementStore entitlements, Clock clock) {
        this.rewards = rewards;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /** An entitlement with what is left of it today. */
    public record Mine(Entitlement entitlement, int left) {}

    public List<Reward> rewards() {
        return rewards.all();
    }

    @Transactional
    public long add(Reward reward) {
        return rewards.add(reward);
    }

    public List<RewardOrder> orders(@Nullable Long memberId) {
        return rewards.orders(memberId, 200);
    }

    public List<Mine> entitlements(long memberId) {
        LocalDate today = LocalDate.now(clock);
        List<Entitlement> valid =
                entitlements.ofMember(memberId).stream()
                        .filter(each -> !each.recalled() && !each.until().isBefore(today))
                        .toList();
        Map<Long, Integer> used = entitlements.used(memberId, valid, today);
        return valid.stream()
                .map(each -> new Mine(each, each.quota() - used.getOrDefault(each.id(), 0)))
                .toList();
    }
}
