package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.CouponRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The price of a cart with coupons: pure, so that the simulator, the offer list and the order all
 * get the same answer.
 *
 * <p>Of all sets of coupons that may stand together the one with the largest discount counts; with
 * equal discounts the one with fewer coupons, then earlier expiry, then lower campaign. Up to
 * {@value #EXACT} choices every set is compared; above, the largest discounts are taken first.
 */
public final class CouponPricing {

    static final int EXACT = 8;

    private final Cart cart;
    private final StackRules rules;
    private final List<Priced.Skipped> skipped = new ArrayList<>();

    private CouponPricing(Cart cart, StackRules rules) {
        this.cart = cart;
        this.rules = rules;
    }

    /** Prices a cart; what does not count says why. */
    public static Priced price(Cart cart, List<Offer> offers, StackRules rules, Instant now) {
        return new CouponPricing(cart, rules).price(offers, now);
    }

    private Priced price(List<Offer> offers, Instant now) {
        Screening screening = new Screening(cart, rules, now, skipped);
        List<Bundle.Part> parts =
                offers.stream().map(screening::look).filter(Objects::nonNull).toList();
        List<Bundle> bundles = new Grouping(cart, rules, skipped).bundles(parts);
        bundles = dropUseless(bundles);
        boolean exact = bundles.size() <= EXACT;
        List<Bundle> chosen = exact ? bestOfAll(bundles) : largestFirst(bundles);
        for (Bundle bundle : bundles) {
            if (!chosen.contains(bundle)) {
                explain(bundle, bundles, chosen, exact);
            }
        }
        Till till = ring(chosen);
        long discount = sum(till);
        return new Priced(cart.minor(), discount, till.applied(), skipped, till.pay(), exact);
    }

    private List<Bundle> dropUseless(List<Bundle> bundles) {
        List<Bundle> useful = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.aloneMinor() > 0) {
                useful.add(bundle);
            } else {
                skip(bundle, CouponRefusal.NOTHING_LEFT_TO_DISCOUNT, Map.of());
            }
        }
        return useful;
    }

    private List<Bundle> bestOfAll(List<Bundle> bundles) {
        List<Bundle> best = List.of();
        for (int set = 1; set < 1 << bundles.size(); set++) {
            List<Bundle> candidate = new ArrayList<>();
            for (int i = 0; i < bundles.size(); i++) {
                if ((set >> i & 1) == 1) {
                    candidate.add(bundles.get(i));
                }
            }
            if (conflict(candidate) == null && better(candidate, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private List<Bundle> largestFirst(List<Bundle> bundles) {
        List<Bundle> chosen = new ArrayList<>();
        bundles.stream()
                .sorted(
                        Comparator.comparingLong((Bundle each) -> -each.aloneMinor())
                                .thenComparing(CouponPricing::expiry)
                                .thenComparingLong(CouponPricing::campaign))
                .forEach(bundle -> {
                    List<Bundle> more = new ArrayList<>(chosen);
                    more.add(bundle);
                    if (conflict(more) == null && total(more) > total(chosen)) {
                        chosen.add(bundle);
                    }
                });
        return chosen;
    }

    private boolean better(List<Bundle> candidate, List<Bundle> best) {
        return Comparator.comparingLong(this::total)
                        .thenComparingInt(set -> -coupons(set))
                        .thenComparing(
                                set ->
                                        set.stream()
                                                .map(CouponPricing::expiry)
                                                .min(Instant::compareTo)
                                                .orElse(Instant.MAX),
                                Comparator.reverseOrder())
                        .thenComparing(
                                set -> set.stream().mapToLong(CouponPricing::campaign).sum(),
                                Comparator.reverseOrder())
                        .compare(candidate, best)
                > 0;
    }

    private void explain(Bundle bundle, List<Bundle> all, List<Bundle> chosen, boolean exact) {
        List<Bundle> more = new ArrayList<>(chosen);
        more.add(bundle);
        CouponRefusal conflict = conflict(more);
        Map<String, Object> values = new HashMap<>();
        values.put("chosenMinor", total(chosen));
        values.put("chosen", Screening.yuan(total(chosen)));
        if (exact) {
            long with = bestWith(bundle, all);
            values.put("withItMinor", with);
            values.put("withIt", Screening.yuan(with));
        }
        values.put("most", rules.mostApplied());
        skip(
                bundle,
                conflict != null
                        ? conflict
                        : total(more) < total(chosen)
                                ? CouponRefusal.BETTER_TOGETHER_WITHOUT
                                : CouponRefusal.NOTHING_LEFT_TO_DISCOUNT,
                values);
    }

    /** The largest discount of a set that has the bundle in it. */
    private long bestWith(Bundle bundle, List<Bundle> all) {
        long best = 0;
        for (int set = 0; set < 1 << all.size(); set++) {
            if ((set >> all.indexOf(bundle) & 1) == 0) {
                continue;
            }
            List<Bundle> candidate = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((set >> i & 1) == 1) {
                    candidate.add(all.get(i));
                }
            }
            if (conflict(candidate) == null) {
                best = Math.max(best, total(candidate));
            }
        }
        return best;
    }

    /** The first rule a set breaks, or null. */
    private @Nullable CouponRefusal conflict(List<Bundle> set) {
        Map<String, Integer> perCategory = new HashMap<>();
        int exclusive = 0;
        int ordinary = 0;
        for (Bundle bundle : set) {
            for (String code :
                    bundle.parts().stream().map(p -> p.offer().category()).distinct().toList()) {
                StackRules.Category category = rules.category(code);
                if (perCategory.merge(code, 1, Integer::sum) > category.most()) {
                    return CouponRefusal.CATEGORY_IS_FULL;
                }
                switch (category.company()) {
                    case EXCLUSIVE -> exclusive++;
                    case ORDINARY -> ordinary++;
                    case JOINT -> {}
                }
            }
        }
        if (exclusive > 1 || (exclusive == 1 && ordinary > 0)) {
            return CouponRefusal.COUPON_IS_EXCLUSIVE;
        }
        return coupons(set) > rules.mostApplied() ? CouponRefusal.TOO_MANY_COUPONS_APPLIED : null;
    }

    private long total(List<Bundle> set) {
        return sum(ring(set));
    }

    /** Line coupons first, then those for the order; inside, as the rules say. */
    private Till ring(List<Bundle> set) {
        Till till = new Till(cart, rules);
        set.stream()
                .flatMap(bundle -> bundle.parts().stream())
                .sorted(
                        Comparator.comparing(
                                        (Bundle.Part p) -> rules.group(p.offer().group()).scope())
                                .thenComparingInt(p ->
                                        rules.sequence() == StackRules.Sequence.BY_CATEGORY
                                                ? rules.rank(p.offer().category())
                                                : 0)
                                .thenComparingInt(Bundle.Part::sent))
                .forEach(till::apply);
        return till;
    }

    private void skip(Bundle bundle, CouponRefusal code, Map<String, Object> values) {
        bundle.parts().forEach(p -> skipped.add(new Priced.Skipped(p.offer(), code, values)));
    }

    private static long sum(Till till) {
        return till.applied().stream().mapToLong(Priced.Applied::minor).sum();
    }

    private static int coupons(List<Bundle> set) {
        return set.stream().mapToInt(bundle -> bundle.parts().size()).sum();
    }

    private static Instant expiry(Bundle bundle) {
        return bundle.parts().stream()
                .map(part -> part.offer().expiresAt())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static long campaign(Bundle bundle) {
        return bundle.parts().stream().mapToLong(part -> part.offer().campaignId()).min().orElse(0);
    }
}
