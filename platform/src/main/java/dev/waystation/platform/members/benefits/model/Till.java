package dev.waystation.platform.members.benefits.model;

import dev.waystation.amounts.Allocation;
import dev.waystation.platform.members.benefits.Cart;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes coupons off a cart one after the other, down to what must be paid. */
final class Till {

    private final Cart cart;
    private final StackRules rules;
    private final long[] left;
    private final List<Priced.Applied> applied = new ArrayList<>();
    private long room;

    Till(Cart cart, StackRules rules) {
        this.cart = cart;
        this.rules = rules;
        this.left = cart.lines().stream().mapToLong(Cart.Line::minor).toArray();
        this.room = Math.max(0, cart.minor() - rules.leastPayMinor());
    }

    /** Applies a coupon to its lines; how much it took off. */
    long apply(Bundle.Part part) {
        Offer offer = part.offer();
        boolean original = rules.category(offer.category()).base() == StackRules.Base.ORIGINAL;
        long[] off =
                rules.group(offer.group()).scope() == StackRules.Scope.ITEM
                        ? byLine(offer, part.lines(), original)
                        : once(offer, part.lines(), original);
        long total = 0;
        Map<String, Long> lines = new LinkedHashMap<>();
        for (int i = 0; i < off.length; i++) {
            if (off[i] > 0) {
                left[i] -= off[i];
                total += off[i];
                lines.put(cart.lines().get(i).key(), off[i]);
            }
        }
        room -= total;
        if (total > 0) {
            applied.add(new Priced.Applied(offer, total, lines));
        }
        return total;
    }

    List<Priced.Applied> applied() {
        return applied;
    }

    Map<String, Long> pay() {
        Map<String, Long> pay = new LinkedHashMap<>();
        for (int i = 0; i < left.length; i++) {
            pay.put(cart.lines().get(i).key(), left[i]);
        }
        return pay;
    }

    private long[] once(Offer offer, BitSet lines, boolean original) {
        long[] weights = new long[left.length];
        long base = 0;
        long here = 0;
        for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
            base += original ? cart.lines().get(i).minor() : left[i];
            here += left[i];
            weights[i] = left[i];
        }
        long off = Math.min(offer.effect().of(base), Math.min(here, room));
        // By what is left on the lines: then no part can be larger than its line.
        return off <= 0 ? new long[left.length] : Allocation.byWeights(off, weights);
    }

    private long[] byLine(Offer offer, BitSet lines, boolean original) {
        long[] off = new long[left.length];
        long spent = 0;
        // A value that is used up serves the lines in turn.
        long value =
                offer.effect() instanceof Effect.ValueLeft(long minor) ? minor : Long.MAX_VALUE;
        for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
            long wish = offer.effect().of(original ? cart.lines().get(i).minor() : left[i]);
            off[i] = Math.min(Math.min(wish, left[i]), Math.min(room, value) - spent);
            spent += off[i];
        }
        return off;
    }
}
