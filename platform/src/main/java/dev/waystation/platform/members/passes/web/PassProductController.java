package dev.waystation.platform.members.passes.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.usecase.CloseSite;
import dev.waystation.platform.members.passes.usecase.PassProducts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pass products, closures, and what a gate needs to decide alone. */
@RestController
class PassProductController {

    record ProductBody(
            String code,
            Said name,
            long priceMinor,
            int pointsPerYuan,
            String activation,
            @Nullable LocalDate fixedFrom,
            int months,
            int renewDays,
            int graceDays,
            List<String> sites,
            int usesPerDay,
            int gapMinutes,
            List<LocalDate> blackouts,
            boolean transferable,
            boolean extendsOnClosure,
            long replacementMinor) {}

    record ClosureBody(String site, LocalDate firstDay, LocalDate lastDay, Said cause) {}

    record ClosureView(
            String id,
            PassViews.SiteView site,
            LocalDate firstDay,
            LocalDate lastDay,
            Said cause,
            long passes,
            long days) {}

    record Closed(String id, JobView job) {}

    /** For a device: the key that made our tokens, and the rules of every product. */
    record GatePack(String publicKey, List<PassViews.ProductView> products) {}

    private final PassProducts products;
    private final CloseSite close;

    PassProductController(PassProducts products, CloseSite close) {
        this.products = products;
        this.close = close;
    }

    @GetMapping("/v1/pass-products")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<PassViews.ProductView> products(Caller caller) {
        boolean staff = !(caller instanceof Caller.Member);
        Map<String, Said> sites = products.sites();
        return products.all().stream()
                .filter(each -> staff || each.open())
                .map(each -> PassViews.product(each, sites))
                .toList();
    }

    @GetMapping("/v1/pass-sites")
    @Permission({Permission.MEMBER, "coupons.read", "benefits.use"})
    List<PassViews.SiteView> sites() {
        return products.sites().entrySet().stream()
                .map(each -> new PassViews.SiteView(each.getKey(), each.getValue()))
                .toList();
    }

    @PostMapping("/v1/pass-products")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    PassViews.ProductView add(@RequestBody ProductBody body) {
        return switch (products.add(product(body))) {
            case PassProducts.Outcome.Added(PassProduct added) ->
                    PassViews.product(added, products.sites());
            case PassProducts.Outcome.Refused(PassRefusal code) ->
                    throw PassViews.problem(code, Map.of());
        };
    }

    @GetMapping("/v1/pass-closures")
    @Permission("coupons.read")
    List<ClosureView> closures() {
        Map<String, Said> sites = products.sites();
        return products.closures().stream()
                .map(each -> {
                    Closure closure = each.closure();
                    return new ClosureView(
                            PublicId.encode("pcl", closure.id()),
                            new PassViews.SiteView(
                                    closure.site(),
                                    sites.getOrDefault(closure.site(), Said.same(closure.site()))),
                            closure.days().from(),
                            closure.days().until(),
                            closure.cause(),
                            each.passes(),
                            each.days());
                })
                .toList();
    }

    @PostMapping("/v1/pass-closures")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permission("mall.write")
    Closed close(@RequestBody ClosureBody body) {
        Closure closure =
                new Closure(
                        0, body.site(), new Span(body.firstDay(), body.lastDay()), body.cause());
        return switch (close.handle(closure)) {
            case CloseSite.Outcome.Closed(long id, JobView job) ->
                    new Closed(PublicId.encode("pcl", id), job);
            case CloseSite.Outcome.Refused(PassRefusal code) ->
                    throw PassViews.problem(code, Map.of());
        };
    }

    @GetMapping("/v1/gate/pass-pack")
    @Permission("benefits.use")
    GatePack pack() {
        Map<String, Said> sites = products.sites();
        return new GatePack(
                products.publicKey(),
                products.all().stream().map(each -> PassViews.product(each, sites)).toList());
    }

    private static PassProduct product(ProductBody body) {
        return new PassProduct(
                0,
                body.code(),
                body.name(),
                body.priceMinor(),
                body.pointsPerYuan(),
                new PassProduct.Term(
                        activation(body.activation()),
                        body.fixedFrom(),
                        body.months(),
                        body.renewDays(),
                        body.graceDays()),
                new PassProduct.Entry(
                        Set.copyOf(body.sites()),
                        body.usesPerDay(),
                        body.gapMinutes(),
                        Set.copyOf(body.blackouts())),
                new PassProduct.Care(
                        body.transferable(), body.extendsOnClosure(), body.replacementMinor()),
                true);
    }

    private static Activation activation(String text) {
        for (Activation each : Activation.values()) {
            if (PassViews.code(each).equals(text)) {
                return each;
            }
        }
        throw new Malformed("activation", text, "give now, next_day, first_use or fixed");
    }
}
