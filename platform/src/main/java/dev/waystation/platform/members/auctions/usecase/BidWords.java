package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the price is the price, and where one's own points are. */
final class BidWords {

    private BidWords() {}

    static Explanation why(Auction auction, List<Bid> standing, @Nullable Bid own, long held) {
        List<Reason> reasons = new ArrayList<>();
        boolean contested = standing.size() > auction.units();
        reasons.add(
                new Reason(
                        "NEXT_BID_SETS_THE_PRICE",
                        contested,
                        contested
                                ? new Said(
                                        "价格 = 第 %d 高出价 + %d,不高于入选者自己的出价"
                                                .formatted(
                                                        auction.units() + 1,
                                                        auction.bounds().step()),
                                        "Price = bid number %d + %d, never above a winner's own offer"
                                                .formatted(
                                                        auction.units() + 1,
                                                        auction.bounds().step()))
                                : new Said(
                                        "名额尚未争满,按起拍价",
                                        "Not all units are contested: the starting price"),
                        Map.of("price", auction.price())));
        reasons.add(
                new Reason(
                        "LATE_BIDS_EXTEND",
                        auction.clocking().extensions() > 0,
                        new Said(
                                "结束前 %d 秒内出价会顺延,已 %d / %d 次"
                                        .formatted(
                                                auction.clocking().window().toSeconds(),
                                                auction.clocking().extensions(),
                                                auction.clocking().maxExtensions()),
                                "A bid in the last %d seconds extends: %d of %d times so far"
                                        .formatted(
                                                auction.clocking().window().toSeconds(),
                                                auction.clocking().extensions(),
                                                auction.clocking().maxExtensions())),
                        Map.of()));
        if (own != null) {
            reasons.add(
                    new Reason(
                            "OWN_" + own.state().name(),
                            held > 0 || own.state() == Bid.State.WON,
                            own(own, held),
                            Map.of("held", held)));
        }
        return new Explanation(
                new Said(
                        "当前价 %d 积分".formatted(auction.price()),
                        "The price is %d points now".formatted(auction.price())),
                reasons);
    }

    private static Said own(Bid own, long held) {
        return switch (own.state()) {
            case LEADING ->
                    new Said(
                            "您领先,已冻结 %d 积分,成交后多余部分退回".formatted(held),
                            "You lead; %d points are held, what you do not pay comes back"
                                    .formatted(held));
            case WAITING ->
                    new Said(
                            "您是候补,已冻结 %d 积分;有人超过您或候补期结束即退回".formatted(held),
                            "You are next in line; %d points are held until somebody passes you or the fallback hours end"
                                    .formatted(held));
            case OUTBID -> new Said("已被超过,积分已全部退回", "You were outbid; all points are back");
            case WINNING -> new Said("您已胜出,正在结算", "You have won; it is being settled");
            case WON ->
                    new Said(
                            "您已胜出,实付 %d 积分".formatted(own.price()),
                            "You have won and paid %d points".formatted(own.price()));
            case LOST -> new Said("未能胜出,积分已全部退回", "You did not win; all points are back");
            case DISQUALIFIED ->
                    new Said("此出价被取消,积分已全部退回", "This bid was cancelled; all points are back");
        };
    }
}
