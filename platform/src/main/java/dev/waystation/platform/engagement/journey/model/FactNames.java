package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/** What people call the facts that journeys start with and wait for. */
public final class FactNames {

    private static final Map<String, Said> NAMES =
            Map.ofEntries(
                    Map.entry("MemberRegistered", new Said("注册成为会员", "became a member")),
                    Map.entry("StudentVerified", new Said("学生认证通过", "was verified as a student")),
                    Map.entry("ConsentChanged", new Said("更新授权", "changed a consent")),
                    Map.entry("OrderPlaced", new Said("下单", "placed an order")),
                    Map.entry("OrderExpired", new Said("订单超时取消", "let an order expire")),
                    Map.entry("OrderCancelled", new Said("取消订单", "cancelled an order")),
                    Map.entry("TicketIssued", new Said("购票成功", "bought a ticket")),
                    Map.entry("TicketRefunded", new Said("退票", "returned a ticket")),
                    Map.entry("TicketCheckedIn", new Said("检票进站", "checked in")),
                    Map.entry("TripCompleted", new Said("行程完成", "completed a trip")),
                    Map.entry("PointsCredited", new Said("积分入账", "was credited points")),
                    Map.entry("PointsSpent", new Said("使用积分", "spent points")),
                    Map.entry("PointsExpired", new Said("积分过期", "had points expire")),
                    Map.entry("PointsExpiring", new Said("积分将到期", "had points about to expire")),
                    Map.entry("ClaimDecided", new Said("补登有了结果", "had a claim decided")),
                    Map.entry("PackGiven", new Said("领到权益包", "was given a pack")),
                    Map.entry("CouponClaimed", new Said("领到优惠券", "got a coupon")),
                    Map.entry("CouponRedeemed", new Said("使用优惠券", "used a coupon")),
                    Map.entry("EntitlementUsed", new Said("使用权益", "used a benefit")),
                    Map.entry("PassBought", new Said("购买年卡", "bought a pass")),
                    Map.entry("PassUsed", new Said("凭年卡入园", "entered with a pass")),
                    Map.entry("PassEnding", new Said("年卡将到期", "had a pass about to end")),
                    Map.entry("TierAtRisk", new Said("等级将不保", "was about to lose a tier")),
                    Map.entry("InvitationBound", new Said("接受邀请", "came by an invitation")),
                    Map.entry(
                            "InviteMilestoneReached",
                            new Said("邀请达到目标", "reached an invitation goal")),
                    Map.entry("TierChanged", new Said("等级变化", "changed tier")),
                    Map.entry("TagAdded", new Said("获得标签", "got a tag")),
                    Map.entry("TagRemoved", new Said("失去标签", "lost a tag")),
                    Map.entry("SegmentEntered", new Said("进入人群", "entered a segment")),
                    Map.entry("SegmentLeft", new Said("离开人群", "left a segment")),
                    Map.entry("MessageAnswered", new Said("回复消息", "answered a message")),
                    Map.entry("LinkClicked", new Said("点开消息里的链接", "opened a link in a message")),
                    Map.entry(Trigger.CLOCK, new Said("到了设定的时间", "reached the set time")),
                    Map.entry(Trigger.HAND, new Said("由工作人员加入", "was let in by staff")),
                    Map.entry("MessageDelivered", new Said("消息送达", "got a message")));

    private FactNames() {}

    public static Said of(String fact) {
        return NAMES.getOrDefault(fact, Said.same(fact));
    }
}
