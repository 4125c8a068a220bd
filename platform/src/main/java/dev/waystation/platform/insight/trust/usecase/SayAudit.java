package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.model.AuditObject;
import dev.waystation.platform.operators.access.StaffNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says an entry of the trail in words: who did what to whom. */
@Component
public class SayAudit {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private static final Map<String, Said> WORDS =
            Map.ofEntries(
                    Map.entry("phone", new Said("手机号", "phone")),
                    Map.entry("name", new Said("姓名", "name")),
                    Map.entry("document", new Said("证件号", "document number")),
                    Map.entry("business", new Said("商务座", "business class")),
                    Map.entry("first", new Said("一等座", "first class")),
                    Map.entry("second", new Said("二等座", "second class")),
                    Map.entry("standing", new Said("无座", "standing")),
                    Map.entry("sms", new Said("短信", "SMS")),
                    Map.entry("email", new Said("邮件", "e-mail")),
                    Map.entry("inbox", new Said("站内信", "in-app inbox")),
                    Map.entry("wechat", new Said("微信", "WeChat")),
                    Map.entry("marketing", new Said("优惠与活动", "offers and events")),
                    Map.entry("service", new Said("行程通知", "trip notices")),
                    Map.entry("true", new Said("同意", "agreed")),
                    Map.entry("false", new Said("撤回", "withdrawn")),
                    Map.entry("demo", new Said("示例数据", "Sample data")),
                    Map.entry("unknown", new Said("未知账号", "An unknown login")),
                    Map.entry("administrator", new Said("管理员", "administrator")),
                    Map.entry("operations", new Said("会员运营", "operations")),
                    Map.entry("ticket_window", new Said("售票窗口", "ticket window")),
                    Map.entry("gate", new Said("检票员", "gate")),
                    Map.entry("finance", new Said("财务", "finance")),
                    Map.entry("executive", new Said("管理层", "executive")),
                    Map.entry("auditor", new Said("审计", "auditor")),
                    Map.entry("system", new Said("系统", "The system")));

    private static final Said NOTHING = Said.same("");

    /**
     * An entry in words.
     *
     * @param about the thing it is about, as the console addresses it; null when it has no page
     */
    public record Line(Said who, Said action, Said detail, @Nullable String about) {}

    private final StaffNames staff;
    private final JsonMapper json;

    SayAudit(StaffNames staff, JsonMapper json) {
        this.staff = staff;
        this.json = json;
    }

    public Line handle(AuditEntry entry) {
        Map<String, Object> values = json.readValue(entry.detail(), VALUES);
        Said who = who(entry.actor());
        return switch (entry.action()) {
            case "PersonalDataRevealed" ->
                    new Line(
                            who,
                            new Said("查看会员隐私", "Revealed personal data"),
                            say(
                                    word(values, "field"),
                                    Said.same(text(values, "reason")),
                                    "%s；理由：%s",
                                    "%s; reason: %s"),
                            AuditObject.about(entry));
            case "InvitationReviewed" ->
                    new Line(
                            who,
                            text(values, "approved").equals("true")
                                    ? new Said("通过一条邀请", "Approved an invitation")
                                    : new Said("驳回一条邀请", "Rejected an invitation"),
                            Said.same(text(values, "reason")),
                            AuditObject.about(entry));
            case "ReleasePlanPublished" ->
                    new Line(
                            who,
                            new Said("发布放票方案", "Published a release plan"),
                            say(
                                    Said.same(text(values, "trainCode")),
                                    say(
                                            word(values, "seatClass"),
                                            Said.same(text(values, "version")),
                                            "%s，第 %s 版",
                                            "%s, version %s"),
                                    "%s %s",
                                    "%s %s"),
                            AuditObject.about(entry));
            case "ConsentChanged" ->
                    new Line(
                            who,
                            new Said("更改授权", "Changed a consent"),
                            say(
                                    say(
                                            word(values, "channel"),
                                            word(values, "purpose"),
                                            "%s · %s",
                                            "%s · %s"),
                                    word(values, "granted"),
                                    "%s：%s",
                                    "%s: %s"),
                            AuditObject.about(entry));
            case "MemberCorrected" ->
                    about(entry, who, new Said("更正会员资料", "Corrected a member"), NOTHING);
            case "MemberLeft" ->
                    about(
                            entry,
                            who,
                            new Said("移除会员", "Removed a member"),
                            Said.same(text(values, "cause")));
            case "MembersLinked" ->
                    about(
                            entry,
                            who,
                            Boolean.TRUE.equals(values.get("linked"))
                                    ? new Said("合并会员", "Merged members")
                                    : new Said("撤销合并", "Undid a merge"),
                            Said.same(text(values, "reason")));
            case "StaffScoped", "ProgramScoped", "SharingChanged" ->
                    about(
                            entry,
                            who,
                            AuditOfVenues.action(entry.action(), values),
                            AuditOfVenues.detail(values));
            case "MembersTagged", "TagRuleSet" ->
                    about(
                            entry,
                            who,
                            AuditOfTags.action(entry.action(), values),
                            AuditOfTags.detail(values));
            case "ModelPutInForce", "ScoresDrifted" ->
                    about(
                            entry,
                            who,
                            AuditOfModels.action(entry.action(), values),
                            AuditOfModels.detail(values));
            case "TicketChanged" ->
                    about(
                            entry,
                            who,
                            new Said("改签车票", "Changed a ticket"),
                            say(
                                    ticket(values, "ticketId"),
                                    ticket(values, "newTicketId"),
                                    "%s → %s",
                                    "%s → %s"));
            case "PointsCorrected" ->
                    about(
                            entry,
                            who,
                            new Said("更正积分", "Corrected a balance"),
                            say(
                                    Said.same(text(values, "change")),
                                    Said.same(text(values, "source")),
                                    "%s 分；%s",
                                    "%s points; %s"));
            case "ClaimDecided" ->
                    about(
                            entry,
                            who,
                            text(values, "points").equals("0")
                                    ? new Said("驳回补登申请", "Rejected a claim")
                                    : new Said("通过补登申请", "Accepted a claim"),
                            say(
                                    Said.same(text(values, "order")),
                                    Said.same(text(values, "decision")),
                                    "%s：%s",
                                    "%s: %s"));
            case "StaffSignedIn" ->
                    new Line(who, new Said("登录", "Signed in"), NOTHING, AuditObject.about(entry));
            case "StaffSignedOut" ->
                    new Line(
                            who, new Said("退出登录", "Signed out"), NOTHING, AuditObject.about(entry));
            case "StaffSignInFailed" ->
                    new Line(
                            who,
                            new Said("登录失败", "Failed to sign in"),
                            NOTHING,
                            AuditObject.about(entry));
            case "StaffSignInLocked" ->
                    new Line(
                            who,
                            new Said("多次失败，登录被锁定", "Locked after repeated failures"),
                            NOTHING,
                            AuditObject.about(entry));
            case "StaffAdded" ->
                    new Line(
                            who,
                            new Said("新增员工", "Added a member of staff"),
                            say(
                                    who("staff:" + entry.subject()),
                                    words(values, "roles"),
                                    "%s：%s",
                                    "%s: %s"),
                            AuditObject.about(entry));
            case "StaffChanged" ->
                    new Line(
                            who,
                            new Said("变更员工", "Changed a member of staff"),
                            say(
                                    who("staff:" + entry.subject()),
                                    say(words(values, "roles"), active(values), "%s，%s", "%s, %s"),
                                    "%s：%s",
                                    "%s: %s"),
                            AuditObject.about(entry));
            case "ApiKeyIssued" ->
                    new Line(
                            who,
                            new Said("发放接口密钥", "Issued an API key"),
                            words(values, "scopes"),
                            AuditObject.about(entry));
            case "ApiKeyRevoked" ->
                    new Line(
                            who,
                            new Said("吊销接口密钥", "Revoked an API key"),
                            NOTHING,
                            AuditObject.about(entry));
            default ->
                    SayMembersRules.of(entry, who, values)
                            .or(() -> AuditOfJourneys.of(entry, who, values))
                            .orElseGet(() ->
                                    new Line(
                                            who,
                                            Said.same(entry.action()),
                                            Said.same(entry.detail()),
                                            null));
        };
    }

    private static Line about(AuditEntry entry, Said who, Said action, Said detail) {
        return new Line(who, action, detail, AuditObject.about(entry));
    }

    private Said who(String actor) {
        if (actor.matches("staff:\\d{1,18}")) {
            return Said.same(staff.name(Long.parseLong(actor.substring(6))).orElse(actor));
        }
        if (actor.matches("(member|registration):\\d+")) {
            return new Said("会员本人", "The member");
        }
        return WORDS.getOrDefault(actor, Said.same(actor));
    }

    private static Said say(Said first, Said second, String zh, String en) {
        return new Said(
                zh.formatted(first.zh(), second.zh()), en.formatted(first.en(), second.en()));
    }

    private static Said word(Map<String, Object> values, String key) {
        String code = text(values, key);
        return WORDS.getOrDefault(code, Said.same(code));
    }

    private static Said words(Map<String, Object> values, String key) {
        List<Said> said = new ArrayList<>();
        if (values.get(key) instanceof Iterable<?> codes) {
            codes.forEach(code ->
                    said.add(WORDS.getOrDefault(code.toString(), Said.same(code.toString()))));
        }
        return new Said(
                String.join("、", said.stream().map(Said::zh).toList()),
                String.join(", ", said.stream().map(Said::en).toList()));
    }

    private static Said active(Map<String, Object> values) {
        return Boolean.TRUE.equals(values.get("active"))
                ? new Said("在用", "active")
                : new Said("停用", "switched off");
    }

    private static Said ticket(Map<String, Object> values, String key) {
        return Said.same(PublicId.encode("tkt", Long.parseLong(text(values, key))));
    }

    private static String text(Map<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }
}
