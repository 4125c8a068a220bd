package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.benefits.usecase.Guesses;
import dev.waystation.platform.members.benefits.usecase.PriceCart;
import dev.waystation.platform.members.benefits.usecase.QualifyCoupons;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Prices of carts, for the simulator of staff and the checkout of members. Changes nothing. */
@RestController
class CartController {

    /** A cart to price, for a member, now or at another instant. */
    record Simulation(
            CartViews.CartBody cart,
            List<String> coupons,
            @Nullable String memberId,
            @Nullable Instant at) {}

    record MemberCart(CartViews.CartBody cart, @Nullable List<String> coupons) {}

    record CouponAlone(String id, CartViews.CartPrice price) {}

    /** Every coupon of the member by itself, and the best of them together. */
    record MemberCartPrice(List<CouponAlone> coupons, CartViews.CartPrice best) {}

    private static final UUID NO_ORDER = new UUID(0, 0);

    private final PriceCart prices;
    private final QualifyCoupons qualify;

    CartController(PriceCart prices, QualifyCoupons qualify) {
        this.prices = prices;
        this.qualify = qualify;
    }

    @PostMapping("/v1/carts:preview")
    @Permission("coupons.read")
    CartViews.CartPrice simulate(@RequestBody Simulation body) {
        long member = body.memberId() == null ? 0 : PublicId.decode("mbr", body.memberId());
        return CartViews.price(
                prices.handle(
                        new Guesses.Person(member, List.of("simulator")),
                        body.cart().cart(),
                        body.coupons(),
                        NO_ORDER,
                        body.at()));
    }

    @PostMapping("/v1/me/carts:preview")
    @Permission(Permission.MEMBER)
    MemberCartPrice offers(
            Caller caller, @RequestBody MemberCart body, HttpServletRequest request) {
        long member = OwnMember.of(caller);
        if (body.coupons() != null) {
            Guesses.Person person = new Guesses.Person(member, traces(request));
            return new MemberCartPrice(
                    List.of(),
                    CartViews.price(
                            prices.handle(
                                    person, body.cart().cart(), body.coupons(), NO_ORDER, null)));
        }
        return offers(qualify.handle(member, body.cart().cart()));
    }

    /**
     * What a member's coupons, and codes read at the window, would take off. Whoever sells is
     * counted among those who guess codes.
     */
    @PostMapping("/v1/members/{id}/carts:preview")
    @Permission("orders.sell")
    MemberCartPrice offersAtWindow(
            @PathVariable String id, @RequestBody MemberCart body, Caller caller) {
        Guesses.Person person =
                new Guesses.Person(PublicId.decode("mbr", id), List.of("desk:" + caller.key()));
        List<String> codes = body.coupons() == null ? List.of() : body.coupons();
        return offers(qualify.handle(person, body.cart().cart(), codes));
    }

    private static MemberCartPrice offers(QualifyCoupons.Answer answer) {
        return new MemberCartPrice(
                answer.coupons().stream()
                        .map(each -> new CouponAlone(each.ref(), CartViews.price(each.alone())))
                        .toList(),
                CartViews.price(answer.best()));
    }

    /** Address and device, so that changing accounts does not help who guesses codes. */
    private static List<String> traces(HttpServletRequest request) {
        List<String> traces = new ArrayList<>();
        traces.add("ip:" + request.getRemoteAddr());
        String device = request.getHeader("X-Device");
        if (device != null && !device.isBlank()) {
            traces.add("device:" + device);
        }
        return traces;
    }
}
