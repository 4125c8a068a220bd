package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same question answered by brute force: on every leg, try to seat everybody already served and
 * one more in the opened seats they may use, by augmenting paths.
 */
class QuotasAgainstReference {

    private static final int CALLS = 6;

    @Test
    void allowanceEqualsTheLargestMatching() {
        Seeded.runs(
                250,
                draw -> {
                    Route route = Route.ofCalls(CALLS);
                    LimitSet limits = QuotasProperties.limits(draw, 5);
                    Quotas quotas = new Quotas(route, 40, limits);
                    List<Product> served = new ArrayList<>();
                    for (int i = 0; i < 25; i++) {
                        Product product = QuotasProperties.product(draw);
                        int expected = matching(limits, route, served, product);
                        assertThat(quotas.allowance(product)).as("%s", product).isEqualTo(expected);
                        if (expected > 0) {
                            quotas.take(product, 1);
                            served.add(product);
                        }
                    }
                });
    }

    private static int matching(LimitSet limits, Route route, List<Product> served, Product wish) {
        int count = 0;
        List<Product> all = new ArrayList<>(served);
        while (count < 60) {
            all.add(wish);
            if (!fits(limits, route, all, wish)) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static boolean fits(LimitSet limits, Route route, List<Product> all, Product wish) {
        for (int leg = wish.fromCall(); leg < wish.toCall(); leg++) {
            int here = leg;
            List<Product> riders =
                    all.stream().filter(p -> p.fromCall() <= here && here < p.toCall()).toList();
            if (!seated(limits, route, riders, leg)) {
                return false;
            }
            for (Cap cap : limits.caps()) {
                long members = riders.stream().filter(p -> cap.members().matches(p, route)).count();
                if (cap.members().matches(wish, route) && members > cap.seats()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean seated(LimitSet limits, Route route, List<Product> riders, int leg) {
        List<Integer> seats = new ArrayList<>();
        for (int b = 0; b < limits.buckets().size(); b++) {
            for (int i = 0; i < limits.openedOn(leg, 1 << b); i++) {
                seats.add(b);
            }
        }
        int[] rider = new int[seats.size()];
        Arrays.fill(rider, -1);
        for (int r = 0; r < riders.size(); r++) {
            if (!place(limits, route, riders, seats, rider, r, new boolean[seats.size()])) {
                return false;
            }
        }
        return true;
    }

    private static boolean place(
            LimitSet limits,
            Route route,
            List<Product> riders,
            List<Integer> seats,
            int[] rider,
            int who,
            boolean[] tried) {
        int access = limits.access(riders.get(who), route);
        for (int seat = 0; seat < seats.size(); seat++) {
            if ((access & 1 << seats.get(seat)) == 0 || tried[seat]) {
                continue;
            }
            tried[seat] = true;
            if (rider[seat] < 0 || place(limits, route, riders, seats, rider, rider[seat], tried)) {
                rider[seat] = who;
                return true;
            }
        }
        return false;
    }
}
