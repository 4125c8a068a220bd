package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.wallet.model.TopUpOffers;
import dev.waystation.platform.members.wallet.store.TopUpReads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Top-up offers as people set them. */
@Component
public class TopUpTerms extends KeptRules<TopUpOffers> {

    private final TopUpReads topUps;
    private final Clock clock;

    TopUpTerms(Settings settings, TopUpReads topUps, Clock clock) {
        super(
                settings,
                "top-up",
                new Said("储值赠送", "Top-up offers"),
                TopUpOffers.class,
                TopUpOffers.NONE);
        this.topUps = topUps;
        this.clock = clock;
    }

    @Override
    public List<RuleLine> lines(TopUpOffers offers) {
        return offers.offers().stream()
                .map(each ->
                        new RuleLine(
                                "load-" + each.load(),
                                new Said(
                                        "充值满 " + Money.yuan(each.load()),
                                        "top-up of " + Money.yuan(each.load())),
                                new Said(
                                        "赠 " + Money.yuan(each.gift()),
                                        Money.yuan(each.gift()) + " as a gift")))
                .toList();
    }

    /** What the top-ups of the last year would have been given. */
    @Override
    public List<Said> effects(TopUpOffers now, TopUpOffers wanted) {
        List<Long> loads = topUps.principals(LocalDate.now(clock).minusYears(1));
        long was = loads.stream().mapToLong(now::giftFor).sum();
        long would = loads.stream().mapToLong(wanted::giftFor).sum();
        return loads.isEmpty()
                ? List.of(
                        new Said(
                                "过去一年没有充值，无法估算赠送金额。",
                                "Nobody topped up in the last year, so the cost can't be told."))
                : List.of(
                        new Said(
                                "过去一年的 %,d 笔充值：赠送从 %s 变为 %s。"
                                        .formatted(
                                                loads.size(), Money.yuan(was), Money.yuan(would)),
                                "The %,d top-ups of the last year: gifts of %s become %s."
                                        .formatted(
                                                loads.size(), Money.yuan(was), Money.yuan(would))));
    }
}
