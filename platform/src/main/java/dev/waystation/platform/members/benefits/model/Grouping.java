package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.CouponRefusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets every group choose among its coupons, for the order or line by line. */
final class Grouping {

    private final Cart cart;
    private final StackRules rules;
    private final List<Priced.Skipped> skipped;

    Grouping(Cart cart, StackRules rules, List<Priced.Skipped> skipped) {
        this.cart = cart;
        this.rules = rules;
        this.skipped = skipped;
    }

    List<Bundle> bundles(List<Bundle.Part> parts) {
        Map<String, List<Bundle.Part>> byGroup = new LinkedHashMap<>();
        parts.forEach(part ->
                byGroup.computeIfAbsent(part.offer().group(), _ -> new ArrayList<>()).add(part));
        List<Bundle> bundles = new ArrayList<>();
        byGroup.forEach((code, members) -> {
            StackRules.Group group = rules.group(code);
            if (group.choice() == StackRules.Choice.STACK) {
                members.forEach(part -> bundles.add(bundle(List.of(part))));
            } else if (group.scope() == StackRules.Scope.ORDER) {
                bundles.add(bundle(List.of(winner(group, members))));
            } else {
                bundles.add(bundle(perLine(group, members)));
            }
        });
        return bundles;
    }

    private Bundle.Part winner(StackRules.Group group, List<Bundle.Part> members) {
        Bundle.Part best = members.stream().min(preference(group.choice())).orElseThrow();
        members.stream().filter(each -> !each.equals(best)).forEach(each -> lost(each, best));
        return best;
    }

    /** Each line goes to the coupon its group prefers there. */
    private List<Bundle.Part> perLine(StackRules.Group group, List<Bundle.Part> members) {
        Map<Bundle.Part, BitSet> won = new LinkedHashMap<>();
        for (int line = 0; line < cart.lines().size(); line++) {
            int here = line;
            members.stream()
                    .filter(part -> part.lines().get(here))
                    .map(part -> on(part, here))
                    .min(preference(group.choice()))
                    .ifPresent(best ->
                            won.computeIfAbsent(
                                            members.stream()
                                                    .filter(m -> m.offer().equals(best.offer()))
                                                    .findFirst()
                                                    .orElseThrow(),
                                            _ -> new BitSet())
                                    .set(here));
        }
        Bundle.Part any = won.keySet().iterator().next();
        members.stream().filter(each -> !won.containsKey(each)).forEach(each -> lost(each, any));
        return won.entrySet().stream()
                .map(each ->
                        new Bundle.Part(
                                each.getKey().offer(), each.getValue(), each.getKey().sent()))
                .toList();
    }

    // Equal discounts: what expires earlier, then the older campaign, then what was sent first.
    private Comparator<Bundle.Part> preference(StackRules.Choice choice) {
        Comparator<Bundle.Part> settled =
                Comparator.comparing((Bundle.Part part) -> part.offer().expiresAt())
                        .thenComparingLong(part -> part.offer().campaignId())
                        .thenComparingInt(Bundle.Part::sent);
        return switch (choice) {
            case HIGHEST ->
                    Comparator.comparingLong((Bundle.Part p) -> -alone(p)).thenComparing(settled);
            case LOWEST -> Comparator.comparingLong(this::alone).thenComparing(settled);
            case FIRST, STACK -> Comparator.comparingInt(Bundle.Part::sent);
        };
    }

    private void lost(Bundle.Part part, Bundle.Part to) {
        skipped.add(
                new Priced.Skipped(
                        part.offer(),
                        CouponRefusal.GROUP_CHOSE_ANOTHER,
                        Map.of(
                                "chosenZh", to.offer().name().zh(),
                                "chosenEn", to.offer().name().en(),
                                "chosenMinor", alone(to),
                                "ownMinor", alone(part))));
    }

    private long alone(Bundle.Part part) {
        return new Till(cart, rules).apply(part);
    }

    private Bundle bundle(List<Bundle.Part> parts) {
        Till till = new Till(cart, rules);
        return new Bundle(parts, parts.stream().mapToLong(till::apply).sum());
    }

    private static Bundle.Part on(Bundle.Part part, int line) {
        BitSet one = new BitSet();
        one.set(line);
        return new Bundle.Part(part.offer(), one, part.sent());
    }
}
