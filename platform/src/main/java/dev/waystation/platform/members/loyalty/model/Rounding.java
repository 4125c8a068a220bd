package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Allocation;
import dev.waystation.amounts.Share;
import dev.waystation.platform.members.loyalty.model.Earning.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns exact points into whole ones, once: the order as a whole or each line, as the programme
 * says. What was rounded is then shared out by largest remainder, so the lines and the rules always
 * sum to the order.
 */
final class Rounding {

    /** Whole points of one rule on one line. */
    record Piece(EarningRule rule, int line, Share exact, long points) {}

    private Rounding() {}

    static List<Piece> round(List<Cell> cells, Programme programme) {
        List<Piece> pieces = new ArrayList<>();
        Map<String, List<Cell>> units =
                cells.stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> unit(cell, programme.level()),
                                        java.util.TreeMap::new,
                                        Collectors.toList()));
        units.values().forEach(unit -> pieces.addAll(share(unit, programme.rounding())));
        return List.copyOf(pieces);
    }

    private static String unit(Cell cell, Programme.RoundingLevel level) {
        String currency = cell.rule().sketch().currency();
        return switch (level) {
            case ORDER -> currency;
            case LINE -> "%s %06d".formatted(currency, cell.line() + 1);
        };
    }

    private static List<Piece> share(List<Cell> cells, Programme.RoundingMode mode) {
        Share sum = cells.stream().map(Cell::exact).reduce(Share.NONE, Share::plus);
        if (sum.numerator() <= 0) {
            return List.of();
        }
        long total = whole(sum, mode);
        long common =
                cells.stream().mapToLong(c -> c.exact().denominator()).reduce(1, Rounding::lcm);
        long[] weights =
                cells.stream()
                        .mapToLong(cell ->
                                Math.multiplyExact(
                                        cell.exact().numerator(),
                                        common / cell.exact().denominator()))
                        .toArray();
        long[] parts = Allocation.byWeights(total, weights);
        List<Piece> pieces = new ArrayList<>(cells.size());
        for (int i = 0; i < parts.length; i++) {
            Cell cell = cells.get(i);
            pieces.add(new Piece(cell.rule(), cell.line(), cell.exact(), parts[i]));
        }
        return pieces;
    }

    static long whole(Share share, Programme.RoundingMode mode) {
        return switch (mode) {
            case HALF_UP -> share.of(1);
            case DOWN -> Math.floorDiv(share.numerator(), share.denominator());
            case UP -> Math.ceilDiv(share.numerator(), share.denominator());
        };
    }

    private static long lcm(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long next = x % y;
            x = y;
            y = next;
        }
        return Math.multiplyExact(a / x, b);
    }
}
