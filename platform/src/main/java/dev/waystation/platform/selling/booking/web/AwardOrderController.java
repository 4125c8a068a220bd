package dev.waystation.platform.selling.booking.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.usecase.PlaceAward;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Award seats bought with points alone. */
@RestController
class AwardOrderController {

    private final PlaceAward placeAward;
    private final OrderViews views;

    AwardOrderController(PlaceAward placeAward, OrderViews views) {
        this.placeAward = placeAward;
        this.views = views;
    }

    /**
     * @param fromCall the boarding stop of the offer; other trips are not sold for points
     * @param memberId for whom the ticket window buys; members buy for themselves
     */
    record NewAwardOrder(
            @Nullable String runId,
            int fromCall,
            int toCall,
            @Nullable String seatClass,
            @Nullable String travellerId,
            @Nullable String memberId) {}

    @PostMapping("/v1/award-orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission({Permission.MEMBER, "orders.sell"})
    OrderViews.OrderView placeAward(@RequestBody NewAwardOrder body, Caller caller) {
        OrderRequest request =
                new OrderRequest(
                        IdempotencyReference.current(),
                        OwnOnly.buyer(caller, body.memberId()),
                        PublicId.decode("run", Malformed.required(body.runId(), "runId")),
                        body.fromCall(),
                        body.toCall(),
                        Malformed.required(body.seatClass(), "seatClass"),
                        List.of(
                                PublicId.decode(
                                        "trv",
                                        Malformed.required(body.travellerId(), "travellerId"))));
        return switch (placeAward.handle(request)) {
            case PlaceAward.Outcome.Placed placed -> views.order(placed.order());
            case PlaceAward.Outcome.NotBookable not -> throw OrderProblems.of(not.why());
            case PlaceAward.Outcome.NoSeat none ->
                    throw Refusal.of(none.code(), HttpStatus.CONFLICT).because(none.why());
            case PlaceAward.Outcome.TooFewPoints few ->
                    throw Refusal.of(
                            "AWARD_NEEDS_MORE_POINTS",
                            HttpStatus.CONFLICT,
                            Map.of("needed", few.needed(), "possible", few.possible()));
        };
    }
}
