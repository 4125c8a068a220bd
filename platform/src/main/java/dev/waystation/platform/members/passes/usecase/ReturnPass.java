package dev.waystation.platform.members.passes.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.facts.PassReturned;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.Tender;
import dev.waystation.platform.members.passes.model.Unused;
import dev.waystation.platform.members.passes.store.UsageStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a pass back for its unused days, each tender to where it came from. Never used and at most
 * seven days old, all of it goes back.
 */
@Service
public class ReturnPass {

    private static final int COOLING_DAYS = 7;

    private final PassBooks books;
    private final UsageStore usage;
    private final PassMoney money;
    private final Explanations explanations;
    private final FactLog facts;
    private final Clock clock;

    ReturnPass(
            PassBooks books,
            UsageStore usage,
            PassMoney money,
            Explanations explanations,
            FactLog facts,
            Clock clock) {
        this.books = books;
        this.usage = usage;
        this.money = money;
        this.explanations = explanations;
        this.facts = facts;
        this.clock = clock;
    }

    /** What would go back, and why so much. */
    public record Quote(long cashMinor, long points, int left, int all, Explanation why) {}

    /** The answer. */
    public sealed interface Outcome {
        record Quoted(Quote quote) implements Outcome {}

        record Returned(Quote quote, String explanationId) implements Outcome {}

        record Refused(PassRefusal code, Map<String, Object> values) implements Outcome {}
    }

    @Transactional
    public Outcome quote(long memberId, long passId) {
        return books.own(memberId, passId)
                .<Outcome>map(pass -> {
                    Outcome.Refused refused = refusal(pass);
                    return refused == null ? new Outcome.Quoted(quote(pass)) : refused;
                })
                .orElseGet(ReturnPass::notFound);
    }

    @Transactional
    public Outcome handle(long memberId, long passId) {
        Pass pass = books.own(memberId, passId).orElse(null);
        if (pass == null) {
            return notFound();
        }
        Outcome.Refused refused = refusal(pass);
        if (refused != null) {
            return refused;
        }
        Quote quote = quote(pass);
        Unused unused = new Unused(quote.left(), quote.all());
        for (Tender tender : books.passes().tenders(passId)) {
            long amount = unused.part(tender.amount());
            books.passes().returned(passId, tender.nth(), amount);
            money.giveBack(memberId, passId, tender, amount);
        }
        books.passes().move(passId, PassState.RETURNED, null);
        facts.append(
                new PassReturned(
                        memberId, passId, quote.cashMinor(), quote.points(), clock.instant()));
        return new Outcome.Returned(quote, explanations.keep(memberId, quote.why()));
    }

    private Outcome.@Nullable Refused refusal(Pass pass) {
        if (pass.state() == PassState.PAID) {
            return books.passes().successor(pass.id()).isPresent()
                    ? new Outcome.Refused(PassRefusal.PASS_WAS_RENEWED, Map.of())
                    : null;
        }
        return new Outcome.Refused(
                PassRefusal.PASS_STATE_FORBIDS,
                Map.of("state", pass.state().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private Quote quote(Pass pass) {
        LocalDate today = LocalDate.now(clock);
        Unused unused = books.unused(pass, today);
        boolean fresh = neverUsed(pass) && paidLately(pass, today);
        Unused share = fresh ? new Unused(unused.all(), unused.all()) : unused;
        long cash = 0;
        long points = 0;
        for (Tender tender : books.passes().tenders(pass.id())) {
            switch (tender.kind()) {
                case CASH -> cash += share.part(tender.amount());
                case POINTS -> points += share.part(tender.amount());
            }
        }
        return new Quote(cash, points, share.left(), share.all(), why(unused, fresh, cash, points));
    }

    private boolean neverUsed(Pass pass) {
        return usage.latest(pass.id()).isEmpty();
    }

    private boolean paidLately(Pass pass, LocalDate today) {
        Instant paid = pass.paidAt();
        return paid != null
                && !today.isAfter(
                        LocalDate.ofInstant(paid, clock.getZone()).plusDays(COOLING_DAYS));
    }

    private static Explanation why(Unused unused, boolean fresh, long cash, long points) {
        String money = Money.yuan(cash).toString();
        return Explanation.of(
                new Said(
                        "退回 %s 与 %d 积分".formatted(money, points),
                        "%s and %d points go back".formatted(money, points)),
                new Reason(
                        "UNUSED_WITHIN_SEVEN_DAYS",
                        fresh,
                        new Said(
                                "购买 7 天内且从未使用:全额退回",
                                "Bought within 7 days and never used: all of it goes back"),
                        Map.of("days", COOLING_DAYS)),
                new Reason(
                        "UNUSED_DAYS",
                        !fresh,
                        new Said(
                                "未使用 %d 天 / 共 %d 天,按比例退回;休停日不算已用"
                                        .formatted(unused.left(), unused.all()),
                                "%d of %d days are unused; days of rest do not count as used"
                                        .formatted(unused.left(), unused.all())),
                        Map.of("left", unused.left(), "all", unused.all())));
    }

    private static Outcome notFound() {
        return new Outcome.Refused(PassRefusal.PASS_NOT_FOUND, Map.of());
    }
}
