package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Cells;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.MemberLookup;
import dev.waystation.platform.members.wallet.CardRefusal;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.store.IntakeCards;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Stored value from files. A row says what is on a card; a card that is missing is opened in its
 * member's name, missing money is loaded under the caps of the card's class, and a row that would
 * take money away is refused.
 */
@Service
class StoredValueIntake implements Intake {

    private static final String CARD = "card";
    private static final String PRINCIPAL = "principal";
    private static final String GIFT = "gift";
    private static final String PACK = "cn";
    private static final long MOST = 10_000_000;

    private final MemberLookup members;
    private final IntakeCards cards;
    private final CareForCard care;
    private final StoredValue value;
    private final Points points;
    private final Phrases phrases;

    StoredValueIntake(
            MemberLookup members,
            IntakeCards cards,
            CareForCard care,
            StoredValue value,
            Points points,
            Phrases phrases) {
        this.members = members;
        this.cards = cards;
        this.care = care;
        this.value = value;
        this.points = points;
        this.phrases = phrases;
    }

    /** What a row would do. */
    private record Plan(
            IntakeRow row,
            Verdict verdict,
            String medium,
            IntakeCards.@Nullable Stored card,
            long member,
            long principal,
            long gift) {}

    @Override
    public String subject() {
        return "stored-value";
    }

    @Override
    public Said title() {
        return new Said("储值余额", "Stored value");
    }

    @Override
    public boolean bringsValue() {
        return true;
    }

    @Override
    public List<IntakeColumn> columns() {
        List<IntakeColumn> columns = new ArrayList<>();
        columns.add(
                new IntakeColumn(
                        CARD,
                        new Said("储值卡号", "Card"),
                        List.of("卡号", "储值卡", "实体卡号", "card no", "medium"),
                        true,
                        new Said("6 到 40 个字符", "6 to 40 characters"),
                        "CARD-000001"));
        columns.addAll(MemberCells.columns());
        columns.add(money(PRINCIPAL, "本金（元）", "Principal (yuan)", "1000.00", "本金", "实充余额", "储值余额"));
        columns.add(money(GIFT, "赠送金（元）", "Gift (yuan)", "200.00", "赠送金", "赠送余额", "赠金"));
        return columns;
    }

    @Override
    public List<String> keys(IntakeRow row) {
        return row.cell(CARD).stream().toList();
    }

    @Override
    public List<Verdict> judge(List<IntakeRow> rows) {
        return plan(rows).stream().map(Plan::verdict).toList();
    }

    @Override
    public List<Verdict> apply(List<IntakeRow> rows, Run run) {
        Set<UUID> loaded =
                new HashSet<>(cards.loaded(rows.stream().map(IntakeRow::reference).toList()));
        List<Verdict> verdicts = new ArrayList<>(rows.size());
        for (Plan plan : plan(rows)) {
            boolean again = loaded.contains(plan.row().reference());
            boolean open = plan.principal() > 0 && !again;
            verdicts.add(again ? new Verdict.New("") : open ? load(plan, run) : plan.verdict());
        }
        return verdicts;
    }

    /** Takes back what is left of each load; the card stays open. */
    @Override
    public List<Verdict> undo(List<Effect> effects, Run run) {
        return effects.stream().map(this::unload).toList();
    }

    private Verdict unload(Effect effect) {
        IntakeCards.Left left = cards.left(effect.reference());
        List<PointsCommand> parts = new ArrayList<>();
        UUID gift = MoveStoredValue.gift(effect.reference());
        back(parts, left.ownerId(), StoredValue.PRINCIPAL, effect.reference(), left.principal());
        back(parts, left.ownerId(), StoredValue.GIFT, gift, left.gift());
        if (!parts.isEmpty()
                && points.post(new PointsCommand.Together(parts))
                        instanceof PostOutcome.Refused no) {
            throw new IllegalStateException("A load was not taken back: " + no);
        }
        return left.whole()
                ? new Verdict.Unchanged()
                : Verdict.rejected(
                        "",
                        new Said(
                                "会员已用掉一部分，已撤回剩余的储值",
                                "The member has used a part; what was left was taken back"));
    }

    private static void back(
            List<PointsCommand> parts, long owner, String currency, UUID load, long amount) {
        if (amount > 0) {
            parts.add(
                    new PointsCommand.TakeBack(
                            ExpirePoints.derived("undo", load),
                            owner,
                            currency,
                            load,
                            amount,
                            "import undone"));
        }
    }

    @Override
    public Export export(String after, int limit) {
        List<IntakeCards.Stored> page =
                cards.after(after.isEmpty() ? 0 : Long.parseLong(after), limit);
        return new Export(
                page.stream()
                        .map(each ->
                                List.of(
                                        each.medium(),
                                        MemberCells.number(each.ownerId()),
                                        "",
                                        "",
                                        yuan(each.principal()),
                                        yuan(each.gift())))
                        .toList(),
                page.size() < limit ? "" : Long.toString(page.getLast().cardId()));
    }

    private List<Plan> plan(List<IntakeRow> rows) {
        List<Optional<Long>> who = members.find(rows.stream().map(MemberCells::key).toList());
        Map<String, IntakeCards.Stored> known =
                cards.ofMedia(rows.stream().flatMap(row -> row.cell(CARD).stream()).toList());
        List<Plan> plans = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            plans.add(plan(rows.get(i), who.get(i), known));
        }
        return plans;
    }

    private static Plan plan(
            IntakeRow row, Optional<Long> member, Map<String, IntakeCards.Stored> known) {
        Cells cells = new Cells(row);
        String medium = cells.needed(CARD, new Said("储值卡号", "Card"));
        if (!medium.isEmpty() && (medium.length() < 6 || medium.length() > 40)) {
            cells.fault(CARD, "卡号要有 6 到 40 个字符", "A card has 6 to 40 characters");
        }
        long principal = cells.money(PRINCIPAL, MOST).orElse(0L);
        long gift = cells.money(GIFT, MOST).orElse(0L);
        IntakeCards.Stored card = known.get(medium);
        if (member.isEmpty()) {
            cells.faults().add(MemberCells.nobody(row));
        } else if (card != null && card.ownerId() != member.get()) {
            cells.fault(CARD, "这张卡属于另一位会员", "This card belongs to another member");
        }
        long morePrincipal = principal - (card == null ? 0 : card.principal());
        long moreGift = gift - (card == null ? 0 : card.gift());
        if (cells.faults().isEmpty() && (morePrincipal < 0 || moreGift < 0)) {
            cells.fault(
                    morePrincipal < 0 ? PRINCIPAL : GIFT,
                    "卡上现有金额更多，导入不会减少储值",
                    "There is more on the card; an import takes no money away");
        } else if (cells.faults().isEmpty() && morePrincipal == 0 && moreGift > 0) {
            cells.fault(GIFT, "赠送金要随本金一起充值", "A gift comes with principal only");
        }
        if (!cells.faults().isEmpty()) {
            return new Plan(row, new Verdict.Rejected(cells.faults()), medium, card, 0, 0, 0);
        }
        Verdict verdict =
                morePrincipal == 0
                        ? new Verdict.Unchanged()
                        : card == null ? new Verdict.New("") : new Verdict.Updated(medium, "");
        return new Plan(row, verdict, medium, card, member.orElseThrow(), morePrincipal, moreGift);
    }

    private Verdict load(Plan plan, Run run) {
        IntakeCards.Stored card = plan.card();
        long id;
        if (card != null) {
            id = card.cardId();
        } else {
            switch (care.open(
                    new CareForCard.Opening(plan.member(), PACK, plan.medium(), run.actor()))) {
                case CareForCard.Outcome.Done done -> id = done.cardId();
                case CareForCard.Outcome.Refused refused -> {
                    return refused(refused.code(), "");
                }
            }
        }
        StoredValue.Load load =
                new StoredValue.Load(
                        plan.row().reference(),
                        id,
                        plan.principal(),
                        plan.gift(),
                        false,
                        "BANK_TRANSFER",
                        run.actor());
        return switch (value.topUp(load)) {
            case StoredValue.Outcome.Moved _ ->
                    card == null
                            ? new Verdict.New(Long.toString(id))
                            : new Verdict.Updated(Long.toString(id), "");
            case StoredValue.Outcome.Refused(CardRefusal code, String possible) ->
                    refused(code, possible);
        };
    }

    private Verdict refused(CardRefusal code, String possible) {
        return Verdict.rejected(
                CARD, phrases.say(code.name(), Map.of("possible", possible, "medium", "")));
    }

    private static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static IntakeColumn money(
            String key, String zh, String en, String example, String... synonyms) {
        return new IntakeColumn(
                key,
                new Said(zh, en),
                List.of(synonyms),
                false,
                new Said("现有金额，单位元", "What is on the card, in yuan"),
                example);
    }
}
