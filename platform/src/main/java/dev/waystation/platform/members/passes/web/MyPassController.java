package dev.waystation.platform.members.passes.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.usecase.CareForPass;
import dev.waystation.platform.members.passes.usecase.OrderPass;
import dev.waystation.platform.members.passes.usecase.PassProducts;
import dev.waystation.platform.members.passes.usecase.ReturnPass;
import dev.waystation.platform.members.passes.usecase.ShowPasses;
import dev.waystation.platform.selling.payment.PaymentIntent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members do with their passes. */
@RestController
class MyPassController {

    record OrderBody(
            @Nullable String productId, @Nullable String travellerId, @Nullable Long points) {}

    /**
     * @param intentId what is to pay, null when points pay all
     */
    record Ordered(
            String passId,
            long points,
            long cashMinor,
            long creditMinor,
            Instant expiresAt,
            @Nullable String intentId) {}

    record Returned(PassViews.QuoteView quote, String explanationId) {}

    record HolderBody(@Nullable String travellerId) {}

    private final ShowPasses show;
    private final PassProducts products;
    private final OrderPass order;
    private final ReturnPass back;
    private final CareForPass care;

    MyPassController(
            ShowPasses show,
            PassProducts products,
            OrderPass order,
            ReturnPass back,
            CareForPass care) {
        this.show = show;
        this.products = products;
        this.order = order;
        this.back = back;
        this.care = care;
    }

    @GetMapping("/v1/me/passes")
    @Permission(Permission.MEMBER)
    List<PassViews.PassView> mine(Caller caller) {
        Map<String, Said> sites = products.sites();
        return show.page(OwnMember.of(caller), Long.MAX_VALUE, 50).stream()
                .map(each -> PassViews.pass(each, sites))
                .toList();
    }

    @PostMapping("/v1/me/passes")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Ordered buy(Caller caller, @RequestBody OrderBody body) {
        return ordered(caller, Bill.Kind.PURCHASE, null, body);
    }

    @PostMapping("/v1/me/passes/{id}:renew")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Ordered renew(Caller caller, @PathVariable String id, @RequestBody OrderBody body) {
        return ordered(caller, Bill.Kind.RENEWAL, id, body);
    }

    @PostMapping("/v1/me/passes/{id}:upgrade")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Ordered upgrade(Caller caller, @PathVariable String id, @RequestBody OrderBody body) {
        return ordered(caller, Bill.Kind.UPGRADE, id, body);
    }

    @PostMapping("/v1/me/passes/{id}:replace")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Ordered replace(Caller caller, @PathVariable String id, @RequestBody OrderBody body) {
        return ordered(caller, Bill.Kind.REPLACEMENT, id, body);
    }

    @GetMapping("/v1/me/passes/{id}/return-quote")
    @Permission(Permission.MEMBER)
    PassViews.QuoteView quote(Caller caller, @PathVariable String id) {
        return switch (back.quote(OwnMember.of(caller), pass(id))) {
            case ReturnPass.Outcome.Quoted(ReturnPass.Quote quote) -> PassViews.quote(quote);
            case ReturnPass.Outcome.Returned returned -> PassViews.quote(returned.quote());
            case ReturnPass.Outcome.Refused(PassRefusal code, Map<String, Object> values) ->
                    throw PassViews.problem(code, values);
        };
    }

    @PostMapping("/v1/me/passes/{id}:return")
    @Permission(Permission.MEMBER)
    Returned giveBack(Caller caller, @PathVariable String id) {
        return switch (back.handle(OwnMember.of(caller), pass(id))) {
            case ReturnPass.Outcome.Quoted(ReturnPass.Quote quote) ->
                    new Returned(PassViews.quote(quote), "");
            case ReturnPass.Outcome.Returned(ReturnPass.Quote quote, String explanation) ->
                    new Returned(PassViews.quote(quote), explanation);
            case ReturnPass.Outcome.Refused(PassRefusal code, Map<String, Object> values) ->
                    throw PassViews.problem(code, values);
        };
    }

    @PostMapping("/v1/me/passes/{id}:bind")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission(Permission.MEMBER)
    void bind(Caller caller, @PathVariable String id, @RequestBody HolderBody body) {
        if (care.bind(OwnMember.of(caller), pass(id), traveller(body.travellerId()))
                instanceof
                CareForPass.Outcome.Refused(PassRefusal code, Map<String, Object> values)) {
            throw PassViews.problem(code, values);
        }
    }

    private Ordered ordered(Caller caller, Bill.Kind kind, @Nullable String from, OrderBody body) {
        String product = body.productId();
        Long points = body.points();
        OrderPass.Command command =
                new OrderPass.Command(
                        IdempotencyReference.current(),
                        OwnMember.of(caller),
                        kind,
                        product == null ? null : PublicId.decode(PassViews.PRODUCT, product),
                        from == null ? null : pass(from),
                        traveller(body.travellerId()),
                        points == null ? 0 : points);
        return switch (order.handle(command)) {
            case OrderPass.Outcome.Ordered(Bill bill, PaymentIntent intent) ->
                    new Ordered(
                            PublicId.encode(PassViews.PREFIX, bill.passId()),
                            bill.points(),
                            bill.cashMinor(),
                            bill.creditMinor(),
                            bill.expiresAt(),
                            intent == null
                                    ? null
                                    : PublicId.encode(PaymentIntent.PREFIX, intent.id()));
            case OrderPass.Outcome.Refused(PassRefusal code, Map<String, Object> values) ->
                    throw PassViews.problem(code, values);
        };
    }

    private static long pass(String id) {
        return PublicId.decode(PassViews.PREFIX, id);
    }

    private static @Nullable Long traveller(@Nullable String id) {
        return id == null ? null : PublicId.decode("trv", id);
    }
}
