package dev.waystation.platform.members.passes.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassRange;
import dev.waystation.platform.members.passes.store.PassProductStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The annual passes on sale as one value. A pass that was sold keeps its terms, so a product is
 * taken off the shelf and put back, never rewritten.
 */
@Component
class PassTerms implements RuleSet<PassRange> {

    private final PassProductStore products;
    private final Clock clock;

    PassTerms(PassProductStore products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "passes";
    }

    @Override
    public Said name() {
        return new Said("年卡产品", "Annual passes");
    }

    @Override
    public Class<PassRange> shape() {
        return PassRange.class;
    }

    @Override
    public PassRange now() {
        return new PassRange(
                products.sites(), products.all().stream().filter(PassProduct::open).toList());
    }

    @Override
    public void put(PassRange wanted, String by) {
        wanted.sites().forEach(products::addSite);
        Map<String, PassProduct> known =
                products.all().stream().collect(Collectors.toMap(PassProduct::code, each -> each));
        for (PassProduct each : wanted.products()) {
            PassProduct there = known.get(each.code());
            if (there == null) {
                products.add(each, clock.instant());
            } else {
                Malformed.require(
                        new PassRange(wanted.sites(), List.of(there))
                                .products()
                                .equals(List.of(each)),
                        "passes.code",
                        each.code(),
                        "give a pass with other terms a code of its own");
            }
        }
        Set<String> open =
                wanted.products().stream().map(PassProduct::code).collect(Collectors.toSet());
        products.open(open);
    }

    @Override
    public List<RuleLine> lines(PassRange range) {
        return range.products().stream()
                .map(each -> new RuleLine("pass." + each.code(), each.name(), terms(each, range)))
                .toList();
    }

    private static Said terms(PassProduct pass, PassRange range) {
        List<Said> sites =
                pass.entry().sites().stream()
                        .sorted()
                        .map(each -> range.sites().getOrDefault(each, Said.same(each)))
                        .toList();
        return new Said(
                "%s，%d 个月，%s，每日每处 %d 次，停用日 %d 天"
                        .formatted(
                                Money.yuan(pass.priceMinor()),
                                pass.term().months(),
                                sites.stream().map(Said::zh).collect(Collectors.joining("、")),
                                pass.entry().usesPerDay(),
                                pass.entry().blackouts().size()),
                "%s, %d months, %s, %d a day and site, %d days shut"
                        .formatted(
                                Money.yuan(pass.priceMinor()),
                                pass.term().months(),
                                sites.stream().map(Said::en).collect(Collectors.joining(", ")),
                                pass.entry().usesPerDay(),
                                pass.entry().blackouts().size()));
    }
}
