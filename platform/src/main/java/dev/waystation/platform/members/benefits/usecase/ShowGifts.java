package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import dev.waystation.platform.members.benefits.store.RewardGiftStore;
import dev.waystation.platform.members.benefits.store.RewardStore;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gifts as the two who share one see them. */
@Service
@Transactional(readOnly = true)
public class ShowGifts {

    /** Where a gift stands. */
    public enum State {
        WAITING,
        TAKEN,
        DECLINED,
        /** The reward was collected, taken back or has run out meanwhile. */
        GONE
    }

    /**
     * A gift.
     *
     * @param from whose it was, masked
     * @param own whether the one who looks gives it
     * @param mine whether the one who looks took it
     */
    public record Shown(
            UUID order,
            @Nullable UUID code,
            Said reward,
            String from,
            State state,
            boolean own,
            boolean mine,
            Instant at) {}

    private final RewardStore rewards;
    private final RewardGiftStore gifts;
    private final Members members;

    ShowGifts(RewardStore rewards, RewardGiftStore gifts, Members members) {
        this.rewards = rewards;
        this.gifts = gifts;
        this.members = members;
    }

    /** What somebody with the code may know before deciding. */
    public Optional<Shown> behind(UUID code, long viewer) {
        return gifts.byCode(code).flatMap(gift -> shown(gift, viewer));
    }

    /** What a member gave, the latest first. */
    public List<Shown> given(long member) {
        return gifts.given(member).stream().flatMap(each -> shown(each, member).stream()).toList();
    }

    /** The hand-over by which a member holds an order. */
    public Optional<Shown> received(UUID order, long member) {
        return gifts.of(order).reversed().stream()
                .filter(each -> Objects.equals(each.receiver(), member))
                .findFirst()
                .flatMap(each -> shown(each, member));
    }

    private Optional<Shown> shown(RewardGiftStore.Gift gift, long viewer) {
        return rewards.one(gift.orderRef())
                .map(order ->
                        new Shown(
                                gift.orderRef(),
                                gift.open() ? gift.code() : null,
                                name(order),
                                members.card(gift.giver()).map(MemberCard::maskedName).orElse(""),
                                state(gift, order),
                                gift.giver() == viewer,
                                Objects.equals(gift.receiver(), viewer),
                                gift.at()));
    }

    private static State state(RewardGiftStore.Gift gift, RewardOrder order) {
        if (gift.receiver() != null) {
            return State.TAKEN;
        }
        if (gift.declined()) {
            return State.DECLINED;
        }
        return order.state() == RewardState.CONFIRMED ? State.WAITING : State.GONE;
    }

    private Said name(RewardOrder order) {
        return rewards.all().stream()
                .filter(each -> each.id() == order.rewardId())
                .map(Reward::name)
                .findFirst()
                .orElse(Said.same("…"));
    }
}
