package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotasProperties {

    private static final int CALLS = 6;
    private static final int SEATS = 40;

    static Product product(Draw draw) {
        int from = draw.between(0, CALLS - 2);
        return new Product(
                from,
                draw.between(from + 1, CALLS - 1),
                draw.oneOf("general", "student"),
                draw.oneOf("online", "window"));
    }

    static LimitSet limits(Draw draw, int largest) {
        List<Bucket> buckets = new ArrayList<>();
        List<Integer> opened = new ArrayList<>();
        int count = draw.between(1, 5);
        for (int b = 0; b < count; b++) {
            Selector members =
                    draw.oneOf(
                            Selector.trips("any"),
                            Selector.trips("through"),
                            Selector.trips("first-leg"),
                            Selector.trips("km>=300"),
                            Selector.trips("1-3"),
                            Selector.group("student"));
            buckets.add(
                    draw.chance(60)
                            ? Bucket.nested("b" + b, members)
                            : new Bucket(
                                    "b" + b, members, draw.chance(50), draw.between(0, 2), CALLS));
            opened.add(draw.between(0, largest));
        }
        List<Cap> caps =
                draw.chance(40)
                        ? List.of(new Cap("window", Selector.channel("window"), 5))
                        : List.of();
        return new LimitSet("drawn", buckets, opened, caps, null);
    }

    @Test
    void takingAndGivingBackIsTheIdentity() {
        Seeded.runs(
                300,
                draw -> {
                    Route route = Route.ofCalls(CALLS);
                    Quotas quotas = new Quotas(route, SEATS, limits(draw, 20));
                    Quotas before = quotas.copy();
                    Map<Product, Integer> taken = new HashMap<>();
                    for (int i = 0; i < 30; i++) {
                        Product product = product(draw);
                        if (quotas.allowance(product) > 0) {
                            quotas.take(product, 1);
                            taken.merge(product, 1, Integer::sum);
                        }
                    }
                    taken.forEach(quotas::giveBack);
                    for (int i = 0; i < 50; i++) {
                        Product product = product(draw);
                        assertThat(quotas.allowance(product)).isEqualTo(before.allowance(product));
                    }
                });
    }

    @Test
    void theOrderOfSalesAndLimitsDoesNotMatter() {
        Seeded.runs(
                300,
                draw -> {
                    Route route = Route.ofCalls(CALLS);
                    LimitSet later = limits(draw, 20);
                    Quotas soldFirst = new Quotas(route, SEATS, LimitSet.everything(SEATS));
                    Quotas limitedFirst = new Quotas(route, SEATS, later);
                    for (int i = 0; i < 25; i++) {
                        Product product = product(draw);
                        soldFirst.take(product, 1);
                        limitedFirst.take(product, 1);
                    }
                    soldFirst.apply(later);
                    for (int i = 0; i < 50; i++) {
                        Product product = product(draw);
                        assertThat(soldFirst.allowance(product))
                                .isEqualTo(limitedFirst.allowance(product));
                    }
                });
    }

    @Test
    @Capability("S32")
    void whoeverRanksHigherSeesAtLeastAsMuch() {
        Seeded.runs(
                300,
                draw -> {
                    Route route = Route.ofCalls(CALLS);
                    LimitSet limits =
                            new LimitSet(
                                    "nest",
                                    List.of(
                                            Bucket.nested("through", Selector.trips("through")),
                                            Bucket.nested("long", Selector.trips("km>=300")),
                                            Bucket.nested("everyone", Selector.trips("any"))),
                                    List.of(
                                            draw.between(0, 20),
                                            draw.between(0, 10),
                                            draw.between(0, 10)),
                                    List.of(),
                                    null);
                    Quotas quotas = new Quotas(route, SEATS, limits);
                    Product dear = new Product(0, CALLS - 1, "general", "online");
                    for (int i = 0; i < 60; i++) {
                        Product product = product(draw);
                        if (quotas.allowance(product) > 0) {
                            quotas.take(product, 1);
                        }
                        int tightest = Integer.MAX_VALUE;
                        for (int leg = 0; leg < CALLS - 1; leg++) {
                            Product cheap = new Product(leg, leg + 1, "general", "online");
                            tightest = Math.min(tightest, quotas.allowance(cheap));
                        }
                        assertThat(quotas.allowance(dear)).isGreaterThanOrEqualTo(tightest);
                    }
                });
    }

    @Test
    @Capability("S43")
    void everyZeroHasACauseFromTheListAndEveryCountHasNone() {
        Seeded.runs(
                300,
                draw -> {
                    Quotas quotas = new Quotas(Route.ofCalls(CALLS), SEATS, limits(draw, 8));
                    for (int i = 0; i < 60; i++) {
                        Product product = product(draw);
                        int seatsFree = draw.between(0, 3);
                        Finding finding = quotas.explain(product, seatsFree);
                        assertThat(finding.count())
                                .isEqualTo(Math.min(seatsFree, quotas.allowance(product)));
                        assertThat(finding.cause() == Cause.AVAILABLE)
                                .isEqualTo(finding.count() > 0);
                        if (quotas.allowance(product) > 0) {
                            quotas.take(product, 1);
                        }
                    }
                });
    }
}
