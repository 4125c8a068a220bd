package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Cells;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.ClaimOutcome;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.IntakeCoupons;
import dev.waystation.platform.members.benefits.store.IntakeCoupons.Holding;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.MemberLookup;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Coupons from files. A row says how many usable coupons of a campaign a member has; the missing
 * ones are given from the campaign's stock, and a row that would take coupons away is refused.
 */
@Service
class CouponIntake implements Intake {

    static final String SOURCE = "import";

    private static final String CAMPAIGN = "campaign";
    private static final String COUNT = "count";
    private static final int MOST = 20;
    private static final String PREFIX = "cmp";

    private final MemberLookup members;
    private final CouponCampaignStore campaigns;
    private final IntakeCoupons coupons;
    private final Claims claims;
    private final Clock clock;

    CouponIntake(
            MemberLookup members,
            CouponCampaignStore campaigns,
            IntakeCoupons coupons,
            Claims claims,
            Clock clock) {
        this.members = members;
        this.campaigns = campaigns;
        this.coupons = coupons;
        this.claims = claims;
        this.clock = clock;
    }

    /** What a row would do: so many coupons more, or a verdict that needs none. */
    private record Plan(IntakeRow row, Verdict verdict, @Nullable Holding what, int missing) {

        List<UUID> references() {
            return IntStream.range(0, missing).mapToObj(i -> nth(row.reference(), i)).toList();
        }
    }

    @Override
    public String subject() {
        return "coupons";
    }

    @Override
    public Said title() {
        return new Said("会员优惠券", "Members' coupons");
    }

    @Override
    public boolean bringsValue() {
        return true;
    }

    @Override
    public List<IntakeColumn> columns() {
        List<IntakeColumn> columns = new ArrayList<>(MemberCells.columns());
        columns.add(
                new IntakeColumn(
                        CAMPAIGN,
                        new Said("券活动", "Campaign"),
                        List.of("活动编号", "券活动编号", "优惠券", "优惠券编号", "campaign id"),
                        true,
                        new Said("券活动页面上的编号", "The number on the campaign's page"),
                        "cmp_…"));
        columns.add(
                new IntakeColumn(
                        COUNT,
                        new Said("张数", "Coupons"),
                        List.of("数量", "券张数", "可用张数", "count"),
                        false,
                        new Said("应有的可用张数，不填为 1", "How many usable ones; 1 when empty"),
                        "1"));
        return columns;
    }

    @Override
    public List<String> keys(IntakeRow row) {
        String member = MemberCells.name(row);
        return member.isEmpty() ? List.of() : List.of(member + " " + row.cell(CAMPAIGN).orElse(""));
    }

    @Override
    public List<Verdict> judge(List<IntakeRow> rows) {
        return plan(rows).stream().map(Plan::verdict).toList();
    }

    @Override
    public List<Verdict> apply(List<IntakeRow> rows, Run run) {
        List<Plan> plans = plan(rows);
        List<Claim> asked = new ArrayList<>();
        for (Plan plan : plans) {
            Holding what = plan.what();
            if (what != null) {
                plan.references()
                        .forEach(each ->
                                asked.add(
                                        new Claim(
                                                each, what.memberId(), what.campaignId(), SOURCE)));
            }
        }
        Map<UUID, ClaimOutcome> outcomes = new HashMap<>();
        List<ClaimOutcome> answers = claims.claimAll(asked);
        for (int i = 0; i < asked.size(); i++) {
            outcomes.put(asked.get(i).reference(), answers.get(i));
        }
        return plans.stream().map(plan -> outcome(plan, outcomes)).toList();
    }

    @Override
    public List<Verdict> undo(List<Effect> effects, Run run) {
        Map<UUID, List<UUID>> byRow = new HashMap<>();
        List<Holding> holdings = new ArrayList<>();
        for (Effect effect : effects) {
            String[] target = effect.target().split(" ", -1);
            holdings.add(new Holding(Long.parseLong(target[0]), Long.parseLong(target[1])));
            byRow.put(
                    effect.reference(),
                    IntStream.range(0, Integer.parseInt(target[2]))
                            .mapToObj(i -> nth(effect.reference(), i))
                            .toList());
        }
        List<UUID> all = byRow.values().stream().flatMap(List::stream).toList();
        Map<UUID, Boolean> usable = coupons.given(holdings, all, clock.instant());
        coupons.end(holdings, all, clock.instant());
        return effects.stream()
                .map(effect ->
                        byRow.getOrDefault(effect.reference(), List.of()).stream()
                                        .allMatch(each -> usable.getOrDefault(each, true))
                                ? new Verdict.Unchanged()
                                : Verdict.rejected(
                                        "",
                                        new Said(
                                                "会员已用掉其中的券，未用的已作废",
                                                "The member has used coupons of it; unused ones have ended")))
                .toList();
    }

    @Override
    public Export export(String after, int limit) {
        long from = after.isEmpty() ? Long.MIN_VALUE : Long.parseLong(after);
        List<List<String>> rows = new ArrayList<>();
        coupons.after(from, limit, clock.instant())
                .forEach((what, count) ->
                        rows.add(
                                List.of(
                                        MemberCells.number(what.memberId()),
                                        "",
                                        "",
                                        PublicId.encode(PREFIX, what.campaignId()),
                                        Integer.toString(count))));
        long last = coupons.last(from, limit);
        return new Export(rows, last == 0 ? "" : Long.toString(last));
    }

    private List<Plan> plan(List<IntakeRow> rows) {
        List<Optional<Long>> who = members.find(rows.stream().map(MemberCells::key).toList());
        Map<String, Optional<Campaign>> known = new HashMap<>();
        List<Plan> read = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            read.add(read(rows.get(i), who.get(i), known));
        }
        List<Holding> asked = read.stream().map(Plan::what).filter(Objects::nonNull).toList();
        Map<Holding, Integer> has = coupons.usable(asked, clock.instant());
        Map<UUID, Boolean> given =
                coupons.given(
                        asked,
                        read.stream().flatMap(plan -> plan.references().stream()).toList(),
                        clock.instant());
        return read.stream().map(plan -> against(plan, has, given)).toList();
    }

    /** The row as it reads; {@code missing} is the whole count yet. */
    private Plan read(IntakeRow row, Optional<Long> member, Map<String, Optional<Campaign>> known) {
        Cells cells = new Cells(row);
        String typed = cells.needed(CAMPAIGN, new Said("券活动", "Campaign"));
        Optional<Campaign> campaign = known.computeIfAbsent(typed, this::campaign);
        if (campaign.isEmpty() && !typed.isEmpty()) {
            cells.fault(
                    CAMPAIGN,
                    "没有编号为“" + typed + "”的券活动",
                    "There is no campaign with the number “" + typed + "”");
        } else if (campaign.filter(each -> each.state() != Campaign.State.LIVE).isPresent()) {
            cells.fault(CAMPAIGN, "这个券活动没有在进行中", "This campaign is not live");
        }
        Optional<Long> count = cells.whole(COUNT, MOST);
        if (member.isEmpty()) {
            cells.faults().add(MemberCells.nobody(row));
        }
        return cells.faults().isEmpty()
                ? new Plan(
                        row,
                        new Verdict.Unchanged(),
                        new Holding(campaign.orElseThrow().id(), member.orElseThrow()),
                        Math.toIntExact(count.orElse(1L)))
                : new Plan(row, new Verdict.Rejected(cells.faults()), null, 0);
    }

    private Optional<Campaign> campaign(String typed) {
        try {
            return campaigns.find(PublicId.decode(PREFIX, typed));
        } catch (Malformed notANumber) {
            return Optional.empty();
        }
    }

    private static Plan against(Plan plan, Map<Holding, Integer> has, Map<UUID, Boolean> given) {
        Holding what = plan.what();
        if (what == null) {
            return plan;
        }
        // What this import gave before it was cut off is its own doing, not found.
        int before = (int) plan.references().stream().filter(given::containsKey).count();
        int missing = plan.missing() - (has.getOrDefault(what, 0) - before);
        if (missing < 0) {
            return new Plan(
                    plan.row(),
                    Verdict.rejected(
                            COUNT,
                            new Said(
                                    "会员现有 %d 张，导入不会收回优惠券".formatted(has.getOrDefault(what, 0)),
                                    "The member has %d; an import takes none away"
                                            .formatted(has.getOrDefault(what, 0)))),
                    null,
                    0);
        }
        return new Plan(plan.row(), verdict(what, missing, has, before), what, missing);
    }

    private static Verdict verdict(
            Holding what, int missing, Map<Holding, Integer> has, int before) {
        if (missing == 0) {
            return new Verdict.Unchanged();
        }
        String target = what.campaignId() + " " + what.memberId() + " " + missing;
        return has.getOrDefault(what, 0) == before
                ? new Verdict.New(target)
                : new Verdict.Updated(target, "");
    }

    private static Verdict outcome(Plan plan, Map<UUID, ClaimOutcome> outcomes) {
        for (UUID reference : plan.references()) {
            if (outcomes.get(reference) instanceof ClaimOutcome.Refused refused) {
                return Verdict.rejected(
                        CAMPAIGN,
                        new Said(
                                "券没有发出：活动的库存或每人限领已用完（上限 " + refused.limit() + "）",
                                "No coupon was given: the campaign's stock or its limit per member is used up (limit %d)"
                                        .formatted(refused.limit())));
            }
        }
        return plan.verdict();
    }

    private static UUID nth(UUID row, int number) {
        return UUID.nameUUIDFromBytes(
                ("coupon " + row + " " + number).getBytes(StandardCharsets.UTF_8));
    }
}
