package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.SeedPasses;
import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.store.PassProductStore;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.SandboxPayments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The passes of the sample world: three products, some owners who came in, one closure ahead. */
@Service
class SamplePasses implements SeedPasses {

    private static final String PARK = "starriver";
    private static final String MUSEUM = "chu-museum";
    private static final String GARDEN = "east-lake";

    private final PassProductStore products;
    private final OrderPass order;
    private final SettleBill settle;
    private final SampleGate gate;
    private final SandboxPayments sandbox;
    private final Clock clock;

    SamplePasses(
            PassProductStore products,
            OrderPass order,
            SettleBill settle,
            SampleGate gate,
            SandboxPayments sandbox,
            Clock clock) {
        this.products = products;
        this.order = order;
        this.settle = settle;
        this.gate = gate;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public void seed(List<Long> members) {
        products.addSite(PARK, new Said("星河乐园", "Starriver Park"));
        products.addSite(MUSEUM, new Said("楚天博物馆", "Chutian Museum"));
        products.addSite(GARDEN, new Said("东湖樱园", "East Lake Garden"));
        long park =
                product(
                        "STARRIVER-YEAR",
                        new Said("星河乐园年卡", "Starriver annual pass"),
                        129_900,
                        new PassProduct.Term(Activation.NOW, null, 12, 45, 30),
                        new PassProduct.Entry(Set.of(PARK), 1, 0, holidays()),
                        new PassProduct.Care(false, true, 2_000));
        long city =
                product(
                        "CITY-TRIO",
                        new Said("江城三园通卡", "Three sites of the city"),
                        199_900,
                        new PassProduct.Term(Activation.NEXT_DAY, null, 12, 45, 30),
                        new PassProduct.Entry(Set.of(PARK, MUSEUM, GARDEN), 2, 60, holidays()),
                        new PassProduct.Care(false, true, 2_000));
        long museum =
                product(
                        "MUSEUM-YEAR",
                        new Said("博物馆年卡", "Museum annual pass"),
                        19_900,
                        new PassProduct.Term(Activation.FIRST_USE, null, 12, 30, 15),
                        new PassProduct.Entry(Set.of(MUSEUM), 3, 30, Set.of()),
                        new PassProduct.Care(true, true, 1_000));
        long[] choice = {park, city, museum, park};
        for (int i = 0; i < members.size(); i++) {
            long pass = buy(members.get(i), choice[i % choice.length]);
            // Tomorrow's passes stay shut today, as they should.
            gate.visit(pass, choice[i % choice.length] == museum ? MUSEUM : PARK);
        }
        LocalDate today = LocalDate.now(clock);
        gate.close(
                new Closure(
                        0,
                        MUSEUM,
                        new Span(today.plusDays(10), today.plusDays(12)),
                        new Said("展厅更新", "Exhibition renewal")));
    }

    private Set<LocalDate> holidays() {
        int year = LocalDate.now(clock).getYear() + 1;
        return Set.of(
                LocalDate.of(year, 5, 1), LocalDate.of(year, 10, 1), LocalDate.of(year, 10, 2));
    }

    private long product(
            String code,
            Said name,
            long price,
            PassProduct.Term term,
            PassProduct.Entry entry,
            PassProduct.Care care) {
        // a ready-made programme may have brought it
        return products.all().stream()
                .filter(each -> each.code().equals(code))
                .map(PassProduct::id)
                .findFirst()
                .or(() ->
                        products.add(
                                new PassProduct(0, code, name, price, 100, term, entry, care, true),
                                clock.instant()))
                .orElseThrow();
    }

    private long buy(long member, long product) {
        OrderPass.Outcome outcome =
                order.handle(
                        new OrderPass.Command(
                                PassBooks.part(member, "sample " + product),
                                member,
                                Bill.Kind.PURCHASE,
                                product,
                                null,
                                null,
                                0));
        if (outcome instanceof OrderPass.Outcome.Ordered(Bill bill, PaymentIntent intent)
                && intent != null) {
            sandbox.approve(intent.id());
            settle.handle(bill.orderRef());
            return bill.passId();
        }
        throw new IllegalStateException("no sample pass for " + member + ": " + outcome);
    }
}
