package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Allocation;
import dev.waystation.amounts.Share;
import dev.waystation.platform.members.loyalty.model.Decision.Fired;
import dev.waystation.platform.members.loyalty.model.Decision.Hit;
import dev.waystation.platform.members.loyalty.model.Rounding.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws what was wished for from the pots, rule by rule; an empty pot gives less, and says so. */
final class Settling {

    /** A limit with the counter an event draws from. */
    record Pot(Limit limit, Limit.Counter counter) {}

    private Settling() {}

    /** The rule's own limits, then the programme's. */
    static List<Pot> pots(Earning.Wish wish, EarningRule rule) {
        String currency = rule.sketch().currency();
        Stream<Pot> own =
                rule.sketch().limits().stream()
                        .map(limit ->
                                new Pot(
                                        limit,
                                        limit.counter(
                                                "rule:" + rule.code(), wish.event(), wish.day())));
        Stream<Pot> shared =
                currency.equals(Decision.POINTS)
                        ? wish.programme().limits().stream()
                                .map(limit ->
                                        new Pot(
                                                limit,
                                                limit.counter(
                                                        "programme:" + wish.programme().code(),
                                                        wish.event(),
                                                        wish.day())))
                        : Stream.empty();
        return Stream.concat(own, shared).toList();
    }

    static Decision settle(Earning.Wish wish, Allowance allowance) {
        Map<EarningRule, List<Piece>> byRule = new LinkedHashMap<>();
        wish.pieces()
                .forEach(piece ->
                        byRule.computeIfAbsent(piece.rule(), _ -> new ArrayList<>()).add(piece));
        List<Fired> fired = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        byRule.forEach((rule, pieces) -> fired.add(draw(wish, rule, pieces, allowance, hits)));
        return new Decision(wish.event(), fired, wish.refused(), hits);
    }

    private static Fired draw(
            Earning.Wish wish,
            EarningRule rule,
            List<Piece> pieces,
            Allowance allowance,
            List<Hit> hits) {
        long desired = pieces.stream().mapToLong(Piece::points).sum();
        List<Pot> pots = pots(wish, rule);
        long granted = desired;
        for (Pot pot : pots) {
            long left = allowance.left(pot.counter(), pot.limit().most());
            long possible =
                    switch (pot.limit().measure()) {
                        case POINTS -> left;
                        case TIMES -> left > 0 ? desired : 0;
                    };
            if (possible < desired) {
                hits.add(
                        new Hit(
                                rule.code(),
                                pot.limit(),
                                allowance.used(pot.counter()),
                                desired,
                                possible));
            }
            granted = Math.min(granted, possible);
        }
        if (granted > 0) {
            for (Pot pot : pots) {
                boolean counted = pot.limit().measure() == Limit.Measure.POINTS;
                allowance.take(pot.counter(), counted ? granted : 1);
            }
        }
        return new Fired(
                rule,
                pieces.stream().map(Piece::exact).reduce(Share.NONE, Share::plus),
                desired,
                granted,
                lines(pieces, desired, granted));
    }

    private static List<Decision.LinePoints> lines(List<Piece> pieces, long desired, long granted) {
        long[] weights = pieces.stream().mapToLong(Piece::points).toArray();
        long[] parts = desired == 0 ? weights : Allocation.byWeights(granted, weights);
        List<Decision.LinePoints> lines = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            lines.add(new Decision.LinePoints(pieces.get(i).line(), parts[i]));
        }
        return lines;
    }
}
