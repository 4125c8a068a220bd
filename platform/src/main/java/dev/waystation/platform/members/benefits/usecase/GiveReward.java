package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.GiftRefusal;
import dev.waystation.platform.members.benefits.facts.RewardGifted;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import dev.waystation.platform.members.benefits.store.RewardGiftStore;
import dev.waystation.platform.members.benefits.store.RewardStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a paid reward away by a code: the giver makes it, the first other member who sends it holds
 * the reward. What was paid stays the payer's; only who may collect it changes.
 */
@Service
public class GiveReward {

    private final RewardStore rewards;
    private final RewardGiftStore gifts;
    private final FactLog facts;
    private final Clock clock;

    GiveReward(RewardStore rewards, RewardGiftStore gifts, FactLog facts, Clock clock) {
        this.rewards = rewards;
        this.gifts = gifts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        /**
         * @param code what the receiver sends
         * @param left how often it can still change hands after this
         */
        record Offered(UUID code, int left) implements Outcome {}

        record Taken(UUID orderRef, int nth) implements Outcome {}

        record Refused(GiftRefusal code, Map<String, Object> values) implements Outcome {}
    }

    /** Who may collect a reward now. */
    public static long holder(RewardOrder order, List<RewardGiftStore.Gift> gifts) {
        return gifts.reversed().stream()
                .map(RewardGiftStore.Gift::receiver)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(order.memberId());
    }

    /** Offers it; an offer that nobody took yet is answered again. */
    @Transactional
    public Outcome offer(UUID orderRef, long giver) {
        Optional<RewardOrder> found = rewards.locked(orderRef);
        List<RewardGiftStore.Gift> before = gifts.of(orderRef);
        if (found.isEmpty() || holder(found.get(), before) != giver) {
            return refused(GiftRefusal.GIFT_IS_NOT_YOURS);
        }
        if (found.get().state() != RewardState.CONFIRMED) {
            return refused(GiftRefusal.GIFT_NOT_READY);
        }
        int limit = gifts.limit(found.get().rewardId());
        // what came back unopened did not change hands
        int hands = (int) before.stream().filter(each -> !each.declined()).count();
        if (!before.isEmpty() && before.getLast().open()) {
            return new Outcome.Offered(before.getLast().code(), limit - hands);
        }
        if (hands >= limit) {
            return new Outcome.Refused(GiftRefusal.GIFT_LIMIT_IS_REACHED, Map.of("times", limit));
        }
        UUID code = UUID.randomUUID();
        gifts.offer(
                new RewardGiftStore.Gift(
                        orderRef, before.size() + 1, giver, code, null, false, clock.instant()));
        return new Outcome.Offered(code, limit - hands - 1);
    }

    /** Takes an offer; the same receiver may send the code again. */
    @Transactional
    public Outcome take(UUID code, long receiver) {
        Optional<RewardGiftStore.Gift> offered = gifts.byCode(code);
        if (offered.isEmpty()) {
            return refused(GiftRefusal.GIFT_CODE_UNKNOWN);
        }
        RewardGiftStore.Gift gift = offered.get();
        RewardOrder order = rewards.locked(gift.orderRef()).orElseThrow();
        if (gift.giver() == receiver) {
            return refused(GiftRefusal.GIFT_TO_ONESELF);
        }
        if (Long.valueOf(receiver).equals(gift.receiver())) {
            return new Outcome.Taken(gift.orderRef(), gift.nth());
        }
        if (order.state() != RewardState.CONFIRMED) {
            return refused(GiftRefusal.GIFT_NOT_READY);
        }
        if (!gifts.take(code, receiver, clock.instant())) {
            return refused(GiftRefusal.GIFT_CODE_UNKNOWN);
        }
        facts.append(
                new RewardGifted(
                        receiver, gift.orderRef(), gift.giver(), gift.nth(), clock.instant()));
        return new Outcome.Taken(gift.orderRef(), gift.nth());
    }

    /**
     * Says no to an offer, or takes it back: whoever has the code may, as long as nobody took it.
     * The reward stays with its giver. False when there is nothing to decline.
     */
    @Transactional
    public boolean decline(UUID code) {
        Optional<RewardGiftStore.Gift> offered = gifts.byCode(code);
        // behind the order's lock, so that taking and declining never both happen
        return offered.isPresent()
                && rewards.locked(offered.get().orderRef()).isPresent()
                && gifts.decline(code, clock.instant());
    }

    /** How often a reward may change hands; false when there is no such reward. */
    @Transactional
    public boolean allow(long reward, int times) {
        Malformed.require(times >= 0 && times <= 20, "times", times, "give 0 to 20");
        return gifts.setLimit(reward, times);
    }

    /** Rewards others paid for and this member may collect. */
    public List<RewardOrder> heldBy(long member) {
        return gifts.received(member).stream()
                .flatMap(reference -> rewards.one(reference).stream())
                .filter(order -> holder(order, gifts.of(order.reference())) == member)
                .toList();
    }

    private static Outcome refused(GiftRefusal code) {
        return new Outcome.Refused(code, Map.of());
    }
}
