package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Phrase;
import dev.waystation.condition.Sentence;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A programme line by line, as people would tell it to each other. */
public final class ProgrammeWords {

    private ProgrammeWords() {}

    public static List<RuleLine> of(Programme programme) {
        List<RuleLine> lines = new ArrayList<>();
        lines.add(
                new RuleLine(
                        "worth",
                        new Said("积分价值", "what points are worth"),
                        new Said(
                                "100 分 = %s 元".formatted(yuan(programme.minorPer100Points())),
                                "100 points = %s yuan"
                                        .formatted(yuan(programme.minorPer100Points())))));
        programme.rules().forEach(rule -> lines.add(rule(rule, programme)));
        if (!programme.limits().isEmpty()) {
            lines.add(
                    new RuleLine(
                            "limits",
                            new Said("积分上限", "limits"),
                            joined(programme.limits().stream().map(Limit::said).toList())));
        }
        for (Club club : programme.clubs()) {
            club.tiers().forEach(tier -> lines.add(tier(club, tier)));
            lines.add(review(club));
        }
        return List.copyOf(lines);
    }

    private static RuleLine rule(RuleSketch rule, Programme programme) {
        Said sentence = RuleCheck.read(rule, programme).sentence();
        return new RuleLine(
                "rule." + rule.code(), rule.name(), sentence == null ? rule.name() : sentence);
    }

    private static RuleLine tier(Club club, Club.Level tier) {
        Attributes words = club.words();
        Phrase asks = Sentence.of(club.criteria(tier), words, new Phrase("会员", "Members"));
        Said needs =
                tier.criteria().isEmpty()
                        ? new Said("所有会员", "everybody")
                        : new Said(asks.zh(), asks.en());
        Said gives = joined(tier.benefits());
        return new RuleLine(
                "tier." + club.code() + "." + tier.code(),
                new Said(
                        club.name().zh() + " · " + tier.name().zh(),
                        club.name().en() + " · " + tier.name().en()),
                gives.zh().isEmpty()
                        ? needs
                        : new Said(
                                needs.zh() + " → " + gives.zh(), needs.en() + " → " + gives.en()));
    }

    private static RuleLine review(Club club) {
        Club.Policy policy = club.policy();
        Said when =
                switch (policy.review()) {
                    case NEVER -> new Said("终身有效", "kept for life");
                    case AT_ONCE -> new Said("不再达标当天降级", "lost the day it is no longer earned");
                    case FIXED_DAY ->
                            new Said(
                                    "每年 %s 复核".formatted(policy.fixedDay()),
                                    "reviewed every year on %s".formatted(policy.fixedDay()));
                    case TIER_START ->
                            new Said(
                                    "达到后 %d 个月复核".formatted(policy.months()),
                                    "reviewed %d months after it was reached"
                                            .formatted(policy.months()));
                    case JOIN_DATE -> new Said("入会周年复核", "reviewed on the joining day");
                    case BIRTHDAY -> new Said("生日复核", "reviewed on the birthday");
                };
        Said how =
                policy.review() == Club.Review.NEVER
                        ? new Said("", "")
                        : new Said(
                                "，提前 %d 天通知，%s"
                                        .formatted(
                                                policy.noticeDays(),
                                                policy.downgrade() == Club.Downgrade.ONE_STEP
                                                        ? "最多降一级"
                                                        : "降到实际达标的等级"),
                                ", told %d days ahead, %s"
                                        .formatted(
                                                policy.noticeDays(),
                                                policy.downgrade() == Club.Downgrade.ONE_STEP
                                                        ? "one step down at most"
                                                        : "down to what is earned"));
        return new RuleLine(
                "review." + club.code(),
                new Said(club.name().zh() + " · 复核", club.name().en() + " · review"),
                new Said(when.zh() + how.zh(), when.en() + how.en()));
    }

    private static Said joined(List<Said> parts) {
        return new Said(
                parts.stream().map(Said::zh).collect(Collectors.joining("；")),
                parts.stream().map(Said::en).collect(Collectors.joining("; ")));
    }

    private static String yuan(long minor) {
        return minor % 100 == 0
                ? Long.toString(minor / 100)
                : java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
