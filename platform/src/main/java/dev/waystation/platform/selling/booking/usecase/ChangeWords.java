package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.ChangePrice;
import dev.waystation.platform.selling.booking.model.ChangeRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says how the price of a change came about. */
@Component
class ChangeWords {

    private final ChangeTerms terms;
    private final CarriedValue value;

    ChangeWords(ChangeTerms terms, CarriedValue value) {
        this.terms = terms;
        this.value = value;
    }

    ChangeRules rules() {
        return terms.now();
    }

    boolean returnable(Ticket ticket) {
        return !value.keeps(ticket);
    }

    Explanation why(ChangePrice price, Duration before, boolean upgrade, Ticket ticket) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                reason(
                        "FARES",
                        "原票 %s，新票 %s".formatted(price.oldFare(), price.newFare()),
                        "old fare %s, new fare %s".formatted(price.oldFare(), price.newFare())));
        reasons.add(fee(price, before, upgrade));
        if (price.newFare().compareTo(price.oldFare()) < 0) {
            reasons.add(cheaper(price, ticket));
        }
        return new Explanation(sentence(price), reasons);
    }

    private static Said sentence(ChangePrice price) {
        Money due = price.due();
        String zh = due.signum() > 0 ? "需支付 " + due : "无需支付";
        String en = due.signum() > 0 ? due + " to pay" : "Nothing to pay";
        return price.returned().signum() > 0
                ? new Said(
                        zh + "，退还 " + price.returned() + "。",
                        en + ", " + price.returned() + " goes back.")
                : new Said(zh + "。", en + ".");
    }

    private Reason fee(ChangePrice price, Duration before, boolean upgrade) {
        if (upgrade && rules().upgradeFree()) {
            return reason("FEE", "同车次升级席位，免手续费", "a better class on the same train: no fee");
        }
        int permille =
                rules().fees().stream()
                        .filter(tier ->
                                before.compareTo(Duration.ofMinutes(tier.minutesBefore())) >= 0)
                        .findFirst()
                        .map(ChangeRules.FeeTier::permille)
                        .orElse(0);
        return reason(
                "FEE",
                "距开车 %s，手续费为原票价的 %s%%，即 %s"
                        .formatted(left(before, "小时", "分钟"), permille / 10.0, price.fee()),
                "%s before departure: a fee of %s %% of the old fare, %s"
                        .formatted(left(before, "h", "min"), permille / 10.0, price.fee()));
    }

    private Reason cheaper(ChangePrice price, Ticket ticket) {
        Said rule =
                returnable(ticket)
                        ? ChangeTerms.cheaper(rules().cheaper())
                        : new Said("积分兑换的车票不退差价", "an award ticket returns no difference");
        return reason(
                "CHEAPER",
                "%s：退还 %s，不退 %s".formatted(rule.zh(), price.returned(), price.kept()),
                "%s: %s goes back, %s is kept"
                        .formatted(rule.en(), price.returned(), price.kept()));
    }

    private static String left(Duration before, String hours, String minutes) {
        return "%d %s %d %s".formatted(before.toHours(), hours, before.toMinutesPart(), minutes);
    }

    private static Reason reason(String code, String zh, String en) {
        return new Reason(code, true, new Said(zh, en), Map.of());
    }
}
