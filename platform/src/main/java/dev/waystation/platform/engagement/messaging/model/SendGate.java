package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Consent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a message may leave. The checks come in a fixed order, the first one that fails
 * decides, and every check that was made is kept as a reason.
 */
public final class SendGate {

    /** Messages per member within seven days; what the member waits for himself is not counted. */
    public static final int CAP = 4;

    public static final int CAP_DAYS = 7;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final QuietHours quietHours;

    public SendGate(QuietHours quietHours) {
        this.quietHours = quietHours;
    }

    /** Leaves now, leaves later, or does not leave. */
    public sealed interface Verdict {

        Explanation why();

        record Leaves(Explanation why) implements Verdict {}

        record Waits(Instant until, Explanation why) implements Verdict {}

        record Stays(WithheldReason reason, Explanation why) implements Verdict {}
    }

    public Verdict judge(Candidate candidate, Instant now) {
        var asked = new ArrayList<Reason>();
        WithheldReason failed = firstFailure(candidate, asked);
        if (failed != null) {
            Reason last = asked.getLast();
            var sentence = new Said("未发送：" + last.text().zh(), "Not sent: " + last.text().en());
            return new Verdict.Stays(failed, new Explanation(sentence, asked));
        }
        if (candidate.purpose().equals(MessageOffer.TRANSACTIONAL)) {
            return new Verdict.Leaves(
                    new Explanation(
                            new Said(
                                    "立即发送：会员正在等待这条消息",
                                    "Sent at once: the member is waiting for it"),
                            asked));
        }
        Instant loud = quietHours.firstLoudInstant(now);
        boolean quiet = loud.isAfter(now);
        String until = CLOCK.format(loud.atZone(quietHours.zone()));
        asked.add(
                new Reason(
                        "QUIET_HOURS",
                        !quiet,
                        quiet
                                ? new Said(
                                        "免打扰时段，" + until + " 发送", "quiet hours, sent at " + until)
                                : new Said("不在免打扰时段", "outside quiet hours"),
                        Map.of("until", loud.toString())));
        if (quiet) {
            var sentence =
                    new Said("推迟到 " + until + "：免打扰时段", "Delayed to " + until + ": quiet hours");
            return new Verdict.Waits(loud, new Explanation(sentence, asked));
        }
        return new Verdict.Leaves(
                new Explanation(new Said("已通过全部检查", "Passed every check"), asked));
    }

    private static @Nullable WithheldReason firstFailure(Candidate it, List<Reason> asked) {
        if (!ask(
                asked,
                "MEMBER_IS_KNOWN",
                it.memberIsKnown(),
                new Said("会员存在", "the member is known"),
                new Said("会员不存在或已注销", "the member is unknown or erased"),
                Map.of())) {
            return WithheldReason.UNKNOWN_MEMBER;
        }
        Template template = it.template();
        if (!ask(
                        asked,
                        "TEMPLATE_IS_PUBLISHED",
                        template != null,
                        new Said("模板已发布", "the template is published"),
                        new Said("模板未发布", "the template is not published"),
                        Map.of())
                || template == null) {
            return WithheldReason.TEMPLATE_IS_NOT_PUBLISHED;
        }
        Set<String> missing = new HashSet<>(template.placeholders());
        missing.removeAll(it.values().keySet());
        if (!ask(
                asked,
                "VALUES_ARE_COMPLETE",
                missing.isEmpty(),
                new Said("模板变量齐全", "every value of the text is given"),
                new Said("缺少模板变量 " + missing, "values are missing: " + missing),
                Map.of("missing", List.copyOf(missing)))) {
            return WithheldReason.VALUE_IS_MISSING;
        }
        if (!it.purpose().equals(MessageOffer.TRANSACTIONAL)) {
            WithheldReason refusal = consent(it.consent(), asked);
            if (refusal != null) {
                return refusal;
            }
        }
        if (!ask(
                asked,
                "HAS_ADDRESS",
                it.hasAddress(),
                new Said("该渠道有地址", "the channel has an address"),
                new Said("该渠道没有地址", "the channel has no address"),
                Map.of())) {
            return WithheldReason.NO_ADDRESS;
        }
        if (!it.purpose().equals(MessageOffer.TRANSACTIONAL)) {
            Map<String, Object> figures =
                    Map.of("sent", it.sentLately(), "cap", CAP, "days", CAP_DAYS);
            String share = it.sentLately() + "/" + CAP;
            if (!ask(
                    asked,
                    "UNDER_THE_CAP",
                    it.sentLately() < CAP,
                    new Said("7 天内 " + share + " 条", share + " messages within 7 days"),
                    new Said("7 天内已达 " + share + " 条", share + " messages within 7 days already"),
                    figures)) {
                return WithheldReason.FREQUENCY_CAP;
            }
        }
        return null;
    }

    private static @Nullable WithheldReason consent(Consent consent, List<Reason> asked) {
        Map<String, Object> what =
                Map.of("channel", consent.channel(), "purpose", consent.purpose());
        boolean spoke = consent.since() != null;
        if (!ask(
                asked,
                "CONSENT_IS_GIVEN",
                consent.granted() || spoke,
                new Said("会员对该渠道和用途有表态", "the member spoke on this channel and purpose"),
                new Said("会员未同意该渠道和用途", "no consent for this channel and purpose"),
                what)) {
            return WithheldReason.NO_CONSENT;
        }
        if (!ask(
                asked,
                "NOT_OPTED_OUT",
                consent.granted(),
                new Said("会员已同意", "the member agreed"),
                new Said("会员已退订", "the member opted out"),
                what)) {
            return WithheldReason.OPTED_OUT;
        }
        return null;
    }

    private static boolean ask(
            List<Reason> asked,
            String code,
            boolean holds,
            Said yes,
            Said no,
            Map<String, Object> values) {
        asked.add(new Reason(code, holds, holds ? yes : no, values));
        return holds;
    }
}
