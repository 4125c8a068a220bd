package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a message may leave. The checks come in a fixed order, the first one that fails
 * decides, and every check that was made is kept as a reason: the member, the text, consent,
 * address, suppression, staleness, quiet hours, caps.
 */
public final class SendGate {

    /** The customary cap: messages per member within seven days. */
    public static final int CAP = 4;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final SendRules rules;

    public SendGate(SendRules rules) {
        this.rules = rules;
    }

    /** Leaves now, leaves later, or does not leave. */
    public sealed interface Verdict {

        Explanation why();

        record Leaves(Explanation why) implements Verdict {}

        record Waits(Instant until, Explanation why) implements Verdict {}

        record Stays(WithheldReason reason, Explanation why) implements Verdict {}
    }

    public Verdict judge(Candidate candidate, Instant now) {
        return judge(candidate, null, now);
    }

    /**
     * @param habit when the reader opens messages; null when nothing is known
     */
    public Verdict judge(Candidate candidate, @Nullable ReadingHabit habit, Instant now) {
        return new Hearing(candidate, habit, now, true).verdict();
    }

    /** The same checks for any message of that purpose, whatever its text. */
    public Verdict reach(Candidate candidate, Instant now) {
        return new Hearing(candidate, null, now, false).verdict();
    }

    /** One candidate's way through the checks. */
    private final class Hearing {

        private final Candidate it;
        private final boolean awaited;
        private final boolean ofText;
        private final SendRules.Night night;
        private final Instant loud;
        private final Instant due;
        private final boolean quiet;
        private final List<Reason> asked = new ArrayList<>();

        private Hearing(
                Candidate candidate, @Nullable ReadingHabit habit, Instant now, boolean ofText) {
            it = candidate;
            this.ofText = ofText;
            awaited = candidate.purpose().equals(MessageOffer.TRANSACTIONAL);
            night =
                    rules.night(
                            candidate.purpose(),
                            candidate.consent().channel(),
                            candidate.zone(),
                            now,
                            now);
            loud = night.loud();
            due = rules.due(candidate, habit, loud);
            quiet = loud.isAfter(now);
        }

        private Verdict verdict() {
            WithheldReason failed = firstFailure();
            if (failed != null) {
                Said last = asked.getLast().text();
                var sentence = new Said("未发送：" + last.zh(), "Not sent: " + last.en());
                return new Verdict.Stays(failed, new Explanation(sentence, asked));
            }
            if (quiet || due.isAfter(loud)) {
                String until = clock(due);
                var sentence =
                        due.isAfter(loud)
                                ? new Said(
                                        "推迟到 " + until + "：这位会员常在这时看消息",
                                        "Delayed to " + until + ": when this member reads")
                                : new Said(
                                        "推迟到 " + until + "：免打扰时段",
                                        "Delayed to " + until + ": quiet hours");
                return new Verdict.Waits(due, new Explanation(sentence, asked));
            }
            return new Verdict.Leaves(
                    new Explanation(
                            awaited
                                    ? new Said(
                                            "立即发送：会员正在等待这条消息",
                                            "Sent at once: the member is waiting for it")
                                    : new Said("已通过全部检查", "Passed every check"),
                            asked));
        }

        private @Nullable WithheldReason firstFailure() {
            if (!ask(
                    "MEMBER_IS_KNOWN",
                    it.memberIsKnown(),
                    new Said("会员存在", "the member is known"),
                    new Said("会员不存在或已注销", "the member is unknown or erased"),
                    Map.of())) {
                return WithheldReason.UNKNOWN_MEMBER;
            }
            WithheldReason text = ofText ? text() : null;
            if (text != null) {
                return text;
            }
            WithheldReason consent = awaited ? null : consent();
            if (consent != null) {
                return consent;
            }
            if (!ask(
                    "HAS_ADDRESS",
                    it.hasAddress(),
                    new Said("该渠道有地址", "the channel has an address"),
                    new Said("该渠道没有地址", "the channel has no address"),
                    Map.of())) {
                return WithheldReason.NO_ADDRESS;
            }
            if (!ask(
                    "NOT_SUPPRESSED",
                    !it.suppressed(),
                    new Said("地址未被停用", "the address is not suppressed"),
                    new Said(
                            "地址已停用：退信、投诉或禁发",
                            "the address is suppressed: bounced, complained or barred"),
                    Map.of())) {
                return WithheldReason.SUPPRESSED;
            }
            Instant stale = it.staleAt();
            if (stale != null
                    && !ask(
                            "STILL_OF_USE",
                            due.isBefore(stale),
                            new Said("仍在时效内", "still of use"),
                            new Said("送出时已过时效", "of no use any more when it would leave"),
                            Map.of("staleAt", stale.toString()))) {
                return WithheldReason.STALE;
            }
            return awaited ? null : paced();
        }

        private @Nullable WithheldReason text() {
            Template template = it.template();
            if (!ask(
                            "TEMPLATE_IS_PUBLISHED",
                            template != null,
                            new Said("模板已发布", "the template is published"),
                            new Said("模板未发布", "the template is not published"),
                            Map.of())
                    || template == null) {
                return WithheldReason.TEMPLATE_IS_NOT_PUBLISHED;
            }
            Set<String> missing = new HashSet<>(template.placeholders());
            missing.removeIf(name -> !TemplateText.isMissing(it.values(), name));
            return ask(
                            "VALUES_ARE_COMPLETE",
                            missing.isEmpty(),
                            new Said("模板变量齐全", "every value of the text is given"),
                            new Said("缺少模板变量 " + missing, "values are missing: " + missing),
                            Map.of("missing", List.copyOf(missing)))
                    ? null
                    : WithheldReason.VALUE_IS_MISSING;
        }

        private @Nullable WithheldReason consent() {
            Consent consent = it.consent();
            Map<String, Object> what =
                    Map.of("channel", consent.channel(), "purpose", consent.purpose());
            if (!ask(
                    "CONSENT_IS_GIVEN",
                    consent.granted() || consent.since() != null,
                    new Said("会员对该渠道和用途有表态", "the member spoke on this channel and purpose"),
                    new Said("会员未同意该渠道和用途", "no consent for this channel and purpose"),
                    what)) {
                return WithheldReason.NO_CONSENT;
            }
            return ask(
                            "NOT_OPTED_OUT",
                            consent.granted(),
                            new Said("会员已同意", "the member agreed"),
                            new Said("会员已退订", "the member opted out"),
                            what)
                    ? null
                    : WithheldReason.OPTED_OUT;
        }

        /** Quiet hours move the day on which a cap counts, so they come first. */
        private @Nullable WithheldReason paced() {
            String until = clock(loud);
            ask(
                    "QUIET_HOURS",
                    !quiet,
                    new Said("不在免打扰时段", "outside quiet hours"),
                    new Said("免打扰时段，" + until + " 发送", "quiet hours, sent at " + until),
                    Map.of("until", loud.toString(), "zone", it.zone().getId()));
            if (quiet
                    && !ask(
                            "WORTH_THE_WAIT",
                            !night.dropped(),
                            new Said("可以等到时段结束", "it can wait for their end"),
                            new Said("按规则不等到时段结束", "by the rules it does not wait so long"),
                            Map.of())) {
                return WithheldReason.QUIET_HOURS;
            }
            if (rules.waitsForBestHour(it.purpose(), it.consent().channel())) {
                String best = clock(due);
                ask(
                        "BEST_HOUR",
                        !due.isAfter(loud),
                        new Said("正是会员常看消息的时候", "the hour at which the member reads"),
                        new Said("会员常看消息的时候是 " + best, "the member reads at " + best),
                        Map.of("until", due.toString()));
            }
            LocalDate day = due.atZone(VenueZone.DEFAULT).toLocalDate();
            for (SendRules.Cap cap : rules.caps()) {
                if (!cap.concerns(it.purpose(), it.consent().channel())) {
                    continue;
                }
                int sent = it.sentUnder(cap, day);
                String share = sent + "/" + cap.most();
                if (!ask(
                        "UNDER_THE_CAP",
                        sent < cap.most(),
                        new Said(
                                cap.days() + " 天内 " + share + " 条",
                                share + " messages within " + cap.days() + " days"),
                        new Said(
                                cap.days() + " 天内已达 " + share + " 条",
                                share + " messages within " + cap.days() + " days already"),
                        Map.of("sent", sent, "cap", cap.most(), "days", cap.days()))) {
                    return WithheldReason.FREQUENCY_CAP;
                }
            }
            return null;
        }

        private String clock(Instant at) {
            return CLOCK.format(at.atZone(it.zone()));
        }

        private boolean ask(
                String code, boolean holds, Said yes, Said no, Map<String, Object> values) {
            asked.add(new Reason(code, holds, holds ? yes : no, values));
            return holds;
        }
    }
}
