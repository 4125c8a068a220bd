package dev.waystation.platform.insight.analytics.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people call the codes in facts, for the codes that nobody can rename. */
final class CodeNames {

    private static final Map<String, Said> NAMES = new HashMap<>();

    static {
        name("seatClass", "business", "商务座", "Business class");
        name("seatClass", "first", "一等座", "First class");
        name("seatClass", "second", "二等座", "Second class");
        name("seatClass", "standing", "无座", "Standing");
        name("channel", "sms", "短信", "SMS");
        name("channel", "email", "邮件", "E-mail");
        name("channel", "inbox", "站内信", "In-app inbox");
        name("channel", "wechat", "微信", "WeChat");
        name("channel", "web", "网上", "the web");
        name("channel", "demo", "示例数据", "sample data");
        name("channel", "window", "窗口", "a ticket window");
        name("purpose", "marketing", "优惠与活动", "offers and events");
        name("purpose", "service", "行程通知", "trip notices");
        name("purpose", "transactional", "交易通知", "transaction notices");
        name("granted", "true", "同意", "agreed");
        name("granted", "false", "撤回", "withdrawn");
        name("currency", "points", "积分", "Points");
        name("currency", "qualifying", "定级积分", "Qualifying points");
        name("source", "travel", "乘车", "Travel");
        name("source", "expiry", "到期", "Expiry");
        name("source", "journey", "活动赠送", "A gift");
        name("source", "transfer", "转赠", "A transfer");
        name("source", "transfer fee", "转赠手续费", "The fee of a transfer");
        name("source", "family", "家庭积分", "The family pool");
        name("source", "partner", "合作伙伴", "A partner");
        name("source", "referral", "邀请", "An invitation");
        name("source", "draw", "抽奖", "A draw");
        name("source", "challenge", "挑战", "A challenge");
        name("source", "auction", "竞拍", "An auction");
        name("source", "annual pass", "年卡", "An annual pass");
        name("source", "adjustment", "人工调整", "A correction by staff");
        name("source", "claim", "补登", "A claim");
        name("source", "import", "导入", "An import");
        name("cause", "time", "随时间变化", "As time passed");
        name("cause", "TripCompleted", "因为完成行程", "After a completed trip");
        name("cause", "TicketIssued", "因为购票", "After buying a ticket");
        name("cause", "TicketRefunded", "因为退票", "After a refund");
        name("cause", "PointsCredited", "因为积分入账", "After points were credited");
        name("cause", "PointsSpent", "因为使用积分", "After points were spent");
        name("cause", "PointsExpired", "因为积分到期", "After points expired");
        name("cause", "MemberRegistered", "因为注册", "After registering");
        name("cause", "StudentVerified", "因为学生认证", "After verifying as a student");
        name("cause", "TierChanged", "因为等级变化", "After a change of tier");
        name("cause", "ConsentChanged", "因为更新授权", "After changing a consent");
        name("cause", "TagAdded", "因为获得标签", "After getting a tag");
        name("cause", "TagRemoved", "因为失去标签", "After losing a tag");
        name("cause", "published", "人群发布时已符合", "Inside when it was published");
        name("cause", "edit", "人群规则修改", "Its rule was changed");
        name("cause", "manual", "人工调整", "Set by hand");
        name("reason", "UNKNOWN_MEMBER", "会员不存在", "the member is not known");
        name("reason", "TEMPLATE_IS_NOT_PUBLISHED", "模板未发布", "the text is not published");
        name("reason", "VALUE_IS_MISSING", "内容缺少变量", "a value of the text is missing");
        name("reason", "NO_CONSENT", "会员没有表态", "no consent was given");
        name("reason", "OPTED_OUT", "会员已退订", "the member opted out");
        name("reason", "NO_ADDRESS", "没有可用的地址", "there is no address");
        name("reason", "FREQUENCY_CAP", "超过频次上限", "the frequency cap was reached");
    }

    private CodeNames() {}

    private static void name(String key, String code, String zh, String en) {
        NAMES.put(key + "/" + code, new Said(zh, en));
    }

    /** What people call a code; one such as {@code journey/first-trip} goes by its first part. */
    static Optional<Said> of(String key, String code) {
        Said whole = NAMES.get(key + "/" + code);
        return Optional.ofNullable(
                whole != null ? whole : NAMES.get(key + "/" + code.split("[/:]", 2)[0]));
    }
}
