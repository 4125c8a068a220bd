package dev.waystation.platform.members.auctions.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.auctions.AuctionRefusal;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidStep;
import dev.waystation.platform.members.auctions.usecase.PlaceBid;
import dev.waystation.platform.members.auctions.usecase.RunAuction;
import dev.waystation.platform.members.auctions.usecase.ShowAuctions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Auctions for members and staff. */
@RestController
class AuctionController {

    private static final String PREFIX = "auc";

    /** {@code held} and {@code own…} speak of the asking member only. */
    record AuctionView(
            String id,
            Said name,
            String benefit,
            int quota,
            int validDays,
            int units,
            int runners,
            long leastBid,
            long step,
            long mostBid,
            long price,
            Instant opens,
            Instant closes,
            Instant ends,
            int extensions,
            int maxExtensions,
            String state,
            boolean begun,
            int bidders,
            @Nullable String ownState,
            @Nullable Long ownMost,
            @Nullable Long ownPrice,
            long held,
            Explanation why) {}

    /** A step of the history; members see everybody as a number. */
    record StepView(
            long sequence,
            String bidder,
            @Nullable Long most,
            long price,
            boolean leading,
            boolean extended,
            Instant at) {}

    record BidView(String memberId, long most, long sequence, String state, @Nullable Long price) {}

    record AuctionPage(AuctionView auction, List<StepView> steps, List<BidView> bids) {}

    record AuctionDraft(
            Said name,
            String benefit,
            int quota,
            int validDays,
            int units,
            int runners,
            long leastBid,
            long step,
            long mostBid,
            Instant opens,
            Instant closes,
            int windowSeconds,
            int extendSeconds,
            int maxExtensions,
            int fallbackHours) {}

    record BidBody(long most) {}

    record Placed(long sequence, String state, long price, Instant closes, long held) {}

    record WinnerBody(String memberId, String cause) {}

    private final ShowAuctions show;
    private final PlaceBid place;
    private final RunAuction run;

    AuctionController(ShowAuctions show, PlaceBid place, RunAuction run) {
        this.show = show;
        this.place = place;
        this.run = run;
    }

    @GetMapping("/v1/auctions")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<AuctionView> auctions(Caller caller) {
        return show.all(member(caller)).stream().map(AuctionController::view).toList();
    }

    @GetMapping("/v1/auctions/{id}")
    @Permission({Permission.MEMBER, "coupons.read"})
    AuctionPage auction(Caller caller, @PathVariable String id) {
        long auction = PublicId.decode(PREFIX, id);
        Long member = member(caller);
        ShowAuctions.Seen seen = show.one(auction, member).orElseThrow(AuctionController::none);
        List<BidStep> steps = show.steps(auction);
        return new AuctionPage(
                view(seen),
                steps.stream().map(step -> step(step, steps, member)).toList(),
                member != null
                        ? List.of()
                        : show.bids(auction).stream().map(AuctionController::bid).toList());
    }

    @PostMapping("/v1/auctions")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    AuctionView open(@RequestBody AuctionDraft body) {
        long id =
                run.open(
                        new Auction(
                                0,
                                body.name(),
                                new Auction.Prize(body.benefit(), body.quota(), body.validDays()),
                                body.units(),
                                body.runners(),
                                new Auction.Bounds(body.leastBid(), body.step(), body.mostBid()),
                                new Auction.Clocking(
                                        body.opens(),
                                        body.closes(),
                                        Duration.ofSeconds(body.windowSeconds()),
                                        Duration.ofSeconds(body.extendSeconds()),
                                        0,
                                        body.maxExtensions(),
                                        body.fallbackHours()),
                                Auction.State.OPEN,
                                0,
                                body.leastBid()));
        return view(show.one(id, null).orElseThrow());
    }

    @PostMapping("/v1/me/auctions/{id}:bid")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Placed bid(Caller caller, @PathVariable String id, @RequestBody BidBody body) {
        long member = OwnMember.of(caller);
        long auction = PublicId.decode(PREFIX, id);
        return switch (place.handle(new PlaceBid.Command(member, auction, body.most()))) {
            case PlaceBid.Outcome.Placed placed ->
                    new Placed(
                            placed.sequence(),
                            code(placed.state()),
                            placed.price(),
                            placed.closes(),
                            show.one(auction, member).orElseThrow().held());
            case PlaceBid.Outcome.Refused(AuctionRefusal code, Map<String, Object> values) ->
                    throw problem(code, values);
        };
    }

    @PostMapping("/v1/auctions/{id}:cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("mall.write")
    void cancel(@PathVariable String id) {
        done(run.cancel(PublicId.decode(PREFIX, id)));
    }

    @PostMapping("/v1/auctions/{id}:disqualify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("mall.write")
    void disqualify(@PathVariable String id, @RequestBody WinnerBody body) {
        done(
                run.disqualify(
                        PublicId.decode(PREFIX, id),
                        PublicId.decode("mbr", body.memberId()),
                        body.cause()));
    }

    private static void done(RunAuction.Outcome outcome) {
        if (outcome instanceof RunAuction.Outcome.Refused(AuctionRefusal code)) {
            throw problem(code, Map.of());
        }
    }

    private static dev.waystation.platform.foundation.edge.RefusalProblem problem(
            AuctionRefusal code, Map<String, ?> values) {
        return Refusal.of(
                code,
                code == AuctionRefusal.AUCTION_NOT_FOUND
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.CONFLICT,
                values);
    }

    private static dev.waystation.platform.foundation.edge.RefusalProblem none() {
        return problem(AuctionRefusal.AUCTION_NOT_FOUND, Map.of());
    }

    private static @Nullable Long member(Caller caller) {
        return caller instanceof Caller.Member(long id) ? id : null;
    }

    private static AuctionView view(ShowAuctions.Seen seen) {
        Auction each = seen.auction();
        Bid own = seen.own();
        return new AuctionView(
                PublicId.encode(PREFIX, each.id()),
                each.name(),
                each.prize().benefit(),
                each.prize().quota(),
                each.prize().validDays(),
                each.units(),
                each.runners(),
                seen.leastBid(),
                each.bounds().step(),
                each.bounds().most(),
                each.price(),
                each.clocking().opens(),
                each.clocking().closes(),
                each.clocking().ends(),
                each.clocking().extensions(),
                each.clocking().maxExtensions(),
                code(each.state()),
                seen.begun(),
                seen.bidders(),
                own == null ? null : code(own.state()),
                own == null ? null : (Long) own.most(),
                own == null ? null : own.price(),
                seen.held(),
                seen.why());
    }

    private static StepView step(BidStep step, List<BidStep> all, @Nullable Long member) {
        boolean open = member == null || member == step.memberId();
        List<Long> bidders = all.reversed().stream().map(BidStep::memberId).distinct().toList();
        return new StepView(
                step.sequence(),
                open && member != null
                        ? "you"
                        : member == null
                                ? PublicId.encode("mbr", step.memberId())
                                : String.valueOf(bidders.indexOf(step.memberId()) + 1),
                open ? (Long) step.most() : null,
                step.price(),
                step.leading(),
                step.extended(),
                step.at());
    }

    private static BidView bid(Bid each) {
        return new BidView(
                PublicId.encode("mbr", each.memberId()),
                each.most(),
                each.sequence(),
                code(each.state()),
                each.price());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
