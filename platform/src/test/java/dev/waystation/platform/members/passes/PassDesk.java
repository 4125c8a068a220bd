package dev.waystation.platform.members.passes;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.store.PassProductStore;
import dev.waystation.platform.members.passes.usecase.EnterByPass;
import dev.waystation.platform.members.passes.usecase.OrderPass;
import dev.waystation.platform.members.passes.usecase.PassProducts;
import dev.waystation.platform.members.passes.usecase.ShowPasses;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.selling.payment.SandboxPayments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Products, purchases and gates for tests, each with what matters said. */
@PlatformIT
abstract class PassDesk {

    static final String PARK = "test-park";
    static final String MUSEUM = "test-museum";

    private static final AtomicLong MEMBERS = new AtomicLong(7_200_000_000L);

    @Autowired PassProducts products;
    @Autowired PassProductStore sites;
    @Autowired OrderPass order;
    @Autowired EnterByPass enter;
    @Autowired ShowPasses show;
    @Autowired Points points;
    @Autowired SandboxPayments sandbox;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;

    final long member = somebody();

    @BeforeEach
    void openSites() {
        sites.addSite(PARK, Said.same("Test park"));
        sites.addSite(MUSEUM, Said.same("Test museum"));
    }

    static long somebody() {
        return MEMBERS.incrementAndGet();
    }

    /** A year for 365 yuan, renewable 30 days before to 15 days after its end. */
    PassProduct yearly(Activation activation, Set<LocalDate> blackouts) {
        return add(
                36_500,
                new PassProduct.Term(
                        activation,
                        activation == Activation.FIXED ? today().plusDays(10) : null,
                        12,
                        30,
                        15),
                new PassProduct.Entry(Set.of(PARK), 1, 0, blackouts),
                false);
    }

    PassProduct yearly() {
        return yearly(Activation.NOW, Set.of());
    }

    PassProduct add(
            long price, PassProduct.Term term, PassProduct.Entry entry, boolean transferable) {
        return ((PassProducts.Outcome.Added)
                        products.add(
                                new PassProduct(
                                        0,
                                        "T-"
                                                + UUID.randomUUID()
                                                        .toString()
                                                        .toUpperCase(java.util.Locale.ROOT)
                                                        .substring(0, 18),
                                        new Said("测试年卡", "Test pass"),
                                        price,
                                        100,
                                        term,
                                        entry,
                                        new PassProduct.Care(transferable, true, 2_000),
                                        true)))
                .product();
    }

    OrderPass.Outcome ask(
            long member, Bill.Kind kind, @Nullable PassProduct of, @Nullable Long from, long with) {
        return order.handle(
                new OrderPass.Command(
                        UUID.randomUUID(),
                        member,
                        kind,
                        of == null ? null : of.id(),
                        from,
                        null,
                        with));
    }

    /** Orders and pays; gives the pass. */
    long buy(
            long member, Bill.Kind kind, @Nullable PassProduct of, @Nullable Long from, long with) {
        OrderPass.Outcome.Ordered ordered =
                (OrderPass.Outcome.Ordered) ask(member, kind, of, from, with);
        pay(ordered);
        return ordered.bill().passId();
    }

    long buy(long member, PassProduct of) {
        return buy(member, Bill.Kind.PURCHASE, of, null, 0);
    }

    void pay(OrderPass.Outcome.Ordered ordered) {
        if (ordered.bill().cashMinor() > 0) {
            sandbox.approve(Objects.requireNonNull(ordered.intent()).id());
        }
        pump.drain();
    }

    PassRefusal refused(
            long member, Bill.Kind kind, @Nullable PassProduct of, @Nullable Long from, long with) {
        return ((OrderPass.Outcome.Refused) ask(member, kind, of, from, with)).code();
    }

    ShowPasses.Seen seen(long pass) {
        return show.one(pass).orElseThrow();
    }

    String token(long pass) {
        return seen(pass).token();
    }

    /** {@code "in"} with the turn, or why not. */
    String enter(String token, String site, UUID reference, Instant at) {
        return switch (enter.handle(new EnterByPass.Command(reference, token, site, at))) {
            case EnterByPass.Outcome.Entered entered ->
                    (entered.repeated() ? "again " : "in ") + entered.nth();
            case EnterByPass.Outcome.Refused refused -> refused.code().name();
        };
    }

    String enter(long pass, String site) {
        return enter(token(pass), site, UUID.randomUUID(), clock.instant());
    }

    void credit(long member, long amount) {
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        amount,
                        today().plusDays(300),
                        Explanation.of(Said.same("test")),
                        "test"));
    }

    long spendable(long member) {
        return points.balance(member, Points.POINTS).spendable();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
